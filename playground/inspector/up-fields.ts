/** PURE: takes what a tab sends apart into its fields, each with the bytes that it stands in. */
import { opcodes as code, EVENT_NAMES, Reader } from '../../engine/protocol/index.ts'
import type { Field, UpFieldName } from './frame-fields.ts'

type Plan = readonly [message: string, numbers: readonly UpFieldName[], rest?: 'data' | 'content']

const PLANS: Readonly<Record<number, Plan>> = {
  [code.UP_EVENT]: ['event', ['component', 'slot', 'event', 'seq', 'frame'], 'data'],
  [code.UP_ACK]: ['ack', ['frame']],
  [code.UP_REPLY]: ['reply', ['id'], 'data'],
  [code.UP_HELLO]: ['hello', [], 'data'],
  [code.UP_PING]: ['ping', ['seq']],
  [code.UP_PART]: ['part', ['seq', 'index', 'left'], 'content'],
}

/** The fields of a tab's message in the order of its bytes, without gaps. */
export function upFieldsOf(bytes: Uint8Array): readonly Field[] {
  const input = new Reader(bytes)
  const kind = input.u8()
  const [message, numbers, rest] = PLANS[kind] ?? [`${kind}`, [], 'content']
  const fields: Field[] = [{ from: 0, to: 1, name: 'message', value: message }]
  for (const name of numbers) {
    // A ping may leave its number out.
    if (input.at === input.end) break
    const from = input.at
    const value = input.varint()
    const said = name === 'event' ? EVENT_NAMES[value] || value : value
    fields.push({ from, to: input.at, name, value: said })
  }
  if (rest && input.at < input.end) {
    const from = input.at
    const value = rest === 'data' ? input.rest() : bytes.length - from
    fields.push({ from, to: bytes.length, name: rest, value })
  }
  return fields
}
