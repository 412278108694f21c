/** Tells which fields of a component are its state, and what kind of value each holds. */

/** Names that belong to the engine or to JavaScript itself and are never state. */
export type FieldNames = ReadonlySet<string>

/** No names; shared. */
export const NO_FIELDS: FieldNames = new Set()

/** The kind a field's initialiser had, by field: `number`, `Array`, `Map`, `nothing`, … */
export type FieldKinds = ReadonlyMap<string, string>

/** The method of a value that gives plain data to store in its place; see `load()` and `stream()`. */
export const STATE = Symbol.for('telar.state')

/** The method of a value, made anew by the constructor, that is given that data back. */
export const RESTORE = Symbol.for('telar.restore')

/** A field value that stores itself by other data than its own fields. */
export interface SelfStoring {
  [STATE](): unknown
  [RESTORE](data: unknown): void
}

/**
 * The names of a component's state: its own enumerable fields, less the engine's own and
 * less functions, which the constructor builds again.
 */
export function stateFields(component: object, engineOwn: FieldNames = NO_FIELDS): string[] {
  const values = component as Record<string, unknown>
  return Object.keys(values).filter(
    (name) => !engineOwn.has(name) && typeof values[name] !== 'function',
  )
}

/**
 * The kinds of a component's fields as its constructor left them. Take them right after
 * construction and hand them to `encodeState`: they tell a field that changed its kind while it
 * ran (kept) from a field whose source changed (started afresh).
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

/** What a value is, as far as a stored field and its initialiser are compared. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (isSelfStoring(value)) return 'self-storing'
  if (typeof value !== 'object') return typeof value
  return Object.prototype.toString.call(value).slice(8, -1)
}

export function isSelfStoring(value: unknown): value is SelfStoring {
  return typeof value === 'object' && value !== null && STATE in value
}

// The components of a class begin alike, as a rule, and then share what is noted of it.
const lastKinds = new WeakMap<object, FieldKinds>()

const sameEntries = (a: FieldKinds, b: FieldKinds) =>
  a.size === b.size && [...a].every(([field, kind]) => b.get(field) === kind)
