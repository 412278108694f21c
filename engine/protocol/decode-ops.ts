/** Reads a binary frame back into ops: for the inspector, the testing kit and tools. */
import { decode, Reader, truncated, unzigzag } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import { DRIVE_KINDS, FIXED_NAMES, READ_KINDS, SIGNALS, type SignalKind } from './names.ts'
import * as code from './opcodes.ts'
import type { Frame, Json, Op } from './ops.ts'

/** The names that one connection has learnt; reading a frame adds those that its `name` ops define. */
export type NameTable = Map<number, string>

export const nameTable = (): NameTable => new Map(FIXED_NAMES.map((name, number) => [number, name]))

/** One frame as values. Throws a ProtocolError with the offset of the first wrong byte. */
export function decodeFrame(bytes: Uint8Array, names: NameTable = nameTable()): Frame {
  const input = new FrameReader(bytes, names)
  const ops: Op[] = []
  while (input.more()) {
    const opcode = input.u8()
    if (opcode === code.RUN) ops.push(...readRun(input))
    else ops.push(readOp(input, opcode))
  }
  input.close()
  const { frame, acknowledged, repaint, hash } = input
  return {
    ops,
    number: frame,
    repaint,
    ...(acknowledged === undefined ? {} : { acknowledged }),
    ...(hash === undefined ? {} : { hash }),
  }
}

function readOp(input: FrameReader, opcode: number): Op {
  switch (opcode) {
    case code.SET_TEXT:
      return { op: 'setText', slot: input.slot(), text: input.text() }
    case code.SET_ATTR:
      return { op: 'setAttr', slot: input.slot(), name: input.name(), text: input.text() }
    case code.DEL_ATTR:
      return { op: 'delAttr', slot: input.slot(), name: input.name() }
    case code.SET_PROP:
      return { op: 'setProp', slot: input.slot(), name: input.name(), value: input.json() }
    case code.CLASS:
      return { op: 'class', slot: input.slot(), on: input.number() === 1, name: input.text() }
    case code.SET_HTML:
      return { op: 'setHTML', slot: input.slot(), html: input.text() }
    case code.TEMPLATE:
      return { op: 'template', number: input.number(), html: input.text() }
    case code.INSERT:
      return readInsert(input)
    case code.MOVE:
      return { op: 'move', base: input.slot(), before: input.before() }
    case code.REMOVE:
      return { op: 'remove', base: input.slot() }
    case code.ORDER:
      return { op: 'order', list: input.number(), bases: input.rows() }
    case code.EVENT:
      return { op: 'event', name: input.name(), detail: input.json() }
    case code.COMPONENT:
      return { op: 'component', id: input.component() }
    case code.MOUNT:
      return { op: 'mount', slot: input.slot(), id: input.number() }
    case code.UNMOUNT:
      return { op: 'unmount', id: input.number() }
    case code.NAME:
      return input.defineName()
    case code.DRIVE: {
      const kind = input.kind(DRIVE_KINDS)
      return { op: 'drive', kind, target: input.text(), name: input.text(), value: input.json() }
    }
    case code.READ: {
      const kind = input.kind(READ_KINDS)
      return { op: 'read', kind, id: input.number(), target: input.text(), name: input.text() }
    }
    case code.SIGNAL:
      return { op: 'signal', kind: input.kind(SIGNAL_KINDS), value: input.json() }
    default:
      throw new ProtocolError(
        'frame-unknown',
        `Expected an op from 1 to 20 at offset ${input.at - 1}, received ${opcode}.`,
      )
  }
}

const SIGNAL_KINDS: SignalKind[] = []
for (const kind of Object.keys(SIGNALS) as SignalKind[]) SIGNAL_KINDS[SIGNALS[kind]] = kind

// A run is only a short way to write several texts in a frame: it is read as those texts.
function readRun(input: FrameReader): Op[] {
  const stride = input.number()
  const first = input.slot()
  const count = input.number()
  const ops: Op[] = []
  for (let i = 0; i < count; i++) {
    ops.push({ op: 'setText', slot: input.within(first + i * stride, 0), text: input.text() })
  }
  return ops
}

