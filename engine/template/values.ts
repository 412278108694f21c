/** Values with a special meaning in a template: keyed lists, raw markup, class and style maps. */
import { contained } from './contained.ts'
import { cssFault } from './css-value.ts'
import { TemplateError } from './errors.ts'
import { normalise } from './escape.ts'
import type { Rendered } from './rendered.ts'
import { type Memos, nextMemos } from './rendered.ts'
import { EACH, type StreamItems, type StreamList } from './stream.ts'

/**
 * A keyed list, evaluated: rows and their keys in order.
 *
 * @example
 * each(['a', 'b'], (letter) => letter, (letter) => html`<li>${letter}</li>`) instanceof List // true
 */
export class List {
  /** The keys of the rows, as text. */
  readonly keys: readonly string[]
  /** In the order of the items. */
  readonly rows: readonly Rendered[]
  constructor(keys: readonly string[], rows: readonly Rendered[]) {
    this.keys = keys
    this.rows = rows
  }
}

interface EachOptions<Item> {
  /** Values that a row depends on; while they are the same (`Object.is`), the row does not run again. Opt-in. */
  memo?: (item: Item, index: number) => readonly unknown[]
}

/**
 * The rows of a `stream()`: only those that are new to the tab run.
 */
export function each<Item>(
  items: StreamItems<Item>,
  row: (item: NoInfer<Item>) => Rendered,
): StreamList
/**
 * A keyed list. Every row runs and is compared, so items changed in place are seen; rows keep their elements by key.
 *
 * @param items Any iterable.
 * @param key What tells the items apart: their ids.
 * @param row The template of one item.
 * @param options `memo` gives what a row depends on; while it stays the same, the row does not run again.
 * @throws TemplateError 'template-key' when two items have one key.
 * @example
 * class Todos extends LiveComponent {
 *   todos = [{ id: 1, text: 'Warp' }, { id: 2, text: 'Weave' }]
 *   getTemplate() {
 *     return html`<ul>${each(this.todos, (todo) => todo.id, (todo) => html`<li>${todo.text}</li>`)}</ul>`
 *   }
 * }
 * const tab = await visit(Todos)
 * tab.text() // 'Warp\nWeave'
 */
export function each<Item>(
  items: Iterable<Item>,
  key: (item: Item, index: number) => string | number | bigint,
  row: (item: Item, index: number) => Rendered,
  options?: EachOptions<Item>,
): List
export function each<Item>(
  items: Iterable<Item> | StreamItems<Item>,
  ...rest: [unknown] | [unknown, unknown, EachOptions<Item>?]
): List | StreamList {
  const rows = typeof items === 'object' && items !== null && EACH in items ? items : undefined
  const isFit = rest.slice(0, 2).every((one) => typeof one === 'function')
  if (rows) {
    if (!isFit || rest.length !== 1) throw unfitForStream(rest)
    return rows[EACH](rest[0] as (item: Item) => Rendered)
  }
  if (!isFit || rest.length < 2 || !isIterable(items)) throw unfit([items, ...rest])
  return keyedList(items, ...(rest as unknown as [Key<Item>, Row<Item>, EachOptions<Item>?]))
}

type Key<Item> = (item: Item, index: number) => string | number | bigint
type Row<Item> = (item: Item, index: number) => Rendered

function keyedList<Item>(
  items: Iterable<Item>,
  key: Key<Item>,
  row: Row<Item>,
  options: EachOptions<Item> = {},
): List {
  // Otherwise long lists grow step by step, which costs half as much as their rows' values.
  const size = Array.isArray(items) ? items.length : 0
  const keys: string[] = new Array(size)
  const rows: Rendered[] = new Array(size)
  // Most lists have increasing numbers as keys, so no key can occur twice; others are looked up.
  let largest = Number.NEGATIVE_INFINITY
  let seen: Set<string> | undefined
  const memos = options.memo && nextMemos(row.toString())
  let index = 0
  for (const item of items) {
    const given = key(item, index)
    const name = keyText(given, index)
    if (!seen && typeof given === 'number' && given > largest) largest = given
    else {
      seen ??= new Set(keys)
      if (seen.has(name)) throw twice(name, keys.indexOf(name), index)
      seen.add(name)
    }
    keys[index] = name
    const deps = memos && options.memo?.(item, index)
    rows[index] = deps ? remembered(row, deps, item, index, name, memos) : row(item, index)
    index++
  }
  // A list may have become shorter while its rows ran.
  if (index < size) keys.length = rows.length = index
  if (memos) forgetRows(memos, seen ?? new Set(keys))
  return new List(keys, rows)
}

function forgetRows({ rows }: Memos, keys: ReadonlySet<string>) {
  for (const key of rows.keys()) if (!keys.has(key)) rows.delete(key)
}

function remembered<Item>(
  row: (item: Item, index: number) => Rendered,
  deps: readonly unknown[],
  item: Item,
  index: number,
  key: string,
  memos: Memos,
): Rendered {
  const known = memos.rows.get(key)
  if (
    known &&
    known.deps.length === deps.length &&
    known.deps.every((dep, i) => Object.is(dep, deps[i]))
  ) {
    return known.rendered as Rendered
  }
  const rendered = row(item, index)
  memos.rows.set(key, { deps, rendered })
  return rendered
}

