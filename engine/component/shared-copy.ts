/** Copies a view without any reference to its component: only texts, data and unbound methods remain. */
import { attributeText, type ChildValue, childValue } from '../template/build.ts'
import { Rendered } from '../template/rendered.ts'
import { SharedRun } from '../template/shared-run.ts'
import type { AttributeSlot, Slot } from '../template/template.ts'
import { kindOf, List, Raw } from '../template/values.ts'
import { sharedError } from './refuse-shared.ts'
import { SharedHandler, sharedHandler } from './shared-handler.ts'

/** What a shared view shows. */
export type SharedView = string | SharedRun | List | Raw

/**
 * The copy of a checked view of `component`. Parts that are equal to those of `earlier` are the same objects as there, so that
 * pages which show them already need not compare them; if all parts are equal, `earlier` itself is returned.
 *
 * @throws ComponentError 'component-shared'
 */
export function sharedCopy(value: ChildValue, component: object, earlier?: unknown): SharedView {
  if (typeof value === 'string') return value
  if (value instanceof Rendered) return copyRun(value, component, earlier)
  if (value instanceof List) return copyList(value, component, earlier)
  if (value instanceof Raw)
    return earlier instanceof Raw && earlier.given === value.given ? earlier : value
  // mount() and each(stream) are refused while the view runs; one kept from an earlier run is refused here.
  throw sharedError(
    component.constructor.name,
    'be made of html`…`, each() and raw()',
    kindOf(value),
    'Show components and streams in a component whose view is not shared.',
  )
}

function copyRun(run: Rendered, component: object, earlier: unknown): SharedRun {
  const { template } = run
  const known = earlier instanceof SharedRun && earlier.template === template ? earlier : undefined
  const values = new Array<unknown>(run.values.length)
  let isKnown = known !== undefined
  for (const slot of template.slots) {
    copySlot(slot, run, values, component, known)
    if (known && isKnown) isKnown = isSameSlot(slot, values, known.values)
  }
  return isKnown ? known! : new SharedRun(template, values)
}

function copySlot(
  slot: Slot,
  run: Rendered,
  values: unknown[],
  component: object,
  known: SharedRun | undefined,
) {
  switch (slot.kind) {
    case 'child': {
      const value = childValue(run.values[slot.value], slot)
      values[slot.value] = sharedCopy(value, component, known?.values[slot.value])
      return
    }
    case 'handler':
      values[slot.value] = sharedHandler(run.values[slot.value], component, slot.event)
      return
    case 'attribute':
      for (const at of slot.values) values[at] = dataOf(slot, run.values, at)
      return
    default:
      slot satisfies never
  }
}

// An object in a property may be state, which its component may still change.
function dataOf(slot: AttributeSlot, values: readonly unknown[], at: number): unknown {
  const value = values[at]
  const isObject = typeof value === 'object' && value !== null
  return slot.property && isObject ? JSON.parse(attributeText(slot, values)!) : value
}

export function isSameSlot(
  slot: Slot,
  now: readonly unknown[],
  before: readonly unknown[],
): boolean {
  if (slot.kind === 'attribute') return attributeText(slot, now) === attributeText(slot, before)
  const value = now[slot.value]
  const known = before[slot.value]
  if (value instanceof SharedHandler && known instanceof SharedHandler) return value.isSame(known)
  return value === known
}

function copyList({ keys, rows }: List, component: object, earlier: unknown): List {
  const known = earlier instanceof List ? earlier : undefined
  const byKey = new Map(known?.keys.map((key, i) => [key, known.rows[i]]))
  const copies = rows.map((row, i) => copyRun(row, component, byKey.get(keys[i]!)))
  const isKnown =
    known?.rows.length === rows.length &&
    copies.every((row, i) => row === known.rows[i] && keys[i] === known.keys[i])
  return isKnown ? known : new List(keys, copies)
}
