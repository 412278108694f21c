/** Long lists whose rows are kept elsewhere: a session keeps their keys and order, the tab keeps the rest. */
import { RESTORE, type SelfStoring, STATE } from '../state/fields.ts'
import type { Rendered } from '../template/rendered.ts'
import { runAs } from '../template/rendered.ts'
import { EACH, type RowSource, type StreamItems, StreamList } from '../template/stream.ts'
import { kindOf } from '../template/values.ts'
import { bornField, type ComponentServices, LIVE, type LivingField } from './construction.ts'
import { Contents } from './contents.ts'
import { ComponentError } from './errors.ts'
import { mounts } from './mount.ts'
import type { ComponentNode } from './node.ts'
import { refuseInView } from './pure-view.ts'
import { refuseShared } from './refuse-shared.ts'

/**
 * How many rows a stream holds, and where they come from when they are needed again.
 */
export interface StreamOptions<Row, Key> {
  /** At most this many rows; adding more at one end drops as many at the other. */
  limit?: number
  /** Returns the rows with these keys, in any order; keys whose rows it leaves out are removed. */
  refill: (keys: Key[]) => readonly Row[] | Promise<readonly Row[]>
}

/**
 * A list of any length that costs its session little more than its keys: rows are sent and then forgotten (Phoenix LiveView's
 * streams, but rows can come back). `refill` loads rows again when they are needed: for a repaint, for a list that comes back
 * into the page, and for the row whose handler is called. Show it with `each(this.rows, (row) => …)`. A row runs when it is put
 * in, not on other changes, so it must show only data of the row. A row can't mount components.
 *
 * @param key What tells rows apart: their ids.
 * @param options Where rows come from when they are needed again, and how many are held.
 * @example
 * interface Line {
 *   id: number
 *   text: string
 * }
 * const database = new Map<number, Line>()
 * class Log extends LiveComponent {
 *   lines = stream((line: Line) => line.id, {
 *     limit: 1000,
 *     refill: (ids) => ids.flatMap((id) => database.get(id) ?? []),
 *   })
 *   add() {
 *     const line = { id: database.size + 1, text: `Line ${database.size + 1}` }
 *     database.set(line.id, line)
 *     this.lines.append(line)
 *   }
 *   getTemplate() {
 *     return html`<button lv-click=${this.add}>Add</button><ol>${each(this.lines, (line) => html`<li>${line.text}</li>`)}</ol>`
 *   }
 * }
 * const tab = await visit(Log)
 * await tab.click(byRole('button'))
 * await tab.click(byRole('button'))
 * tab.text('ol') // 'Line 1\nLine 2'
 */
export const stream = <Row, Key extends string | number>(
  key: (row: Row) => Key,
  options: StreamOptions<Row, Key>,
): Stream<Row, Key> => new Stream(key, options)

/**
 * What `stream()` returns: the keys of its rows in order, and methods to change them.
 *
 * @example
 * const letters = stream((letter: string) => letter, { refill: (letters) => letters })
 * letters instanceof Stream // true
 * letters.size // 0
 */
