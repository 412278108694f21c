/** Encodes a component's fields as one string and decodes them: as JSON where that can represent them completely, as devalue otherwise. */
import { DevalueError, parse, stringify } from 'devalue'
import { StateError } from './errors.ts'
import {
  type FieldKinds,
  type FieldNames,
  isSelfStoring,
  kindOf,
  NO_FIELDS,
  STATE,
} from './fields.ts'
import { refusal } from './refusal.ts'
import { isLeaf } from './row.ts'
import type { RowTexts } from './row-texts.ts'

/** The default limit for a component's state, in bytes. */
const MAX_STATE_BYTES = 1_048_576

interface EncodeOptions {
  /** The component's name for messages; its class name by default. */
  name?: string
  /** Fields of the base class that are not state. */
  engineOwn?: FieldNames
  /** What `kindsOf` returned right after construction. */
  initial?: FieldKinds
  /** The most UTF-8 bytes the string may take. */
  maxBytes?: number
  /** What the component's last encoding left, updated by this one: the string is the same, only faster. */
  texts?: RowTexts
}

/** The decoded result of `encodeState`. */
export interface StoredState {
  fields: Record<string, unknown>
  /** The kind in the initialiser, for fields whose value had another kind when they were stored. */
  was: Record<string, string>
}

/** The data that a self-storing value stored instead of itself. */
export class SelfStored {
  readonly data: unknown

  constructor(data: unknown) {
    this.data = data
  }
}

/**
 * A component's state as one string: JSON and Date, Map, Set, BigInt, RegExp, URL, typed arrays,
 * `undefined`, NaN, ±Infinity, -0 and cycles, all as they were. Equal state gives equal strings.
 *
 * @throws StateError `state-unstorable` naming the field and what it holds; `state-too-large`.
 */
export function encodeState(component: object, options: EncodeOptions = {}): string {
  const {
    name = component.constructor.name || 'Component',
    engineOwn = NO_FIELDS,
    initial,
    texts,
  } = options
  const values = component as Record<string, unknown>
  const fields: Record<string, unknown> = {}
  let apart: Record<string, string> | undefined
  for (const field of Object.keys(values)) {
    const value = values[field]
    if (engineOwn.has(field) || typeof value === 'function') continue
    // Restoring such a name would write to a prototype.
    if (field in Object.prototype) throw refusal(name, `.${field}`, component, 'reserved')
    fields[field] = value
    const was = initial === undefined ? undefined : (initial.get(field) ?? 'absent')
    // The type of a plain value is its kind, so only the others are checked.
    if (was === undefined || was === typeof value || was === kindOf(value)) continue
    apart ??= Object.create(null) as Record<string, string>
    apart[field] = was
  }
  // Most state is a tree of plain values, and all of it is encoded after each event: JSON takes a third of the time. For
  // anything else devalue is used, whose notation begins with a bracket.
  let written: string | undefined
  try {
    written = writeTree(fields, texts)
    // If a value is too deep or throws when read, devalue refuses it and names the place.
  } catch {}
  written ??= writeFields(component, Object.keys(fields), name)
  const head = apart === undefined ? FORMAT : FORMAT + JSON.stringify(apart)
  // `join` gives a text in one piece, `+` one in two that are joined when it is compared, and then kept beside the result.
  const text = [head, written].join('\n')
  const limit = options.maxBytes ?? MAX_STATE_BYTES
  // A UTF-16 unit takes at most 3 bytes, so most strings need not be measured.
  if (text.length * 3 > limit) refuseLarge(text, limit, name)
  return text
}

/** Reads what `encodeState` wrote. @throws StateError `state-unreadable`. */
export function decodeState(text: string): StoredState {
  const end = text.indexOf('\n')
  if (!text.startsWith(FORMAT) || end < 0) {
    throw unreadable(
      `Expected state of format ${FORMAT}, received ${JSON.stringify(text.slice(0, 20))}`,
    )
  }
  try {
    const was = text.slice(FORMAT.length, end)
    return {
      fields:
        text[end + 1] === '{'
          ? JSON.parse(text.slice(end + 1))
          : parse(text.slice(end + 1), { self: ([data]: [unknown]) => new SelfStored(data) }),
      was: was === '' ? {} : JSON.parse(was),
    }
  } catch (cause) {
    throw unreadable(
      `Expected stored state that can be read, received an error: ${messageOf(cause)}`,
      cause,
    )
  }
}

/** The fields in which two encoded states of one component differ. */
export function changedFields(before: string, after: string): string[] {
  const [old, now] = [decodeState(before).fields, decodeState(after).fields]
  const text = (fields: Record<string, unknown>, field: string) =>
    field in fields ? stringify(fields[field], REDUCERS) : ''
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return names.filter((field) => text(old, field) !== text(now, field))
}

// The first characters of every stored state; change them when the format changes.
const FORMAT = '1'

/** Objects met so far in the state that is being checked. */
const met = new Set<object>()

/**
 * The record as JSON if it is a tree of plain values: texts, finite numbers, booleans, null, and plain lists and records of them; undefined if anything needs another notation. With
 * `texts`, filled when the record was last written, unchanged parts of long lists are reused, with the same result.
 */
