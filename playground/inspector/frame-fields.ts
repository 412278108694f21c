/** PURE: takes a frame apart into its fields, each with the bytes that it stands in. */
import {
  opcodes as code,
  DRIVE_KINDS,
  type NameTable,
  READ_KINDS,
  Reader,
  SIGNALS,
  unzigzag,
} from '../../engine/protocol/index.ts'

/** One field: bytes `from` up to, but without, `to`. */
export interface Field {
  readonly from: number
  readonly to: number
  readonly name: FieldName
  readonly value: string | number
}

export type FieldName =
  | 'flags'
  | 'frame'
  | 'acknowledges'
  | 'opsLength'
  | 'op'
  | 'slot'
  | 'name'
  /** How long a text of the block is; the texts follow in the same order. */
  | 'length'
  | 'on'
  | 'number'
  | 'list'
  | 'template'
  | 'before'
  | 'count'
  | 'stride'
  | 'step'
  | 'times'
  | 'kind'
  | 'id'
  | 'text'
  | 'hash'
  | UpFieldName

export type UpFieldName =
  | 'slot'
  | 'frame'
  | 'id'
  | 'message'
  | 'component'
  | 'event'
  | 'seq'
  | 'index'
  | 'left'
  | 'data'
  | 'content'

/** The fields of a frame in the order of its bytes, without gaps. Throws a `ProtocolError` where the decoder does. */
export function fieldsOf(bytes: Uint8Array, known: NameTable): readonly Field[] {
  const input = new Reader(bytes)
  const fields: Field[] = []
  const texts: string[] = []
  // A frame may define a name before it uses it; the connection's own table is for the decoder to fill.
  const names = new Map(known)
  let previous = 0

  const note = (name: FieldName, from: number, value: string | number) => {
    fields.push({ from, to: input.at, name, value })
  }
  const byte = (name: FieldName) => {
    const from = input.at
    const value = input.u8()
    note(name, from, value)
    return value
  }
  const number = (name: FieldName, read = (value: number): string | number => value) => {
    const from = input.at
    const value = input.varint()
    note(name, from, read(value))
    return value
  }
  const slot = () => number('slot', (distance) => (previous += unzigzag(distance)))
  const before = () =>
    number('before', (distance) => (distance === 0 ? 0 : previous + unzigzag(distance)))
  const name = () => number('name', (value) => names.get(value) ?? `#${value}`)
  const flags = byte('flags')
  number('frame')
  if (flags & code.FLAG_ACKNOWLEDGES) byte('acknowledges')
  const hash = flags & code.FLAG_HASH ? 4 : 0
  const opsLength = flags & code.FLAG_BLOCK ? number('opsLength') : undefined
  const end = opsLength === undefined ? bytes.length - hash : input.at + opsLength

  const block = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    bytes.subarray(end, bytes.length - hash),
  )
  let taken = 0
  const text = () => {
    const length = number('length')
    taken += length
    const value = block.slice(taken - length, taken)
    texts.push(value)
    return value
  }
  const rows = (count: number) => {
    for (let left = count; left > 0; ) {
      const step = number('step', (value) => unzigzag(value >>> 1))
      const times = step & 1 ? number('times') : 1
      previous += unzigzag(step >>> 1) * times
      left -= times
    }
  }
  const readOp = (opcode: number) => {
    switch (opcode) {
      case code.SET_TEXT:
      case code.SET_HTML:
        slot()
        return text()
      case code.SET_ATTR:
      case code.SET_PROP:
        slot()
        name()
        return text()
      case code.DEL_ATTR:
        slot()
        return name()
      case code.CLASS:
        slot()
        number('on')
        return text()
      case code.TEMPLATE:
        number('template')
        return text()
      case code.INSERT: {
        number('list')
        number('template')
        slot()
        before()
        text()
        for (let left = number('count'); left > 0; left -= 1) text()
        return
      }
      case code.MOVE:
        slot()
        return before()
      case code.REMOVE:
        return slot()
      case code.ORDER:
        number('list')
        return rows(number('count'))
      case code.EVENT:
        name()
        return text()
      case code.RUN: {
        number('stride')
        slot()
        for (let left = number('count'); left > 0; left -= 1) text()
        return
      }
      case code.COMPONENT:
        previous = 0
        return number('id')
      case code.MOUNT:
        slot()
        return number('id')
      case code.UNMOUNT:
        return number('id')
      case code.NAME: {
        const defined = number('number')
        return names.set(defined, text())
      }
      case code.DRIVE:
        number('kind', (kind) => DRIVE_KINDS[kind] || kind)
        text()
        text()
        return text()
      case code.READ:
        number('kind', (kind) => READ_KINDS[kind] || kind)
        number('id')
        text()
        return text()
      case code.SIGNAL:
        number('kind', (kind) => signalName(kind))
        return text()
    }
  }
  while (input.at < end) {
    const from = input.at
    const opcode = input.u8()
    note('op', from, OP_NAMES[opcode] ?? opcode)
    readOp(opcode)
  }

  for (const value of texts) {
    const from = input.at
    input.at += new TextEncoder().encode(value).length
    note('text', from, value)
  }
  if (hash) {
    const from = input.at
    input.at = bytes.length
    note('hash', from, new DataView(bytes.buffer, bytes.byteOffset + from).getUint32(0, true))
  }
  return fields
}

/** Names by opcode; a run is a way to write several `setText`. */
const OP_NAMES: Readonly<Record<number, string>> = {
  [code.SET_TEXT]: 'setText',
  [code.SET_ATTR]: 'setAttr',
  [code.DEL_ATTR]: 'delAttr',
  [code.SET_PROP]: 'setProp',
  [code.CLASS]: 'class',
  [code.SET_HTML]: 'setHTML',
  [code.TEMPLATE]: 'template',
  [code.INSERT]: 'insert',
  [code.MOVE]: 'move',
  [code.REMOVE]: 'remove',
  [code.ORDER]: 'order',
  [code.EVENT]: 'event',
  [code.RUN]: 'run',
  [code.COMPONENT]: 'component',
  [code.MOUNT]: 'mount',
  [code.UNMOUNT]: 'unmount',
  [code.NAME]: 'name',
  [code.DRIVE]: 'drive',
  [code.READ]: 'read',
  [code.SIGNAL]: 'signal',
}

const signalName = (kind: number) =>
  Object.entries(SIGNALS).find(([, number]) => number === kind)?.[0] ?? kind
