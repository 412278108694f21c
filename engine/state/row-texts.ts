/** Remembers how the rows of long lists were written, so that only changed rows are written again. */
import { KnownRows } from './known-rows.ts'

/** Writing a shorter list is as fast as comparing it. */
const LEAST_ROWS = 32

/** Rows per piece: a changed row costs the writing of one piece, an unchanged list the joining of its pieces. */
const PIECE = 16

/** A list that did not fit, or that had mostly changed, is written whole this many times before it is compared again. */
const WAITS = 8

/** The rows of one component's lists, from one writing of its state to the next. */
export class RowTexts {
  private writing = 0
  lists: Map<string, List> | undefined
  /** The rows of all lists, to notice a row that is also elsewhere. */
  private rows: KnownRows | undefined

  /** Whether `write` may be asked for this field: a long list of records, most of which were there last time. */
  follows(field: string, value: unknown[]): boolean {
    if (value.length < LEAST_ROWS || !isPlainList(value)) return false
    const first: unknown = value[0]
    const last: unknown = value[value.length - 1]
    if (typeof first !== 'object' || typeof last !== 'object') return false
    const list = this.lists?.get(field)
    if (list === undefined) {
      // What is written only once, like most first pages, is not worth remembering.
      const fresh = { first, last, waits: 0, places: undefined, pieces: [], writing: 0 }
      ;(this.lists ??= new Map()).set(field, fresh)
      return false
    }
    if (list.places !== undefined) return true
    if (list.waits > 0) {
      list.waits--
      return false
    }
    const stayed = list.first === first || list.last === last
    list.first = first
    list.last = last
    return stayed
  }

  /** The fields' lists as JSON; undefined when one does not fit or a row is in two places. Then everything must be cleared. */
  write(record: Readonly<Record<string, unknown>>, fields: string[]): string[] | undefined {
    this.writing++
    const left: number[] = []
    const written: string[] = []
    for (const field of fields) {
      const list = this.lists!.get(field)!
      if (!this.writeList(list, record[field] as unknown[], left)) {
        list.waits = WAITS
        return undefined
      }
      written.push(textOf(list, record[field] as unknown[]))
    }
    if (this.rows !== undefined) this.sweep(this.rows, left)
    return written
  }

  /** Whether the value is a row of a list that was just written. */
  holds(value: unknown): boolean {
    return this.rows?.has(value) ?? false
  }

  /** Forgets everything except which lists to wait for. */
  clear(): void {
    this.rows = undefined
    for (const list of this.lists?.values() ?? []) forget(list)
  }

  private writeList(list: List, items: unknown[], left: number[]): boolean {
    const { writing } = this
    const { pieces } = list
    const known = (this.rows ??= new KnownRows())
    const isNew = list.places === undefined
    const places = (list.places ??= [])
    const before = places.length
    let changed = 0
    list.writing = writing
    for (let i = 0; i < items.length; i++) {
      const item = items[i]
      const stood = i < before ? places[i] : undefined
      let place = known.placeOf(item, stood)
      if (place === undefined || !known.isUnchanged(place)) {
        // If most of it has changed, writing it whole is faster.
        if (++changed > LEAST_ROWS + i / 2 && !isNew) return false
        place = known.read(item, place, places[i - 1])
        if (place === undefined) return false
        pieces[Math.floor(i / PIECE)] = undefined
      }
      if (place !== stood) {
        if (stood !== undefined) left.push(stood)
        places[i] = place
        pieces[Math.floor(i / PIECE)] = undefined
      }
      if (!known.meet(place, writing)) return false
    }
    if (items.length < before) {
      for (let i = items.length; i < before; i++) left.push(places[i]!)
      places.length = items.length
      pieces[Math.floor(items.length / PIECE)] = undefined
      pieces.length = Math.ceil(items.length / PIECE)
    }
    return true
  }

  // Forgets lists that are no longer in the state, and rows that left their list for no other.
  private sweep(rows: KnownRows, left: number[]): void {
    for (const list of this.lists!.values()) {
      if (list.places === undefined || list.writing === this.writing) continue
      for (const place of list.places) left.push(place)
      forget(list)
    }
    for (const place of left) rows.leave(place, this.writing)
  }
}

/** The list as JSON; only pieces with a change are written again. */
function textOf({ pieces }: List, items: unknown[]): string {
  for (let i = 0; i < pieces.length; i++) {
    pieces[i] ??= JSON.stringify(items.slice(i * PIECE, (i + 1) * PIECE)).slice(1, -1)
  }
  return `[${pieces.join(',')}]`
}

export interface List {
  first: unknown
  last: unknown
  waits: number
  /** The places of its rows, in order. */
  places: number[] | undefined
  /** Undefined if the rows have changed. */
  pieces: (string | undefined)[]
  writing: number
}

const isPlainList = (list: unknown[]) =>
  Object.getPrototypeOf(list) === Array.prototype && !('toJSON' in list)

function forget(list: List): void {
  list.places = undefined
  list.pieces = []
}
