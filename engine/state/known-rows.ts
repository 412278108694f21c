/** Remembers records as they were last written, to tell whether they have changed. */
import { namesOf } from './row.ts'

// Every row of every long list is checked after each event. One object for each would be scattered over the heap, so
// the compared values lie side by side in one array, in the order in which they are read.
export class KnownRows {
  private readonly places = new Map<unknown, number>()
  private readonly items: unknown[] = []
  private readonly shapes: Shape[] = []
  /** `width` of them for each row, in the order of its names. */
  private values: unknown[] = []
  private width = 0
  /** By place: the writing that last met the row. */
  private readonly met: number[] = []
  private readonly free: number[] = []

  /** Whether the row is known. */
  has(item: unknown): boolean {
    return this.places.has(item)
  }

  /** The row's place; `guess` is checked first. */
  placeOf(item: unknown, guess: number | undefined): number | undefined {
    return guess !== undefined && this.items[guess] === item ? guess : this.places.get(item)
  }

  /** Whether JSON would write the row as it did last time. */
  isUnchanged(place: number): boolean {
    const item = this.items[place] as Readonly<Record<string, unknown>>
    if (Object.getPrototypeOf(item) !== Object.prototype) return false
    const { values } = this
    const { names, mold } = this.shapes[place]!
    const first = place * this.width
    let at = 0
    for (const name in item) {
      const value = item[name]
      if (names[at] !== name || values[first + at] !== value) return false
      // -0 is never kept, and 0 equals it.
      if (value === 0 && 1 / value < 0) return false
      at++
    }
    return at === names.length && fits(item, mold)
  }

  /** Remembers the row as it is now and returns its place; undefined when it is not a record of plain values. `beside`: another row's place. */
  read(item: unknown, known: number | undefined, beside: number | undefined): number | undefined {
    const alike = beside === undefined ? undefined : this.shapes[beside]!
    const names = namesOf(item, alike?.names)
    if (names === undefined) return undefined
    if (names.length > this.width) this.widen(names.length)
    const place = known ?? this.free.pop() ?? this.items.length
    this.items[place] = item
    this.shapes[place] = names === alike?.names ? alike : { names, mold: moldOf(names) }
    if (known === undefined) this.met[place] = 0
    for (let at = 0; at < this.width; at++) {
      const name = names[at]
      const value = name === undefined ? undefined : (item as Record<string, unknown>)[name]
      this.values[place * this.width + at] = value
    }
    this.places.set(item, place)
    return place
  }

  /** Notes that this writing has met the row; false when it had already. */
  meet(place: number, writing: number): boolean {
    if (this.met[place] === writing) return false
    this.met[place] = writing
    return true
  }

  /** Forgets a row that left its list, unless this writing has met it elsewhere. */
  leave(place: number, writing: number): void {
    if (this.met[place] === writing || !this.places.delete(this.items[place])) return
    this.items[place] = undefined
    this.free.push(place)
  }

  // A row with more names has come: rare, since the rows of a list are alike.
  private widen(width: number): void {
    const before = this.values
    this.values = []
    for (let place = 0; place < this.items.length; place++) {
      for (let at = 0; at < width; at++) {
        this.values.push(at < this.width ? before[place * this.width + at] : undefined)
      }
    }
    this.width = width
  }
}

/** What rows with the same names share. */
interface Shape {
  readonly names: readonly string[]
  /** An object with the names, which accepts no others. */
  readonly mold: object
}

const moldOf = (names: readonly string[]): object =>
  Object.preventExtensions(Object.fromEntries(names.map((name) => [name, null])))

// An enumerable symbol can't be put into this object, and a symbol that is not enumerable is not state. Reading the
// record's symbols would take twice as long, and was half of the work here.
function fits(item: object, mold: object): boolean {
  try {
    Object.assign(mold, item)
    return true
  } catch {
    return false
  }
}
