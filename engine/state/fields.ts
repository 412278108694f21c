/** Says which fields of a component are its state, and what kind of value each holds. */

/** Names that belong to the engine or to JavaScript and are never state. */
export type FieldNames = ReadonlySet<string>

/** No names; shared. */
export const NO_FIELDS: FieldNames = new Set()

/** The kind a field's initialiser had, by field: `number`, `Array`, `Map`, `nothing`, … */
export type FieldKinds = ReadonlyMap<string, string>

/** The method of a value that returns plain data to store in its place; see `load()` and `stream()`. */
export const STATE = Symbol.for('telar.state')

/** The method of a value, newly made by the constructor, that takes this data back. */
export const RESTORE = Symbol.for('telar.restore')

/** A field value that stores other data than its own fields. */
export interface SelfStoring {
  [STATE](): unknown
  [RESTORE](data: unknown): void
}

/**
 * The names of a component's state: its own enumerable fields, without the engine's own and
 * without functions, which the constructor makes again.
 */
export function stateFields(component: object, engineOwn: FieldNames = NO_FIELDS): string[] {
  const values = component as Record<string, unknown>
  return Object.keys(values).filter(
    (name) => !engineOwn.has(name) && typeof values[name] !== 'function',
  )
}

/**
 * The kinds of a component's fields as its constructor left them. Take them right after
 * construction and pass them to `encodeState`: they distinguish a field that changed its kind while
 * it ran (kept) from a field whose source code changed (reset).
 */
export function kindsOf(component: object, engineOwn: FieldNames = NO_FIELDS): FieldKinds {
  const values = component as Record<string, unknown>
  const kinds = new Map(
    stateFields(component, engineOwn).map((name) => [name, kindOf(values[name])]),
  )
  const maker = Object.getPrototypeOf(component) ?? Object.prototype
  const last = lastKinds.get(maker)
  if (last && sameEntries(last, kinds)) return last
  lastKinds.set(maker, kinds)
  return kinds
}

/** The kind of a value, for comparing a stored field with its initialiser. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (isSelfStoring(value)) return 'self-storing'
  if (typeof value !== 'object') return typeof value
  return Object.prototype.toString.call(value).slice(8, -1)
}

export function isSelfStoring(value: unknown): value is SelfStoring {
  return typeof value === 'object' && value !== null && STATE in value
}

// Components of a class usually start alike, and then share this record.
const lastKinds = new WeakMap<object, FieldKinds>()

const sameEntries = (a: FieldKinds, b: FieldKinds) =>
  a.size === b.size && [...a].every(([field, kind]) => b.get(field) === kind)
