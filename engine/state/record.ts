/** A session's record as a store holds it while changes come in. */
import type { SessionChange, SessionRecord } from './store.ts'

/** What a record holds of drivers, as a rule; shared by all of them. */
const NONE: ReadonlyMap<string, string> = new Map()

/** A record that changes in place; hand out `copyOf` it, never itself. */
export interface OpenRecord extends SessionRecord {
  components: ReadonlyMap<string, string>
  overlays: ReadonlyMap<string, string>
}

/** A session to which nothing has been written yet. */
export const blankRecord = (): OpenRecord => ({
  page: '',
  version: 0,
  seq: 0,
  epoch: 0,
  meta: '',
  components: NONE,
  overlays: NONE,
})

/** Brings a change into a record. */
export function applyChange(record: OpenRecord, epoch: number, change: SessionChange): void {
  record.epoch = epoch
  record.page = change.page ?? record.page
  record.version = change.version ?? record.version
  record.seq = change.seq ?? record.seq
  record.meta = change.meta ?? record.meta
  record.components = changed(record.components, change.components)
  record.overlays = changed(record.overlays, change.overlays)
}

/** A record that later changes don't reach. */
export const copyOf = (record: OpenRecord): SessionRecord => ({
  ...record,
  components: new Map(record.components),
  overlays: new Map(record.overlays),
})

/** How many UTF-16 units of names and texts a record holds. */
export function lengthOf({ page, meta, components, overlays }: OpenRecord): number {
  let length = page.length + meta.length
  for (const texts of [components, overlays]) {
    for (const [name, text] of texts) length += name.length + text.length
  }
  return length
}

// In place, but for what is shared: one of many components has changed, as a rule.
function changed(
  texts: ReadonlyMap<string, string>,
  change?: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> {
  if (change === undefined || change.size === 0) return texts
  const own = texts === NONE ? new Map<string, string>() : (texts as Map<string, string>)
  for (const [name, text] of change) {
    if (text === null) own.delete(name)
    else own.set(name, text)
  }
  return own
}
