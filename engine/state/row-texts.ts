/** Remembers how the rows of long lists were written, so that only changed rows are written again. */
import { isUnchanged, type Row, readRow } from './row.ts'

/** A shorter list is written as fast as it is compared. */
const LEAST_ROWS = 32

/** A list that did not fit, or of which most had changed, is written as a whole this many times before it is looked at again. */
const WAITS = 8

/** The rows of one component's lists, from one writing of its state to the next. */
export class RowTexts {
  private writing = 0
  private lists: Map<string, List> | undefined
  /** The rows of all lists: one that stands anywhere else as well must be found. */
  private rows: Map<unknown, Row> | undefined

  /** Whether `write` may be asked for this field: a long list of records that was mostly there last time. */
  follows(field: string, value: unknown): value is unknown[] {
    if (!Array.isArray(value) || value.length < LEAST_ROWS || !isPlainList(value)) return false
    const first: unknown = value[0]
    const last: unknown = value[value.length - 1]
    if (typeof first !== 'object' || typeof last !== 'object') return false
    const list = this.lists?.get(field)
    if (list === undefined) {
      // What is written once only, as most first pages are, is not worth a memory.
      const fresh = { first, last, waits: 0, rows: undefined, texts: [], writing: 0 }
      ;(this.lists ??= new Map()).set(field, fresh)
      return false
    }
    if (list.rows !== undefined) return true
    if (list.waits > 0) {
      list.waits--
      return false
    }
    const stayed = list.first === first || list.last === last
    list.first = first
    list.last = last
    return stayed
  }

  /** The fields' lists as JSON; undefined when one does not fit or a row stands in two places, and then all is to be cleared. */
  write(record: Readonly<Record<string, unknown>>, fields: string[]): string[] | undefined {
    this.writing++
    let size = 0
    const written: string[] = []
    for (const field of fields) {
      const list = this.lists!.get(field)!
      const items = record[field] as unknown[]
      if (!this.writeList(list, items)) {
        list.waits = WAITS
        return undefined
      }
      size += items.length
      written.push(`[${list.texts.join(',')}]`)
    }
    if (this.rows !== undefined && this.rows.size !== size) this.sweep()
    return written
  }

  /** Whether the value is a row of a list that was just written. */
  holds(value: unknown): boolean {
    return this.rows?.has(value) ?? false
  }

  /** Nothing is remembered any more, but which lists to wait for. */
  clear(): void {
    this.rows = undefined
    for (const list of this.lists?.values() ?? []) forget(list)
  }

  private writeList(list: List, items: unknown[]): boolean {
    const { writing } = this
    const { texts } = list
    const known = (this.rows ??= new Map())
    const isNew = list.rows === undefined
    const rows = (list.rows ??= [])
    let changed = 0
    list.writing = writing
    for (let i = 0; i < items.length; i++) {
      const item = items[i]
      let row = i < rows.length ? rows[i] : undefined
      const stays = row !== undefined && row.item === item
      if (!stays) row = known.get(item)
      if (row === undefined || !isUnchanged(row)) {
        // What has mostly changed is written faster as a whole.
        if (++changed > LEAST_ROWS + i / 2 && !isNew) return false
        row = readRow(item, row, rows[i - 1])
        if (row === undefined) return false
        known.set(item, row)
        rows[i] = row
        texts[i] = row.text
      } else if (!stays) {
        rows[i] = row
        texts[i] = row.text
      }
      if (row.writing === writing) return false
      row.writing = writing
    }
    rows.length = texts.length = items.length
    return true
  }

  // Rows and lists that are no longer in the state.
  private sweep(): void {
    for (const [item, row] of this.rows!) if (row.writing !== this.writing) this.rows!.delete(item)
    for (const list of this.lists!.values()) if (list.writing !== this.writing) forget(list)
  }
}

interface List {
  first: unknown
  last: unknown
  waits: number
  rows: Row[] | undefined
  texts: string[]
  writing: number
}

const isPlainList = (list: unknown[]) =>
  Object.getPrototypeOf(list) === Array.prototype && !('toJSON' in list)

function forget(list: List): void {
  list.rows = undefined
  list.texts = []
}
