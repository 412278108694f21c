/** PURE: the minimum size of each pane in pixels, so that what matters stays visible. */
import type { Form } from './use-form.ts'

type Pair = readonly [number, number]

// The preview's page has 260 below its bar; a line that names two visitors is added to that.
const PREVIEW = 306
const VISITORS = 29
const STRIP = 42
const CODE = 150
const BELOW = { line: 34, lines: 76, results: 200 }
const BESIDE: Pair = [280, 420]

/** `outer` are code and the rest, `inner` preview and what is below it. */
export function leastSizes(
  form: Form,
  hasTwoVisitors: boolean,
  below: keyof typeof BELOW,
): { outer: Pair; inner: Pair } {
  const inner: Pair = [PREVIEW + (hasTwoVisitors ? VISITORS : 0), BELOW[below]]
  return { inner, outer: form === 'wide' ? BESIDE : [CODE, STRIP + inner[0] + inner[1]] }
}
