/** Writes ops as one binary frame. */
import { zigzag } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import { CYCLE, shortNumber } from './frame-number.ts'
import { DRIVE_KINDS, nameNumber, READ_KINDS, SIGNALS } from './names.ts'
import * as code from './opcodes.ts'
import type { Op } from './ops.ts'
import { repeats, runLength } from './runs.ts'

export interface FrameOptions {
  /** The frame's number in its session; 0 outside of any session. */
  number?: number
  /** The last event that is answered, if this frame is the first to say so. */
  acknowledged?: number
  repaint?: boolean
  /** What the checksum of the tab's slots must be once the ops are applied. */
  hash?: number
}

/** Encodes one frame with `ops` in order. Throws a ProtocolError when a number does not fit into 28 bits. */
export function encodeOps(ops: readonly Op[], options: FrameOptions = {}): Uint8Array {
  out.begin()
  for (let at = 0; at < ops.length; ) {
    // A single op is never a run.
    const length = at + 1 < ops.length ? runLength(ops, at) : 1
    if (length === 1) writeOp(ops[at]!)
    else writeRun(ops.slice(at, at + length) as SetText[])
    at += length
  }
  return out.finish(options)
}

type SetText = Extract<Op, { op: 'setText' }>

function writeRun(ops: readonly SetText[]) {
  const [first, second] = ops as [SetText, SetText]
  const stride = second.slot - first.slot
  out.varint(code.RUN).varint(stride).slot(first.slot).varint(ops.length)
  for (const { text } of ops) out.text(text)
}

function writeOp(op: Op): FrameWriter {
  switch (op.op) {
    case 'setText':
      return out.varint(code.SET_TEXT).slot(op.slot).text(op.text)
    case 'setAttr':
      return out.varint(code.SET_ATTR).slot(op.slot).name(op.name).text(op.text)
    case 'delAttr':
      return out.varint(code.DEL_ATTR).slot(op.slot).name(op.name)
    case 'setProp':
      return out.varint(code.SET_PROP).slot(op.slot).name(op.name).json(op.value)
    case 'class':
      return out
        .varint(code.CLASS)
        .slot(op.slot)
        .varint(op.on ? 1 : 0)
        .text(op.name)
    case 'setHTML':
      return out.varint(code.SET_HTML).slot(op.slot).text(op.html)
    case 'template':
      return out.varint(code.TEMPLATE).varint(op.number).text(op.html)
    case 'insert':
      out.varint(code.INSERT).varint(op.list).varint(op.tpl).slot(op.base).before(op.before)
      out.text(op.key).varint(op.strings.length)
      for (const text of op.strings) out.text(text)
      return out
    case 'move':
      return out.varint(code.MOVE).slot(op.base).before(op.before)
    case 'remove':
      return out.varint(code.REMOVE).slot(op.base)
    case 'order':
      return out.varint(code.ORDER).varint(op.list).varint(op.bases.length).rows(op.bases)
    case 'event':
      return out.varint(code.EVENT).name(op.name).json(op.detail)
    case 'component':
      return out.varint(code.COMPONENT).component(op.id)
    case 'mount':
      return out.varint(code.MOUNT).slot(op.slot).varint(op.id)
    case 'unmount':
      return out.varint(code.UNMOUNT).varint(op.id)
    case 'name':
      return out.varint(code.NAME).varint(op.number).text(op.name)
    case 'drive':
      out.varint(code.DRIVE).varint(DRIVE_KINDS.indexOf(op.kind))
      return out.text(op.target).text(op.name).json(op.value)
    case 'read':
      out.varint(code.READ).varint(READ_KINDS.indexOf(op.kind)).varint(op.id)
      return out.text(op.target).text(op.name)
    case 'signal':
      return out.varint(code.SIGNAL).varint(SIGNALS[op.kind]).json(op.value)
    default:
      return op satisfies never
  }
}

/** A buffer that grows and is reused, so that only the result is allocated. */
export class Writer {
  bytes = new Uint8Array(1024)
  at = 0

  u8(value: number): this {
    if (this.at === this.bytes.length) this.grow(1)
    this.bytes[this.at++] = value
    return this
  }

  varint(value: number): this {
    if (!(value >= 0 && value <= code.MAX_VARINT)) throw tooWide(value)
    if (this.at + 4 > this.bytes.length) this.grow(4)
    for (; value > 127; value >>>= 7) this.bytes[this.at++] = (value & 127) | 128
    this.bytes[this.at++] = value
    return this
  }

  append(other: Uint8Array, length: number): this {
    if (this.at + length > this.bytes.length) this.grow(length)
    this.bytes.set(length === other.length ? other : other.subarray(0, length), this.at)
    this.at += length
    return this
  }

