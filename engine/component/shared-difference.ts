/** Says where two runs of a shared view differ although they should be equal. */
import { attributeText } from '../template/build.ts'
import { Rendered } from '../template/rendered.ts'
import { List, Raw } from '../template/values.ts'
import type { ComponentError } from './errors.ts'
import { sharedError } from './refuse-shared.ts'
import { isSameSlot, type SharedView } from './shared-copy.ts'

/** `shown` is the shared view, `own` that of this component. */
export const sharedDifference = (
  name: string,
  shown: SharedView,
  own: SharedView,
): ComponentError =>
  sharedError(
    name,
    'be the same for equal state and props',
    differenceOf(shown, own) ?? 'another order',
    'Keep what it shows in fields or props, or remove `static sharedView`: look for a #private field, a variable outside of it, the time, or a schema that is made in the view. With `debug` each visitor is shown their own view; without it all would be shown the first.',
  )

function differenceOf(shown: unknown, own: unknown): string | undefined {
  if (shown instanceof Rendered && own instanceof Rendered && shown.template === own.template)
    return slotDifference(shown, own)
  if (shown instanceof List && own instanceof List) {
    if (shown.keys.join() !== own.keys.join()) return 'rows of other keys'
    const at = own.rows.findIndex((row, i) => row !== shown.rows[i])
    return differenceOf(shown.rows[at], own.rows[at])
  }
  return `${wordsOf(own)} where another visitor was shown ${wordsOf(shown)}`
}

function slotDifference(shown: Rendered, own: Rendered): string | undefined {
  for (const slot of own.template.slots) {
    if (isSameSlot(slot, own.values, shown.values)) continue
    if (slot.kind === 'handler') return `another handler at lv-${slot.event}`
    if (slot.kind === 'child') return differenceOf(shown.values[slot.value], own.values[slot.value])
    const [before, now] = [shown, own].map(({ values }) => wordsOf(attributeText(slot, values)))
    return `${slot.name}=${now} where another visitor was shown ${before}`
  }
  return undefined
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40))
  if (value instanceof Rendered) return 'another template'
  return value instanceof List ? 'a list' : value instanceof Raw ? 'other markup' : 'nothing'
}
