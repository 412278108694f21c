/** Writes ops as one binary frame. */
import { Writer, zigzag } from './bytes.ts'
import { shortNumber } from './frame-number.ts'
import { DRIVE_KINDS, nameNumber, READ_KINDS, SIGNALS } from './names.ts'
import * as code from './opcodes.ts'
import type { Op } from './ops.ts'
import { repeats, runLength } from './runs.ts'

export interface FrameOptions {
  /** The frame's number in its session; 0 outside of any. */
  number?: number
  /** The last event that is answered, where that is news. */
  acknowledged?: number
  repaint?: boolean
  /** What the tab's slots must sum up to once the ops are applied. */
  hash?: number
}

/** One frame with `ops` in order. Throws a ProtocolError when a number does not fit into 28 bits. */
export function encodeOps(ops: readonly Op[], options: FrameOptions = {}): Uint8Array {
  const out = new FrameWriter()
  for (let at = 0; at < ops.length; ) {
    const length = runLength(ops, at)
    if (length === 1) writeOp(out, ops[at]!)
    else writeRun(out, ops.slice(at, at + length) as SetText[])
    at += length
  }
  return out.finish(options)
}

type SetText = Extract<Op, { op: 'setText' }>

function writeRun(out: FrameWriter, ops: readonly SetText[]) {
  const [first, second] = ops as [SetText, SetText]
  const stride = second.slot - first.slot
  out.code(code.RUN).number(stride).slot(first.slot).number(ops.length)
  for (const { text } of ops) out.text(text)
}

function writeOp(out: FrameWriter, op: Op): FrameWriter {
  switch (op.op) {
    case 'setText':
      return out.code(code.SET_TEXT).slot(op.slot).text(op.text)
    case 'setAttr':
      return out.code(code.SET_ATTR).slot(op.slot).name(op.name).text(op.text)
    case 'delAttr':
      return out.code(code.DEL_ATTR).slot(op.slot).name(op.name)
    case 'setProp':
      return out.code(code.SET_PROP).slot(op.slot).name(op.name).json(op.value)
    case 'class':
      return out
        .code(code.CLASS)
        .slot(op.slot)
        .number(op.on ? 1 : 0)
        .text(op.name)
    case 'setHTML':
      return out.code(code.SET_HTML).slot(op.slot).text(op.html)
    case 'template':
      return out.code(code.TEMPLATE).number(op.number).text(op.html)
    case 'insert':
      out.code(code.INSERT).number(op.list).number(op.tpl).slot(op.base).before(op.before)
      out.text(op.key).number(op.strings.length)
      for (const text of op.strings) out.text(text)
      return out
    case 'move':
      return out.code(code.MOVE).slot(op.base).before(op.before)
    case 'remove':
      return out.code(code.REMOVE).slot(op.base)
    case 'order':
      return out.code(code.ORDER).number(op.list).number(op.bases.length).rows(op.bases)
    case 'event':
      return out.code(code.EVENT).name(op.name).json(op.detail)
    case 'component':
      return out.code(code.COMPONENT).component(op.id)
    case 'mount':
      return out.code(code.MOUNT).slot(op.slot).number(op.id)
    case 'unmount':
      return out.code(code.UNMOUNT).number(op.id)
    case 'name':
      return out.code(code.NAME).number(op.number).text(op.name)
    case 'drive':
      out.code(code.DRIVE).number(DRIVE_KINDS.indexOf(op.kind))
      return out.text(op.target).text(op.name).json(op.value)
    case 'read':
      out.code(code.READ).number(READ_KINDS.indexOf(op.kind)).number(op.id)
      return out.text(op.target).text(op.name)
    case 'signal':
      return out.code(code.SIGNAL).number(SIGNALS[op.kind]).json(op.value)
    default:
      return op satisfies never
  }
}

class FrameWriter {
  private previous = 0
  private ascii = true
  constructor() {
    body.at = 0
    block.at = 0
  }

  code(value: number): this {
    body.u8(value)
    return this
  }
  number(value: number): this {
    body.varint(value)
    return this
  }
  component(id: number): this {
    this.previous = 0
    return this.number(id)
  }
  slot(slot: number): this {
    body.varint(zigzag(slot - this.previous))
    this.previous = slot
    return this
  }
  // An odd number says that its step comes several times.
  rows(bases: readonly number[]): this {
    for (let at = 0; at < bases.length; ) {
      const count = repeats(bases, at, this.previous)
      const step = zigzag(bases[at]! - this.previous) * 2
      if (count === 1) body.varint(step)
      else body.varint(step + 1).varint(count)
      at += count
      this.previous = bases[at - 1]!
    }
    return this
  }
  // A row is never its own successor, so a distance of 0 is free to mean the end of the hole.
  before(base: number): this {
    return this.number(base === 0 ? 0 : zigzag(base - this.previous))
  }
  name(name: string): this {
    return this.number(nameNumber(name))
  }
  json(value: unknown): this {
    return this.text(JSON.stringify(value ?? null))
  }
  text(text: string): this {
    body.varint(text.length)
    if (text.length > 0 && block.utf8(text) !== text.length) this.ascii = false
    return this
  }

  finish(options: FrameOptions): Uint8Array {
    const { repaint = false, hash } = options
    const blockFlag = block.at > 0 ? code.FLAG_BLOCK : 0
    head.at = 0
    writeHead(
      head,
      (this.ascii && block.at > 0 ? code.FLAG_ASCII : 0) |
        (repaint ? code.FLAG_REPAINT : 0) |
        (hash === undefined ? 0 : code.FLAG_HASH) |
        blockFlag,
      options,
    )
    if (blockFlag) head.varint(body.at)
    if (hash !== undefined) {
      for (let shift = 0; shift < 32; shift += 8) block.u8((hash >>> shift) & 255)
    }
    const frame = new Uint8Array(head.at + body.at + block.at)
    head.copyTo(frame, 0)
    body.copyTo(frame, head.at)
    block.copyTo(frame, head.at + body.at)
    return frame
  }
}

/** What is of one tab alone stands in front, so that what follows is the same bytes for all who see the same. */
function writeHead(out: Writer, flags: number, { number = 0, acknowledged }: FrameOptions) {
  out.u8(flags | (acknowledged === undefined ? 0 : code.FLAG_ACKNOWLEDGES))
  out.varint(shortNumber(number))
  if (acknowledged !== undefined) out.u8(acknowledged & 255)
}

/** The same ops for another tab: `frame` with a head of its own. */
export function withHead(frame: Uint8Array, options: FrameOptions): Uint8Array {
  const from = headLength(frame)
  head.at = 0
  writeHead(head, frame[0]! & ~code.FLAG_ACKNOWLEDGES, options)
  if (from === head.at && head.begins(frame)) return frame
  const copy = new Uint8Array(head.at + frame.length - from)
  head.copyTo(copy, 0)
  copy.set(frame.subarray(from), head.at)
  return copy
}

const headLength = (frame: Uint8Array) =>
  (frame[1]! < 128 ? 2 : 3) + (frame[0]! & code.FLAG_ACKNOWLEDGES ? 1 : 0)

const head = new Writer()
const body = new Writer()
const block = new Writer()