export function writeTree(
  record: Readonly<Record<string, unknown>>,
  texts?: RowTexts,
): string | undefined {
  let text: string | undefined
  try {
    text = texts === undefined ? writeWhole(record) : writeAround(record, texts)
    return text
  } finally {
    if (text === undefined) texts?.clear()
    // Clearing allocates a new table, even for an empty set.
    if (met.size > 0) met.clear()
  }
}

function writeWhole(record: Readonly<Record<string, unknown>>): string | undefined {
  for (const name in record) if (!isTree(record[name])) return undefined
  return JSON.stringify(record)
}

function writeAround(
  record: Readonly<Record<string, unknown>>,
  texts: RowTexts,
): string | undefined {
  const long: string[] = []
  for (const name in record) {
    const value = record[name]
    if (!Array.isArray(value) || !texts.follows(name, value)) {
      // Most values are texts and numbers, and end here.
      const isSimple = typeof value === 'string' || (Number.isInteger(value) && value !== 0)
      if (!isSimple && !isTree(value)) return undefined
    } else {
      if (met.has(value)) return undefined
      met.add(value)
      long.push(name)
    }
  }
  // Nothing is remembered, so nothing can be reused.
  if (texts.lists === undefined) return JSON.stringify(record)
  const lists = texts.write(record, long)
  if (lists === undefined) {
    texts.clear()
    met.clear()
    return writeWhole(record)
  }
  if (long.length === 0) return JSON.stringify(record)
  for (const value of met) if (texts.holds(value)) return undefined
  let text = ''
  let at = 0
  for (const name in record) {
    const value = name === long[at] ? lists[at++] : JSON.stringify(record[name])
    text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:${value}`
  }
  return `${text}}`
}

const isTree = (value: unknown) =>
  typeof value === 'object' && value !== null ? isBranch(value) : isLeaf(value)

// An object that is in two places must come back as one object.
function isBranch(value: object): boolean {
  if (met.has(value)) return false
  met.add(value)
  const prototype = Object.getPrototypeOf(value)
  if (prototype === Array.prototype) {
    const list = value as unknown[]
    // A gap reads as undefined, which JSON can't represent.
    for (let i = 0; i < list.length; i++) if (!isTree(list[i])) return false
    return true
  }
  if (prototype !== Object.prototype) return false
  for (const name in value) {
    if (name === '__proto__' || !isTree((value as Record<string, unknown>)[name])) return false
  }
  return Object.getOwnPropertySymbols(value).length === 0
}

function writeFields(component: object, names: string[], name: string): string {
  const fields: Record<string, unknown> = {}
  let selfStoring = false
  for (const field of names) {
    const value = (component as Record<string, unknown>)[field]
    if (isSelfStoring(value)) {
      selfStoring = true
      fields[field] = new SelfStored(value[STATE]())
    } else {
      fields[field] = value
    }
  }
  try {
    return stringify(fields, selfStoring ? REDUCERS : undefined, { operations: STRICT })
  } catch (cause) {
    if (cause instanceof RangeError) throw refusal(name, '', component, 'deep', cause)
    if (!(cause instanceof DevalueError)) throw refusal(name, '', component, 'throws', cause)
    throw refusal(name, cause.path, cause.value, undefined, cause)
  }
}

const REDUCERS = { self: (value: unknown) => value instanceof SelfStored && [value.data] }

// A subclass of Map or Array would come back as a plain one, so it is refused.
const STRICT = {
  tagOf(value: object): string {
    const tag = Object.prototype.toString.call(value).slice(8, -1)
    return isSelfStoring(value) || depthOf(value) > (DEPTHS[tag] ?? 2) ? 'Refused' : tag
  },
  shapeOf(value: object): Shape {
    const prototype = Object.getPrototypeOf(value)
    if (isSelfStoring(value)) return { kind: 'not-plain' }
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return { kind: 'not-plain' }
    if (Object.getOwnPropertySymbols(value).length > 0) return { kind: 'symbol-keys' }
    return { kind: prototype === null ? 'null-proto' : 'plain', keys: Object.keys(value) }
  },
}

type Shape =
  | { kind: 'plain' | 'null-proto'; keys: string[] }
  | { kind: 'not-plain' }
  | { kind: 'symbol-keys' }

// How many prototypes a value has: realms differ in identity, but never in this.
function depthOf(value: object): number {
  let depth = 0
  for (let above = Object.getPrototypeOf(value); above !== null; depth++) {
    above = Object.getPrototypeOf(above)
  }
  return depth
}

const DEPTHS: Record<string, number> = {
  Int8Array: 3,
  Uint8Array: 3,
  Uint8ClampedArray: 3,
  Int16Array: 3,
  Uint16Array: 3,
  Int32Array: 3,
  Uint32Array: 3,
  Float32Array: 3,
  Float64Array: 3,
  BigInt64Array: 3,
  BigUint64Array: 3,
}

function refuseLarge(text: string, limit: number, name: string): void {
  const bytes = new TextEncoder().encode(text).length
  if (bytes <= limit) return
  throw new StateError(
    'state-too-large',
    `Expected the state of ${name} to take at most ${limit} bytes, received ${bytes}. Keep only what the page must remember in fields, and load the rest when it is needed (load(), stream()).`,
  )
}

const unreadable = (sentence: string, cause?: unknown) =>
  new StateError('state-unreadable', `${sentence}. The component starts from its initial state.`, {
    cause,
  })

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
