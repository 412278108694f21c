/** Checks every value of a view before anything is compared: a bad one must not leave a page half changed. */
import { attributeText, type HoleValue, holeValue } from './build.ts'
import { Rendered } from './rendered.ts'
import { SharedRun } from './shared-run.ts'
import { StreamList } from './stream.ts'
import type { AttributeSlot, HoleSlot } from './template.ts'
import { List } from './values.ts'

/** @throws TemplateError with what may stand in a template and what was found. */
export function checkValue(value: HoleValue): void {
  if (value instanceof Rendered) checkRendered(value)
  else if (value instanceof List) for (const row of value.rows) checkRendered(row)
  else if (value instanceof StreamList) for (const row of value.fresh.values()) checkRendered(row)
}

function checkRendered(run: Rendered) {
  const { template, values, since } = run
  // A remembered row that the tab was shown before, or what others were shown.
  if (since > 0 || run instanceof SharedRun) return
  const { slots, valued } = template
  for (let i = 0; i < valued.length; i++) {
    const slot = slots[valued[i]!]!
    if (slot.kind === 'hole') checkHole(values[slot.value], slot)
    else if (slot.kind === 'attribute') checkAttribute(slot, values)
  }
}

// Most values are plain and end here.
function checkHole(value: unknown, slot: HoleSlot) {
  const isPlain = typeof value === 'string' || typeof value === 'number' || value == null
  if (!isPlain || slot.textless) checkValue(holeValue(value, slot))
}

function checkAttribute(slot: AttributeSlot, values: readonly unknown[]) {
  const isOdd = (index: number) => values[index] != null && !PLAIN.has(typeof values[index])
  if (slot.property || slot.values.some(isOdd)) attributeText(slot, values)
}

const PLAIN = new Set(['string', 'number', 'boolean', 'bigint'])