/**
 * Markup that is not escaped. The caller is responsible for its content.
 *
 * @example
 * raw('<b>bold</b>') instanceof Raw // true
 */
export class Raw {
  /** What goes into the page. */
  readonly markup: string
  /** @internal As written; `markup` may be only the part that is allowed in its place. */
  readonly given: string
  constructor(markup: string, given = markup) {
    this.markup = markup
    this.given = given
  }

  /** @internal The same in `context` (`nesting.ts`): it closes what it opens, and nothing else. */
  within(context: number): Raw {
    const markup = contained(normalise(this.given), context)
    return markup === this.markup ? this : new Raw(markup, this.given)
  }
}

/**
 * Puts markup into a template unescaped; what it leaves open is closed, and what would close something around it is dropped.
 * Use it for markup that your own code made, never for a visitor's text.
 *
 * @param markup What it leaves open is closed, and what would close something around it is left out.
 * @example
 * class Article extends LiveComponent {
 *   markup = '<b>Written</b> by our own code'
 *   getTemplate() {
 *     return html`<article>${raw(this.markup)}</article>`
 *   }
 * }
 * const tab = await visit(Article)
 * tab.text('b') // 'Written'
 */
export const raw = (markup: string): Raw => {
  if (typeof markup !== 'string') {
    throw new TemplateError(
      'template-value',
      `Expected text with markup in raw(), received ${kindOf(markup)}. Convert it to text first.`,
    )
  }
  return new Raw(markup)
}

/**
 * Class names by condition: `class=${classes({ done: todo.done, big: true })}`.
 *
 * @param map Class → whether it is there.
 * @example
 * classes({ done: true, big: false }) // 'done'
 */
export const classes = (map: Readonly<Record<string, unknown>>): string =>
  Object.entries(map)
    .filter(([, on]) => Boolean(on))
    .map(([name]) => name)
    .join(' ')

/**
 * Inline styles by property; null, undefined and false leave one out: `style=${styles({ color: 'red' })}`.
 *
 * @param map Property → value, in camel case or as in CSS; `null`, `undefined` and `false` leave it out.
 * @throws TemplateError 'template-value' for a value that would end its declaration or continue after it.
 * @example
 * styles({ color: 'red', fontSize: '2rem', margin: null }) // 'color: red; font-size: 2rem'
 */
export const styles = (
  map: Readonly<Record<string, string | number | null | undefined | false>>,
): string =>
  Object.entries(map)
    .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
    .map(([name, value]) => declaration(dashed(name), String(value)))
    .join('; ')

function declaration(name: string, value: string): string {
  if (!/^(--[^\s:;{}()[\]"'!/\\]+|-?[a-z_][\w-]*)$/i.test(name)) {
    throw new TemplateError(
      'template-value',
      `Expected the name of a CSS property in styles(), received ${JSON.stringify(name)}. Write styles({ color: 'red' }).`,
    )
  }
  const fault = cssFault(value, name.startsWith('--'))
  if (fault === undefined) return `${name}: ${value}`
  throw new TemplateError(
    'template-value',
    `Expected one CSS value for ${name} in styles(), received ${JSON.stringify(value.slice(0, 60))} with ${fault}. Put what is not CSS into quotes, and give each property its own field.`,
  )
}

const dashed = (name: string) =>
  name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function keyText(key: unknown, index: number): string {
  if (typeof key === 'string' || typeof key === 'bigint') return String(key).toWellFormed()
  if (typeof key === 'number' && !Number.isNaN(key)) return String(key)
  throw new TemplateError(
    'template-key',
    `Expected text or a number as the key of item ${index} in each(), received ${kindOf(key)}. Give every item an id and return it.`,
  )
}

const twice = (key: string, first: number, second: number) =>
  new TemplateError(
    'template-key',
    `Expected a different key for each item in each(), received "${key}" for items ${first} and ${second}. Return a unique id.`,
  )

const isIterable = <Item>(items: unknown): items is Iterable<Item> =>
  typeof (items as Iterable<Item> | undefined)?.[Symbol.iterator] === 'function'

const unfit = (given: readonly unknown[]) =>
  new TemplateError(
    'template-value',
    `Expected each(items, key, row), received ${given.map(kindOf).join(', ')}. Write each(this.items, (item) => item.id, (item) => html\`<li>…</li>\`).`,
  )

const unfitForStream = (rest: readonly unknown[]) =>
  new TemplateError(
    'template-value',
    `Expected each(rows, row) for a stream, which knows its keys, received ${['a Stream', ...rest.map(kindOf)].join(', ')}. Write each(this.rows, (row) => html\`<li>…</li>\`).`,
  )

/** The kind of a value, for messages. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing (undefined)'
  if (typeof value === 'function') return value.name ? `the function ${value.name}` : 'a function'
  if (value instanceof Promise) return 'a promise'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') {
    const name = Object.getPrototypeOf(value)?.constructor?.name
    return name && name !== 'Object' ? `a ${name}` : 'an object'
  }
  return `${typeof value} ${JSON.stringify(value)?.slice(0, 40) ?? String(value)}`
}
