/** A session's record as a store holds it while changes come in. */
import type { SessionChange, SessionRecord } from './store.ts'

/** A record that changes in place; hand out `copyOf` it, never itself. */
export interface OpenRecord extends SessionRecord {
  components: Map<string, string>
  overlays: Map<string, string>
}

/** A session to which nothing has been written yet. */
export const blankRecord = (): OpenRecord => ({
  page: '',
  version: 0,
  seq: 0,
  epoch: 0,
  meta: '',
  components: new Map(),
  overlays: new Map(),
})

/** Brings a change into a record. */
export function applyChange(record: OpenRecord, epoch: number, change: SessionChange): void {
  record.epoch = epoch
  record.page = change.page ?? record.page
  record.version = change.version ?? record.version
  record.seq = change.seq ?? record.seq
  record.meta = change.meta ?? record.meta
  replaceIn(record.components, change.components)
  replaceIn(record.overlays, change.overlays)
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

function replaceIn(texts: Map<string, string>, change?: ReadonlyMap<string, string | null>): void {
  if (change === undefined) return
  for (const [name, text] of change) {
    if (text === null) texts.delete(name)
    else texts.set(name, text)
  }
}
