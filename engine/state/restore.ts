/** Restores stored fields to a component that was just constructed. */
import { SelfStored, type StoredState } from './codec.ts'
import {
  type FieldNames,
  isSelfStoring,
  kindOf,
  RESTORE,
  type SelfStoring,
  stateFields,
} from './fields.ts'

/** What happened to the stored fields: which were restored, and which were reset. */
export interface RestoreReport {
  restored: string[]
  reset: { field: string; why: string }[]
}

/**
 * Assigns the stored fields that the component still has; new fields keep their initialisers.
 * A field that no longer exists, or whose initialiser has another kind now (a number became
 * a list), is reset and reported with a sentence. Never throws.
 */
export function restoreState(
  component: object,
  stored: StoredState,
  engineOwn?: FieldNames,
): RestoreReport {
  const own = new Set(stateFields(component, engineOwn))
  const report: RestoreReport = { restored: [], reset: [] }
  for (const field of Object.keys(stored.fields)) {
    const why = engineOwn?.has(field)
      ? `${field} belongs to the engine`
      : (mismatch(component, own, stored, field) ?? assign(component, field, stored.fields[field]))
    if (why === undefined) report.restored.push(field)
    else report.reset.push({ field, why })
  }
  return report
}

/**
 * Resets a component of this process to what was stored, after a handler failed: new fields
 * are removed, and all others are as they were, whatever kind the handler gave them.
 * `holders` are the self-storing values from the constructor, in case one was replaced.
 * Never throws; returns which fields could not be restored.
 */
export function rollBackState(
  component: object,
  stored: StoredState,
  engineOwn?: FieldNames,
  holders: ReadonlyMap<string, SelfStoring> = NO_HOLDERS,
): RestoreReport {
  const target = component as Record<string, unknown>
  const report: RestoreReport = { restored: [], reset: [] }
  for (const field of stateFields(component, engineOwn)) {
    if (!Object.hasOwn(stored.fields, field)) Reflect.deleteProperty(target, field)
  }
  for (const field of Object.keys(stored.fields)) {
    const holder = holders.get(field)
    if (holder !== undefined && target[field] !== holder) assign(component, field, holder)
    const why = assign(component, field, stored.fields[field])
    if (why === undefined) report.restored.push(field)
    else report.reset.push({ field, why })
  }
  return report
}

/** The self-storing values of a component as its constructor left them, for `rollBackState`. */
export function holdersOf(
  component: object,
  engineOwn?: FieldNames,
): ReadonlyMap<string, SelfStoring> {
  let holders: Map<string, SelfStoring> | undefined
  for (const field of stateFields(component, engineOwn)) {
    const value = (component as Record<string, unknown>)[field]
    if (isSelfStoring(value)) (holders ??= new Map()).set(field, value)
  }
  return holders ?? NO_HOLDERS
}

const NO_HOLDERS: ReadonlyMap<string, SelfStoring> = new Map()

function mismatch(
  component: object,
  own: ReadonlySet<string>,
  { fields, was }: StoredState,
  field: string,
): string | undefined {
  // A name that exists on every object would be written to its prototype.
  if (field in Object.prototype) return `JavaScript reserves the name ${field}`
  const before = Object.hasOwn(was, field) ? was[field]! : storedKind(fields[field])
  if (!own.has(field)) {
    if (before === 'absent' && !(field in component)) return undefined
    return `the component no longer has a field ${field}`
  }
  const now = kindOf((component as Record<string, unknown>)[field])
  if (now === before || now === storedKind(fields[field])) return undefined
  // A field that starts empty has no kind to compare.
  if (now === 'nothing' && storedKind(fields[field]) !== 'self-storing') return undefined
  return `${field} starts as ${now} now and was stored as ${storedKind(fields[field])}`
}

const storedKind = (value: unknown) =>
  value instanceof SelfStored ? 'self-storing' : kindOf(value)

function assign(component: object, field: string, value: unknown): string | undefined {
  const target = component as Record<string, unknown>
  try {
    if (!(value instanceof SelfStored)) {
      target[field] = value
      return undefined
    }
    const holder = target[field]
    if (!isSelfStoring(holder)) return `${field} no longer takes back what it stored`
    holder[RESTORE](value.data)
    return undefined
  } catch (error) {
    return `${field} could not be set: ${error instanceof Error ? error.message : String(error)}`
  }
}
