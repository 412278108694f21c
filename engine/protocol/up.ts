/** Checks a tab's message field by field; nothing unchecked goes further. */
import { ProtocolError } from './errors.ts'
import { MAX_VARINT } from './opcodes.ts'
import type { EventData, Json, Up } from './ops.ts'

/** The message with known fields only. Throws a ProtocolError that names the field. */
export function checkUp(value: unknown): Up {
  if (!isObject(value)) throw wrong('message', 'an object', value)
  switch (value.type) {
    case 'event':
      return {
        type: 'event',
        component: whole(value, 'component'),
        event: name(value, 'event'),
        slot: whole(value, 'slot'),
        seq: whole(value, 'seq'),
        frame: whole(value, 'frame'),
        data: checkData(value.data ?? {}),
      }
    case 'ack':
      return { type: 'ack', frame: whole(value, 'frame') }
    case 'reply':
      if (!isObject(value.data)) throw wrong('data', 'an object', value.data)
      return {
        type: 'reply',
        id: whole(value, 'id'),
        data:
          typeof value.data.error === 'string'
            ? { error: value.data.error }
            : { value: (value.data.value ?? null) as Json },
      }
    case 'hello':
      return {
        type: 'hello',
        token: text(value, 'token', 4096),
        epoch: whole(value, 'epoch'),
        frame: whole(value, 'frame'),
        seq: whole(value, 'seq'),
        path: text(value, 'path', 4096),
        ...(value.templates === undefined ? {} : { templates: names(value.templates) }),
      }
    case 'ping':
      return value.seq === undefined ? { type: 'ping' } : { type: 'ping', seq: whole(value, 'seq') }
    case 'part':
      return {
        type: 'part',
        seq: whole(value, 'seq'),
        index: whole(value, 'index'),
        left: whole(value, 'left'),
        content: text(value, 'content'),
      }
    default:
      throw new ProtocolError(
        'frame-unknown',
        `Expected a message of type event, part, ack, reply, hello or ping, received ${show(value.type)}.`,
      )
  }
}

/** An error after the event's number carries that number: the event must be answered, or no later one could be. */
export function numbered<T>(seq: number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ProtocolError) error.seq = seq
    throw error
  }
}

function checkData(data: unknown): EventData {
  if (!isObject(data)) throw wrong('data', 'an object', data)
  const checked: EventData = {}
  // Most clicks carry no data.
  if (Object.keys(data).length === 0) return checked
  for (const field of TEXTS) if (data[field] !== undefined) checked[field] = text(data, field)
  for (const field of FLAGS) if (data[field] !== undefined) checked[field] = flag(data, field)
  for (const field of NUMBERS) if (data[field] !== undefined) checked[field] = finite(data, field)
  if (data.form !== undefined) checked.form = texts(data.form, 'form', true)
  if (data.values !== undefined) {
    checked.values = texts({ values: data.values }, 'data', true).values as string[]
    if (!Array.isArray(data.values)) throw wrong('values', 'a list of strings', data.values)
  }
  if (data.dataset !== undefined) {
    checked.dataset = texts(data.dataset, 'dataset', false) as Record<string, string>
  }
  if (data.detail !== undefined) checked.detail = data.detail as Json
  return checked
}

const TEXTS = ['value', 'name', 'key', 'code', 'type'] as const
const FLAGS = ['checked', 'open', 'alt', 'ctrl', 'meta', 'shift', 'repeat'] as const
const NUMBERS = ['x', 'y'] as const

// The result has no prototype: a field named __proto__ or constructor is a name like any other.
function texts(value: unknown, field: string, lists: boolean): Record<string, string | string[]> {
  if (!isObject(value)) throw wrong(field, 'an object of strings', value)
  const checked: Record<string, string | string[]> = Object.create(null)
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry === 'string') checked[name] = entry
    else if (lists && Array.isArray(entry) && entry.every((one) => typeof one === 'string')) {
      checked[name] = entry
    } else throw wrong(`${field}.${name}`, 'a string', entry)
  }
  return checked
}

type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function whole(fields: Fields, field: string): number {
  const value = fields[field]
  if (isWhole(value)) return value
  throw wrong(field, `a whole number from 0 to ${MAX_VARINT}`, value)
}

export const isWhole = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_VARINT

function finite(fields: Fields, field: string): number {
  const value = fields[field]
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw wrong(field, 'a number', value)
}

function text(fields: Fields, field: string, most = Number.POSITIVE_INFINITY): string {
  const value = fields[field]
  if (typeof value === 'string' && value.length <= most) return value
  throw wrong(field, 'a string', value)
}

function name(fields: Fields, field: string): string {
  const value = fields[field]
  if (typeof value === 'string' && /^[a-z][\w:.-]{0,63}$/i.test(value)) return value
  throw wrong(field, 'the name of an event', value)
}

/** The most that a tab may name. */
const MAX_TEMPLATES = 256

function names(value: unknown): string[] {
  const isName = (one: unknown) => typeof one === 'string' && /^[\da-z]{1,7}$/.test(one)
  if (Array.isArray(value) && value.length <= MAX_TEMPLATES && value.every(isName)) return value
  throw wrong('templates', `at most ${MAX_TEMPLATES} names of templates`, value)
}

function flag(fields: Fields, field: string): boolean {
  const value = fields[field]
  if (typeof value === 'boolean') return value
  throw wrong(field, 'true or false', value)
}

const wrong = (field: string, wanted: string, got: unknown) =>
  new ProtocolError('frame-malformed', `Expected ${wanted} as ${field}, received ${show(got)}.`)

// Data may be nested so deep that writing it down overflows the stack.
function show(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object'
  return (JSON.stringify(value) ?? String(value)).slice(0, 60)
}