function readInsert(input: FrameReader): Op {
  const list = input.number()
  const tpl = input.number()
  const base = input.slot()
  const before = input.before()
  const key = input.text()
  const count = input.number()
  const strings: string[] = []
  for (let i = 0; i < count; i++) strings.push(input.text())
  return { op: 'insert', list, tpl, base, before, key, strings }
}

class FrameReader extends Reader {
  readonly frame: number
  readonly acknowledged: number | undefined
  readonly repaint: boolean
  readonly hash: number | undefined
  private readonly names: NameTable
  private readonly block: string
  private taken = 0
  private previous = 0

  constructor(bytes: Uint8Array, names: NameTable) {
    super(bytes)
    this.names = names
    const flags = this.u8()
    if (flags > 31) throw malformed('flags below 32', 0, flags)
    this.frame = this.varint()
    this.acknowledged = flags & code.FLAG_ACKNOWLEDGES ? this.u8() : undefined
    this.repaint = (flags & code.FLAG_REPAINT) !== 0
    const hash = flags & code.FLAG_HASH ? 4 : 0
    const length = flags & code.FLAG_BLOCK ? this.varint() : undefined
    const offset = length === undefined ? bytes.length - hash : this.at + length
    if (offset < this.at || offset > bytes.length - hash) {
      throw malformed(
        `a string block within the ${bytes.length} bytes of the frame`,
        this.at,
        offset,
      )
    }
    this.block = decode(bytes.subarray(offset, bytes.length - hash))
    const size = bytes.length - hash - offset
    if (flags & code.FLAG_ASCII && this.block.length !== size) {
      throw malformed(`${size} characters of ASCII`, offset, `${this.block.length}`)
    }
    if (hash)
      this.hash = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true)
    this.end = offset
  }

  more(): boolean {
    return this.at < this.end
  }
  close() {
    const left = this.block.length - this.taken
    if (left > 0) throw malformed('every string of the block to be used', this.end, `${left} more`)
  }
  number(): number {
    return this.varint()
  }
  component(): number {
    this.previous = 0
    return this.varint()
  }
  slot(): number {
    this.previous = this.within(this.previous + unzigzag(this.varint()), 0)
    return this.previous
  }
  rows(): number[] {
    const count = this.varint()
    if (count > code.MAX_ROWS) throw malformed(`at most ${code.MAX_ROWS} rows`, this.at, count)
    const bases: number[] = []
    while (bases.length < count) {
      const step = this.varint()
      for (let times = step & 1 ? this.varint() : 1; times > 0; times--) {
        this.previous = this.within(this.previous + unzigzag(step >>> 1), 1)
        if (bases.push(this.previous) > count) throw malformed(`${count} rows`, this.at, 'more')
      }
    }
    return bases
  }
  before(): number {
    const distance = this.varint()
    return distance === 0 ? 0 : this.within(this.previous + unzigzag(distance), 1)
  }
  within(slot: number, least: number): number {
    if (slot >= least && slot <= code.MAX_VARINT) return slot
    throw malformed(`a slot from ${least} to ${code.MAX_VARINT}`, this.at, slot)
  }
  name(): string {
    const number = this.varint()
    const name = this.names.get(number)
    if (name === undefined) throw malformed('a name that was defined', this.at, number)
    return name
  }
  defineName(): Op {
    const number = this.varint()
    const name = this.text()
    this.names.set(number, name)
    return { op: 'name', number, name }
  }
  kind<K extends string>(kinds: readonly K[]): Exclude<K, ''> {
    const number = this.varint()
    const kind = kinds[number]
    if (!kind) throw malformed(`a kind from 1 to ${kinds.length - 1}`, this.at - 1, number)
    return kind as Exclude<K, ''>
  }
  json(): Json {
    const text = this.text()
    try {
      return JSON.parse(text) as Json
    } catch {
      throw malformed('JSON', this.at, text.slice(0, 40))
    }
  }
  text(): string {
    const length = this.varint()
    const from = this.taken
    this.taken += length
    if (this.taken > this.block.length) throw truncated(length, this.at, this.block.length - from)
    return this.block.slice(from, this.taken)
  }
}

const malformed = (wanted: string, at: number, got: unknown) =>
  new ProtocolError(
    'frame-malformed',
    `Expected ${wanted} at offset ${at}, received ${String(got)}.`,
  )