  /** Copies the written bytes to `to`, from `at` on. */
  copyTo(to: Uint8Array, at: number): void {
    if (this.at > SHORT) return to.set(this.bytes.subarray(0, this.at), at)
    for (let i = 0; i < this.at; i++) to[at + i] = this.bytes[i]!
  }

  /** Whether `other` begins with the written bytes. */
  begins(other: Uint8Array): boolean {
    for (let i = 0; i < this.at; i++) if (other[i] !== this.bytes[i]) return false
    return true
  }

  /** Appends text as UTF-8 and returns how many bytes it took. */
  utf8(text: string): number {
    if (this.at + text.length * 3 > this.bytes.length) this.grow(text.length * 3)
    if (text.length <= SHORT) {
      let i = 0
      for (; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        if (unit > 127) break
        this.bytes[this.at + i] = unit
      }
      if (i === text.length) {
        this.at += i
        return i
      }
    }
    const { written } = encoder.encodeInto(text, this.bytes.subarray(this.at))
    this.at += written
    return written
  }

  private grow(need: number) {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + need))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

// For shorter texts a loop is faster than a native call and the view that it needs.
const SHORT = 48

/** The body of a frame; its texts follow together at the end. */
class FrameWriter extends Writer {
  private previous = 0
  private ascii = true

  begin(): void {
    this.at = 0
    block.at = 0
    this.previous = 0
    this.ascii = true
  }

  component(id: number): this {
    this.previous = 0
    return this.varint(id)
  }
  slot(slot: number): this {
    const distance = slot - this.previous
    this.previous = slot
    return this.varint(distance < 0 ? -distance * 2 - 1 : distance * 2)
  }
  // An odd number means that its step is repeated.
  rows(bases: readonly number[]): this {
    for (let at = 0; at < bases.length; ) {
      const count = repeats(bases, at, this.previous)
      const step = zigzag(bases[at]! - this.previous) * 2
      if (count === 1) this.varint(step)
      else this.varint(step + 1).varint(count)
      at += count
      this.previous = bases[at - 1]!
    }
    return this
  }
  // A row never follows itself, so a distance of 0 can mean the end of the child slot.
  before(base: number): this {
    return this.varint(base === 0 ? 0 : zigzag(base - this.previous))
  }
  name(name: string): this {
    return this.varint(nameNumber(name))
  }
  json(value: unknown): this {
    return this.text(JSON.stringify(value ?? null))
  }
  text(text: string): this {
    if (text.length > 0 && block.utf8(text) !== text.length) this.ascii = false
    return this.varint(text.length)
  }

  finish(options: FrameOptions): Uint8Array {
    const { repaint = false, hash } = options
    const blockFlag = block.at > 0 ? code.FLAG_BLOCK : 0
    writeHead(
      (this.ascii && block.at > 0 ? code.FLAG_ASCII : 0) |
        (repaint ? code.FLAG_REPAINT : 0) |
        (hash === undefined ? 0 : code.FLAG_HASH) |
        blockFlag,
      options,
    )
    if (blockFlag) head.varint(this.at)
    if (hash !== undefined) {
      for (let shift = 0; shift < 32; shift += 8) block.u8((hash >>> shift) & 255)
    }
    const frame = new Uint8Array(head.at + this.at + block.at)
    head.copyTo(frame, 0)
    this.copyTo(frame, head.at)
    block.copyTo(frame, head.at + this.at)
    return frame
  }
}

/** What concerns one tab alone comes first, so that the rest is the same bytes for all tabs that show the same. */
function writeHead(flags: number, { number = 0, acknowledged }: FrameOptions) {
  head.bytes[0] = flags | (acknowledged === undefined ? 0 : code.FLAG_ACKNOWLEDGES)
  head.at = 1
  head.varint(number <= CYCLE ? number : shortNumber(number))
  if (acknowledged !== undefined) head.bytes[head.at++] = acknowledged & 255
}

/** The same ops for another tab: `frame` with another head. */
export function withHead(frame: Uint8Array, options: FrameOptions): Uint8Array {
  const from = headLength(frame)
  writeHead(frame[0]! & ~code.FLAG_ACKNOWLEDGES, options)
  if (from === head.at && head.begins(frame)) return frame
  const copy = new Uint8Array(head.at + frame.length - from)
  head.copyTo(copy, 0)
  copy.set(frame.subarray(from), head.at)
  return copy
}

const headLength = (frame: Uint8Array) =>
  (frame[1]! < 128 ? 2 : 3) + (frame[0]! & code.FLAG_ACKNOWLEDGES ? 1 : 0)

const tooWide = (value: number) =>
  new ProtocolError(
    'frame-malformed',
    `Expected a whole number from 0 to ${code.MAX_VARINT} to send, received ${value}.`,
  )

const encoder = /* @__PURE__ */ new TextEncoder()
const head = /* @__PURE__ */ new Writer()
const block = /* @__PURE__ */ new Writer()
const out = /* @__PURE__ */ new FrameWriter()
