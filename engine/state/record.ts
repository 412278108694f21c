/** A session's record, as a store holds it while changes arrive. */
import { StoreError } from './errors.ts'
import type { Publish, SessionChange, SessionRecord } from './store.ts'

/** What most records hold of drivers; shared by all of them. */
const NONE: ReadonlyMap<string, string> = new Map()
const NO_PUBLISHES: readonly Publish[] = []

/** A record that changes in place; give out `copyOf` it, never the record itself. */
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
  publishes: NO_PUBLISHES,
})

/** Applies a change to a record. Returns by how many UTF-16 units it grew. */
export function applyChange(record: OpenRecord, epoch: number, change: SessionChange): number {
  const { page = record.page, meta = record.meta, components, overlays } = change
  let grown = page.length - record.page.length + meta.length - record.meta.length
  record.epoch = epoch
  record.page = page
  record.version = change.version ?? record.version
  record.seq = change.seq ?? record.seq
  record.meta = meta
  if (components !== undefined && components.size > 0) {
    if (record.components === NONE) record.components = new Map()
    grown += changeTexts(record.components, components)
  }
  if (overlays !== undefined && overlays.size > 0) {
    if (record.overlays === NONE) record.overlays = new Map()
    grown += changeTexts(record.overlays, overlays)
  }
  if (change.publishes !== undefined) {
    grown += publishedLength(change.publishes) - publishedLength(record.publishes)
    record.publishes = change.publishes
  }
  return grown
}

// In place, since usually one of many components has changed.
function changeTexts(
  texts: ReadonlyMap<string, string>,
  change: ReadonlyMap<string, string | null>,
): number {
  const own = texts as Map<string, string>
  let grown = 0
  for (const [name, text] of change) {
    const before = own.get(name)
    if (before !== undefined) grown -= name.length + before.length
    if (text === null) own.delete(name)
    else {
      own.set(name, text)
      grown += name.length + text.length
    }
  }
  return grown
}

/** A copy that later changes don't affect. */
export const copyOf = (record: OpenRecord): SessionRecord => ({
  ...record,
  components: new Map(record.components),
  overlays: new Map(record.overlays),
})

/** How many UTF-16 units of names and texts a record holds. */
export function lengthOf({ page, meta, components, overlays, publishes }: OpenRecord): number {
  let length = page.length + meta.length + publishedLength(publishes)
  for (const texts of [components, overlays]) {
    for (const [name, text] of texts) length += name.length + text.length
  }
  return length
}

function publishedLength(publishes: readonly Publish[]): number {
  let length = 0
  for (const { topic, message } of publishes) length += topic.length + message.length
  return length
}

/** Refuses an id that could be anything but a name: it becomes a file name and a key. */
export function checkId(id: string): void {
  if (/^[\w-]{1,128}$/.test(id)) return
  throw new StoreError(
    'session-id-invalid',
    `Expected a session id of 1 to 128 letters, digits, - and _, received ${JSON.stringify(id.slice(0, 40))}. Use the id that the session was made with.`,
  )
}
