/** Finds the handler of a slot, as the tab was shown it in a given frame. */
import { type ChildContent, type Instance, type Region, Rows } from '../template/instances.ts'
import { isForgotten } from './release.ts'

export type Found =
  | {
      outcome: 'found'
      handler: unknown
      /** The component whose view made the template. */
      owner: object | undefined
      instance: Instance
      index: number
    }
  /** It is in a stream's row whose contents are not kept. */
  | { outcome: 'forgotten'; instance: Instance; index: number }
  | { outcome: 'stale' }
  | { outcome: 'forged' }

/** `frame` is the last one that the tab had applied when the event happened. */
export function findHandler(region: Region, slot: number, event: string, frame: number): Found {
  if (region.packed !== undefined)
    throw new Error(
      `Expected component ${region.id} to be unpacked, received it packed. Unpack it first.`,
    )
  const live = inChildSlot(region.root, slot)
  const gone =
    region.gone.length > 0
      ? region.gone.find((entry) => inInstance(entry.instance, slot))
      : undefined
  // Its number is not reused before the tab has acknowledged, so at most one of them fits.
  const instance =
    live && live.since <= frame
      ? live
      : gone && gone.frame > frame
        ? inInstance(gone.instance, slot)
        : undefined
  if (!instance) {
    return { outcome: slot < region.slotCount ? 'stale' : 'forged' }
  }
  const index = slot - instance.base - 1
  const place = instance.template.slots[index]
  if (place?.kind !== 'handler' || place.event !== event) return { outcome: 'forged' }
  let run = instance.source
  while (run.since > frame && run.previous) run = run.previous
  // A run that was forgotten holds no values.
  if (instance === live && run.values.length === 0 && isForgotten(run))
    return { outcome: 'forgotten', instance, index }
  const { owner, values } = run
  return { outcome: 'found', handler: values[place.value], owner, instance, index }
}

/** The instance in the page that has this slot. */
export const findInstance = (region: Region, slot: number): Instance | undefined =>
  region.packed === undefined ? inChildSlot(region.root, slot) : undefined

function inChildSlot(child: ChildContent, slot: number): Instance | undefined {
  if (!(child instanceof Rows)) return undefined
  // Rows that were inserted together have consecutive numbers: then only this one is checked.
  const first = child.rows[0]
  const likely =
    first && child.rows[Math.floor((slot - first.base) / (first.template.slots.length + 1))]
  if (likely && slot > likely.base && slot <= likely.base + likely.template.slots.length) {
    return likely
  }
  for (const row of child.rows) {
    const found = inInstance(row, slot)
    if (found) return found
  }
  return undefined
}

function inInstance(instance: Instance, slot: number): Instance | undefined {
  const { base, template } = instance
  if (slot > base && slot <= base + template.slots.length) return instance
  for (const child of instance.shown) {
    const found = child !== null && child instanceof Rows ? inChildSlot(child, slot) : undefined
    if (found) return found
  }
  return undefined
}
