/** Writes and reads what a tab sends, in binary. */
import { Reader } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import { EVENT_NAMES } from './names.ts'
import { UP_ACK, UP_EVENT, UP_HELLO, UP_PART, UP_PING, UP_REPLY } from './opcodes.ts'
import type { EventData, Json, Part, Up, UpEvent } from './ops.ts'
import { checkUp, numbered } from './up.ts'

/** One message from the tab as bytes. */
export function encodeUp(up: Up): Uint8Array<ArrayBuffer> {
  switch (up.type) {
    case 'event':
      return encodeEvent(up)
    case 'ack':
      return encodeMessage(UP_ACK, [up.frame])
    case 'reply':
      return encodeMessage(UP_REPLY, [up.id], up.data)
    case 'hello':
      return encodeMessage(UP_HELLO, [], { ...up, type: undefined })
    case 'ping':
      return encodeMessage(UP_PING, [up.seq ?? 0])
    case 'part':
      return encodePart(up)
    default:
      return up satisfies never
  }
}

export function encodeEvent(up: UpEvent): Uint8Array<ArrayBuffer> {
  const number = Math.max(0, EVENT_NAMES.indexOf(up.event))
  const data = number ? up.data : { ...up.data, type: up.event }
  const head = [up.component, up.slot, number, up.seq, up.frame]
  return encodeMessage(UP_EVENT, head, Object.keys(data).length > 0 ? data : undefined)
}

const encodePart = ({ seq, index, left, content }: Part) =>
  encodeMessage(UP_PART, [seq, index, left], content as Uint8Array)

/** Kind, numbers, and JSON or bytes to the end. A client needs nothing else from this file. */
export function encodeMessage(
  kind: number,
  numbers: readonly number[],
  rest?: object,
): Uint8Array<ArrayBuffer> {
  // The client contains this function, so it is written for size, not for memory.
  const head = [kind]
  for (let value of numbers) {
    for (; value > 127; value >>>= 7) head.push((value & 127) | 128)
    head.push(value)
  }
  const text =
    rest instanceof Uint8Array ? rest : new TextEncoder().encode(rest && JSON.stringify(rest))
  const bytes = new Uint8Array(head.length + text.length)
  bytes.set(head)
  bytes.set(text, head.length)
  return bytes
}

/** A tab's message as a checked value. Throws a ProtocolError for anything else. */
export function decodeUp(bytes: Uint8Array): Up {
  const input = new Reader(bytes)
  const kind = input.u8()
  switch (kind) {
    case UP_EVENT: {
      const [component, slot, number, seq, frame] = input.varints(5) as Five
      const event = EVENT_NAMES[number]
      // Most clicks carry no data, and numbers need no further check.
      if (number > 0 && event !== undefined && input.at === input.end) {
        return { type: 'event', component, event, slot, seq, frame, data: {} }
      }
      return numbered(seq, () => {
        const data = (input.at < input.end ? json(input) : {}) as EventData
        const name = number === 0 ? data?.type : event
        return checkUp({ type: 'event', component, event: name, slot, seq, frame, data })
      })
    }
    case UP_ACK:
      return checkUp({ type: 'ack', frame: input.varint() })
    case UP_REPLY:
      return checkUp({ type: 'reply', id: input.varint(), data: json(input) })
    case UP_HELLO:
      return checkUp({ ...(json(input) as object), type: 'hello' })
    case UP_PING:
      return { type: 'ping', seq: input.at < input.end ? input.varint() : 0 }
    case UP_PART: {
      const [seq, index, left] = input.varints(3) as [number, number, number]
      return { type: 'part', seq, index, left, content: bytes.slice(input.at) }
    }
    default:
      throw new ProtocolError(
        'frame-unknown',
        `Expected a message of kind 1 to 6, received ${kind}.`,
      )
  }
}

type Five = [number, number, number, number, number]

function json(input: Reader): Json {
  const text = input.rest()
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new ProtocolError(
      'frame-malformed',
      `Expected JSON, received ${JSON.stringify(text.slice(0, 40))}.`,
    )
  }
}
