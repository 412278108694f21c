/** The names of fields: `email`, `address.city`, `tags[1]`, and the values at these places in a tree of plain values. */
import { FormError } from './errors.ts'

type Leaf = string | number | bigint | boolean | symbol | Date | null | undefined

/** Every name of a field of these values: keys joined by dots, items of lists by `[0]`. */
export type FieldName<Values> = 0 extends 1 & Values ? string : NameIn<Values, [0, 0, 0, 0, 0]>

// Types that contain themselves end after some levels.
type NameIn<Values, Left extends readonly 0[]> = Left extends readonly [
  0,
  ...infer Less extends 0[],
]
  ? Values extends Leaf
    ? never
    : Values extends readonly (infer Item)[]
      ? Below<`[${number}]`, Item, Less>
      : Values extends object
        ? { [Key in keyof Values & string]-?: Below<Key, Values[Key], Less> }[keyof Values & string]
        : never
  : never

type Below<Start extends string, Value, Left extends readonly 0[]> =
  | Start
  | (NameIn<NonNullable<Value>, Left> extends infer Name extends string
      ? Name extends `[${string}`
        ? `${Start}${Name}`
        : `${Start}.${Name}`
      : never)

type Key = string | number

/** The keys of a name. @throws FormError 'form-name' */
export function keysOf(name: string): readonly Key[] {
  const known = parsed.get(name)
  if (known) return known
  const keys = NAME.test(name)
    ? [...name.matchAll(PART)].map(([, key, index]) => key ?? Number(index))
    : undefined
  if (!keys || keys.some((key) => RESERVED.has(String(key)))) {
    throw new FormError(
      'form-name',
      `Expected the name of a field such as email, address.city or tags[0], received ${JSON.stringify(String(name).slice(0, 60))}. Join keys by dots and write the place in a list in brackets.`,
    )
  }
  if (parsed.size > MAX_PARSED) parsed.clear()
  parsed.set(name, keys)
  return keys
}

// Names come from templates, but a list may have very many rows.
const MAX_PARSED = 10_000
const parsed = new Map<string, readonly Key[]>()

const NAME = /^[^.[\]]+(?:\.[^.[\]]+|\[\d{1,5}\])*$/
const PART = /([^.[\]]+)|\[(\d+)\]/g
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])

/** The name of a path in a schema's issue; empty for the whole. */
export function nameOf(
  path: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined,
): string {
  let name = ''
  for (const part of path ?? []) {
    const key = typeof part === 'object' ? part.key : part
    if (typeof key === 'number' || (name && /^\d+$/.test(String(key)))) name += `[${String(key)}]`
    else name += name ? `.${String(key)}` : String(key)
  }
  return name
}

/** The value at a name; undefined where nothing is. */
export function valueAt(tree: unknown, name: string): unknown {
  let at = tree
  for (const key of keysOf(name)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<Key, unknown>)[key]
  }
  return at
}

/** Whether there is a value at a name, be it undefined. */
export function hasValueAt(tree: unknown, name: string): boolean {
  const keys = keysOf(name)
  const parent = name.slice(0, name.length - partLength(name, keys.at(-1)!))
  const holder = parent ? valueAt(tree, parent) : tree
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, keys.at(-1)!)
}

const partLength = (name: string, last: Key) =>
  typeof last === 'number'
    ? name.length - name.lastIndexOf('[')
    : last.length + (name === last ? 0 : 1)

/** Sets the value at a name, with the objects and lists that lead to it. */
export function setAt(tree: object, name: string, value: unknown): void {
  const keys = keysOf(name)
  let at = tree as Record<Key, unknown>
  for (const [i, key] of keys.entries()) {
    if (i === keys.length - 1) at[key] = value
    else {
      const next = Object.hasOwn(at, key) ? at[key] : undefined
      const isHolder = typeof next === 'object' && next !== null && !(next instanceof Date)
      at = (isHolder ? next : (at[key] = typeof keys[i + 1] === 'number' ? [] : {})) as typeof at
    }
  }
}

/** Whether every item of a list on the way to a name exists: a line that was removed does not come back because it was in the page. */
export function hasLines(tree: unknown, name: string): boolean {
  return [...name.matchAll(/\[\d+\]/g)].every(({ index, 0: part }) =>
    hasValueAt(tree, name.slice(0, index + part.length)),
  )
}

/** A copy of plain objects and lists; everything else in it is the same. */
export function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value
  if (typeof value !== 'object' || value === null) return value
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return value
  const copy: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(value)) if (!RESERVED.has(key)) copy[key] = copyOf(one)
  return copy as Value
}

/** Takes the value at a name out of the tree. */
export function dropAt(tree: object, name: string): void {
  const keys = keysOf(name)
  const last = keys.at(-1)!
  const start = name.slice(0, name.length - partLength(name, last))
  const holder = start ? valueAt(tree, start) : tree
  if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, last)
}

/** Whether two values of a form are the same, lists by their items. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime()
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  const [first, second] = [Object.entries(one), Object.entries(other)]
  return (
    first.length === second.length &&
    first.every(([key, value]) => isSame(value, (other as Record<string, unknown>)[key]))
  )
}
