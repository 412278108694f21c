/** Writes a component's fields down as one string and reads them back. */
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
import type { RowTexts } from './row-texts.ts'
import { writeTree } from './tree.ts'

/** A component's state may take this many bytes unless the caller says otherwise. */
const MAX_STATE_BYTES = 1_048_576

interface EncodeOptions {
  /** How the component is called in sentences; its class name unless given. */
  name?: string
  /** Fields of the base class that are not state. */
  engineOwn?: FieldNames
  /** What `kindsOf` said right after construction. */
  initial?: FieldKinds
  /** The most UTF-8 bytes the string may take. */
  maxBytes?: number
  /** What the component's last writing left, and what this one leaves: the string is the same, and sooner there. */
  texts?: RowTexts
}

/** What `encodeState` wrote, read back. */
export interface StoredState {
  fields: Record<string, unknown>
  /** The initialiser's kind of the fields whose value was then of another kind. */
  was: Record<string, string>
}

/** The data that a self-storing value gave in its place. */
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
  const { name = component.constructor.name, engineOwn = NO_FIELDS, initial, texts } = options
  const values = component as Record<string, unknown>
  const fields: Record<string, unknown> = {}
  let apart: Record<string, string> | undefined
  for (const field of Object.keys(values)) {
    const value = values[field]
    if (engineOwn.has(field) || typeof value === 'function') continue
    // Filled in again, such a name would be written through to a prototype.
    if (field in Object.prototype) throw refusal(name, `.${field}`, component, 'reserved')
    fields[field] = value
    const was = initial === undefined ? undefined : (initial.get(field) ?? 'absent')
    // A plain value's kind is its type, so the others alone are looked at.
    if (was === undefined || was === typeof value || was === kindOf(value)) continue
    apart ??= Object.create(null) as Record<string, string>
    apart[field] = was
  }
  // Most state is a tree of plain values, and all of it is written after each event: JSON takes a third of the time. Anything
  // else is left to devalue, whose notation begins with a bracket.
  let written: string | undefined
  try {
    written = writeTree(fields, texts)
    // What is too deep, or throws when it is read, devalue refuses by name.
  } catch {}
  written ??= writeFields(component, Object.keys(fields), name)
  const text = `${FORMAT}${apart === undefined ? '' : JSON.stringify(apart)}\n${written}`
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

/** The fields that two texts of one component's state tell apart. */
export function changedFields(before: string, after: string): string[] {
  const [old, now] = [decodeState(before).fields, decodeState(after).fields]
  const text = (fields: Record<string, unknown>, field: string) =>
    field in fields ? stringify(fields[field], REDUCERS) : ''
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return names.filter((field) => text(old, field) !== text(now, field))
}

// The first characters of every stored state; a change of the format changes them.
const FORMAT = '1'

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

// A subclass of Map or Array would come back as a plain one, so it is no longer taken for one.
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

// How many prototypes stand above a value; realms differ in identity, never in this.
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
