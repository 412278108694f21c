/** Tells which fields of a component are its state, and what kind of value each holds. */

/** Names that belong to the engine or to JavaScript itself and are never state. */
export type FieldNames = ReadonlySet<string>

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
export function stateFields(component: object, engineOwn: FieldNames = NONE): string[] {
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
export function kindsOf(component: object, engineOwn: FieldNames = NONE): FieldKinds {
  const values = component as Record<string, unknown>
  return new Map(stateFields(component, engineOwn).map((name) => [name, kindOf(values[name])]))
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

const NONE: FieldNames = new Set()
