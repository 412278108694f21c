/** A session's record, as a store holds it while changes arrive. */
import { StoreError } from './errors.ts'
import type { Publish, SessionChange, SessionRecord } from './store.ts'

/** One text and its name: what most sessions have, those with one component. A map of one takes four times the memory. */
interface OneText {
  readonly name: string
  text: string
}

type Texts = ReadonlyMap<string, string> | OneText

/** What most records hold of drivers; shared by all of them. */
const NONE: ReadonlyMap<string, string> = new Map()
const NO_PUBLISHES: readonly Publish[] = []

/** A record that changes in place; give out `copyOf` it, never the record itself. */
export class OpenRecord {
  page = ''
  version = 0
  seq = 0
  epoch = 0
  meta = ''
  components: Texts = NONE
  overlays: Texts = NONE
  publishes = NO_PUBLISHES
}

/** Applies a change to a record. Returns by how many UTF-16 units it grew. */
export function applyChange(record: OpenRecord, epoch: number, change: SessionChange): number {
  const { page = record.page, meta = record.meta, components, overlays } = change
  let grown = page.length - record.page.length + meta.length - record.meta.length
  record.epoch = epoch
  record.page = page
  record.version = change.version ?? record.version
  record.seq = change.seq ?? record.seq
  record.meta = meta
  if (components !== undefined) grown += changeTexts(record, 'components', components)
  if (overlays !== undefined) grown += changeTexts(record, 'overlays', overlays)
  if (change.publishes !== undefined) {
    grown += publishedLength(change.publishes) - publishedLength(record.publishes)
    record.publishes = change.publishes
  }
  return grown
}

// In place, since usually one of many components has changed.
function changeTexts(
  record: OpenRecord,
  which: 'components' | 'overlays',
  change: ReadonlyMap<string, string | null>,
): number {
  let grown = 0
  for (const [name, text] of change) {
    const texts = record[which]
    if ('name' in texts && texts.name === name && text !== null) {
      grown += text.length - texts.text.length
      texts.text = text
    } else if (texts === NONE && text !== null) {
      grown += name.length + text.length
      record[which] = { name, text }
    } else if (texts !== NONE) {
      const all = (record[which] = mapOf(texts))
      const before = all.get(name)
      if (before !== undefined) grown -= name.length + before.length
      if (text === null) all.delete(name)
      else {
        all.set(name, text)
        grown += name.length + text.length
      }
    }
  }
  return grown
}

const mapOf = (texts: Texts): Map<string, string> =>
  'name' in texts ? new Map([[texts.name, texts.text]]) : (texts as Map<string, string>)

/** A copy that later changes don't affect. */
export const copyOf = (record: OpenRecord): SessionRecord => {
  const { page, version, seq, epoch, meta, publishes } = record
  const [components, overlays] = [
    new Map(mapOf(record.components)),
    new Map(mapOf(record.overlays)),
  ]
  return { page, version, seq, epoch, meta, components, overlays, publishes }
}

/** How many UTF-16 units of names and texts a record holds. */
export function lengthOf({ page, meta, components, overlays, publishes }: OpenRecord): number {
  let length = page.length + meta.length + publishedLength(publishes)
  for (const texts of [components, overlays]) {
    for (const [name, text] of mapOf(texts)) length += name.length + text.length
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