export class Stream<Row, Key extends string | number = string | number>
  implements SelfStoring, LivingField, StreamItems<Row>, RowSource
{
  readonly #keyOf: (row: Row) => Key
  readonly #options: StreamOptions<Row, Key>
  #order: Key[] = []
  #version = 0
  /** The order as it was last stored or listed. */
  #written: { version: number; text: string; names: string[] } | undefined
  readonly #contents: Contents<Row>
  #shown: object | undefined
  #run: ((row: Row) => Rendered) | undefined
  #around: { node: ComponentNode; place: ComponentServices } | undefined

  /** @throws ComponentError 'handler-not-function' */
  constructor(key: (row: Row) => Key, options: StreamOptions<Row, Key>) {
    if (typeof key !== 'function' || typeof options?.refill !== 'function') {
      throw new ComponentError(
        'handler-not-function',
        `Expected stream(key, { refill }) with two functions, received ${kindOf(key)} and ${options ? `refill: ${kindOf(options.refill)}` : kindOf(options)}. Write stream((row: Row) => row.id, { refill: (ids) => … }), where refill returns the rows with these keys.`,
      )
    }
    this.#keyOf = key
    this.#options = options
    this.#contents = new Contents<Row>({
      refill: (names) => options.refill(this.#order.filter((one) => names.has(String(one)))),
      nameOf: (row) => String(key(row)),
      taken: (gone) => this.#keep((one) => !gone.has(String(one))),
    })
    bornField(this)
  }

  /** All keys in order: a copy. */
  get keys(): Key[] {
    return [...this.#order]
  }

  /** How many rows it holds. */
  get size(): number {
    return this.#order.length
  }

  /** Adds rows at the end. A row whose key exists keeps its place and gets the new content. */
  append(...rows: Row[]): void {
    this.#put(rows, this.#order.length)
    this.#drop('first')
  }

  /** Adds rows at the beginning, in the given order. A row whose key exists keeps its place. */
  prepend(...rows: Row[]): void {
    this.#put(rows, 0)
    this.#drop('last')
  }

  /** Adds rows before the row at `index`; a row whose key exists moves there. */
  insert(index: number, ...rows: Row[]): void {
    refuseInView('rows for a stream')
    const moved = new Set(rows.map((row) => this.#keyOf(row)))
    const before = this.#order.slice(0, index).filter((key) => !moved.has(key)).length
    this.#order = this.#order.filter((key) => !moved.has(key))
    this.#put(rows, before)
    this.#drop('last')
  }

  /** Removes rows; unknown keys are ignored. */
  delete(...keys: Key[]): void {
    refuseInView('keys to delete from a stream')
    const gone = new Set(keys)
    this.#keep((key) => !gone.has(key))
  }

  /** Replaces all rows with these. */
  reset(rows: Iterable<Row> = []): void {
    refuseInView('new rows for a stream')
    this.#order = []
    this.#contents.clear()
    this.append(...rows)
  }

  [EACH](run: (row: Row) => Rendered): StreamList {
    refuseShared('the rows of a stream')
    this.#run = run
    if (!this.#shown) this.#ask(this.names())
    const before = mounts.count
    const fresh = new Map<string, Rendered>()
    for (const name of this.names()) {
      const row = this.#contents.get(name)
      if (row !== undefined) fresh.set(name, run(row))
    }
    if (mounts.count > before) {
      throw new ComponentError(
        'component-twice',
        'Expected markup without components in a row of a stream, received a mount(): a row is forgotten once it is sent, and its child would be too. Use each() over a list for rows with components.',
      )
    }
    return new StreamList(this, this.#version, fresh)
  }

  /** @internal */
  names(): readonly string[] {
    return this.#list().names
  }

  /** @internal */
  rowOf(name: string): Rendered | undefined | Promise<Rendered | undefined> {
    const key = this.#order.find((key) => String(key) === name)
    if (key === undefined) return undefined
    const render = (rows: readonly Row[]) => {
      const row = rows.find((one) => this.#keyOf(one) === key)
      return row === undefined
        ? undefined
        : runAs(this.#reach().node, { lists: undefined }, () => this.#run!(row))
    }
    const unsent = this.#contents.get(name)
    const rows = unsent === undefined ? this.#options.refill([key]) : [unsent]
    return rows instanceof Promise ? rows.then(render) : render(rows)
  }

  /** @internal */
  want(names: readonly string[]): void {
    if (names.length === 0) return
    const { node, place } = this.#reach()
    this.#ask(names)
    node.rendering.invalidate()
    place.changed()
  }

  /** @internal */
  refill(): void | Promise<void> {
    this.#reach().node.rendering.invalidate()
    return this.#contents.fetch(this.names())
  }

  /** @internal */
  placed(rows: object): void {
    this.#shown = rows
  }

  left(rows: object): void {
    if (this.#shown === rows) this.#shown = undefined
  }

  sent(version: number): void {
    if (version === this.#version) this.#contents.clear()
  }

  [LIVE](node: ComponentNode, place: ComponentServices): () => void {
    this.#around = { node, place }
    return () => {}
  }

  [STATE](): unknown {
    return this.#list().text
  }

  [RESTORE](data: unknown): void {
    if (data !== this.#list().text) this.#order = JSON.parse(data as string) as Key[]
    else if (this.#contents.size === 0) return
    // Rows from a failed turn must not be shown.
    this.#contents.clear()
    this.#version++
  }

  #put(rows: readonly Row[], at: number) {
    refuseInView('rows for a stream')
    const known = new Set(this.#order)
    const added = new Set<Key>()
    for (const row of rows) {
      const key = this.#keyOf(row)
      if (!known.has(key)) added.add(key)
      this.#contents.put(String(key), row)
    }
    this.#order = [...this.#order.slice(0, at), ...added, ...this.#order.slice(at)]
    this.#changed()
  }

  #drop(end: 'first' | 'last') {
    const { limit = Number.POSITIVE_INFINITY } = this.#options
    const over = this.#order.length - limit
    if (over <= 0) return
    const gone = new Set(end === 'first' ? this.#order.slice(0, over) : this.#order.slice(-over))
    this.#keep((key) => !gone.has(key))
  }

  #keep(stays: (key: Key) => boolean) {
    this.#order = this.#order.filter(stays)
    this.#contents.keepOnly(new Set(this.#order.map(String)))
    this.#changed()
  }

  #changed() {
    this.#version++
    const around = this.#around
    if (!around) return
    around.node.rendering.invalidate()
    around.place.changed()
  }

  #list() {
    if (this.#written?.version !== this.#version) {
      const order = this.#order
      const written = { text: JSON.stringify(order), names: order.map(String) }
      this.#written = { version: this.#version, ...written }
    }
    return this.#written!
  }

  /** Requests contents that a run lacks. */
  #ask(names: readonly string[]) {
    const { node, place } = this.#reach()
    const fetched = this.#contents.fetch(this.#contents.missing(names), (take) =>
      place.turn('refill', take),
    )
    if (!fetched) return
    node.life.await(fetched)
  }

  #reach() {
    if (this.#around) return this.#around
    throw new ComponentError(
      'component-detached',
      'Expected stream() in a field of a mounted component, received a call elsewhere. Write `rows = stream(…)` in the class.',
    )
  }
}
