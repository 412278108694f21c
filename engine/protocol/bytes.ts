/** Writes and reads the numbers of the wire: LEB128 of at most 28 bits, zigzag, UTF-8. */
import { ProtocolError } from './errors.ts'
import { MAX_VARINT } from './opcodes.ts'

export const zigzag = (n: number) => (n < 0 ? -n * 2 - 1 : n * 2)
/** How many bytes a number takes. */
export const width = (value: number) =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4
export const unzigzag = (n: number) => (n & 1 ? -((n + 1) >>> 1) : n >>> 1)

// Up to here a loop is faster than a call out of JavaScript and the view that it wants.
const SHORT = 48

/** A buffer that grows and is kept, so that encoding a frame allocates its result only. */
export class Writer {
  bytes = new Uint8Array(1024)
  at = 0

  u8(value: number): this {
    if (this.at === this.bytes.length) this.grow(1)
    this.bytes[this.at++] = value
    return this
  }

  varint(value: number): this {
    if (!(value >= 0 && value <= MAX_VARINT)) throw tooWide(value)
    while (value > 127) {
      this.u8((value & 127) | 128)
      value >>>= 7
    }
    return this.u8(value)
  }

  append(other: Uint8Array, length: number): this {
    if (this.at + length > this.bytes.length) this.grow(length)
    this.bytes.set(length === other.length ? other : other.subarray(0, length), this.at)
    this.at += length
    return this
  }

  /** Copies what was written to `to`, from `at` on. */
  copyTo(to: Uint8Array, at: number): void {
    if (this.at > SHORT) return to.set(this.bytes.subarray(0, this.at), at)
    for (let i = 0; i < this.at; i++) to[at + i] = this.bytes[i]!
  }

  /** Whether `other` begins with what was written. */
  begins(other: Uint8Array): boolean {
    for (let i = 0; i < this.at; i++) if (other[i] !== this.bytes[i]) return false
    return true
  }

  /** Appends text as UTF-8 and returns how many bytes it took. */
  utf8(text: string): number {
    if (this.at + text.length * 3 > this.bytes.length) this.grow(text.length * 3)
    if (text.length <= SHORT && this.ascii(text)) return text.length
    const { written } = encoder.encodeInto(text, this.bytes.subarray(this.at))
    this.at += written
    return written
  }

  private ascii(text: string): boolean {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 127) return false
      this.bytes[this.at + i] = unit
    }
    this.at += text.length
    return true
  }

  private grow(need: number) {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + need))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

/** Reads one message and refuses to step over its end. */
export class Reader {
  at = 0
  readonly bytes: Uint8Array
  end: number
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.end = bytes.length
  }

  u8(): number {
    if (this.at >= this.end) throw truncated(1, this.at, 0)
    return this.bytes[this.at++]!
  }

  varint(): number {
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.u8()
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
    throw new ProtocolError(
      'frame-malformed',
      `Expected a number of at most 4 bytes at offset ${this.at - 4}, found a longer one.`,
    )
  }

  /** The next `bytes` bytes as text. */
  text(bytes: number): string {
    if (this.at + bytes > this.end) throw truncated(bytes, this.at, this.end - this.at)
    this.at += bytes
    return decode(this.bytes.subarray(this.at - bytes, this.at))
  }

  /** The rest of the message as text. */
  rest(): string {
    const text = decode(this.bytes.subarray(this.at, this.end))
    this.at = this.end
    return text
  }
}

/** UTF-8 to text; bytes that are not UTF-8 are refused, a byte order mark is kept (it would shift later strings). */
export function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new ProtocolError('frame-malformed', 'Expected UTF-8 text, found bytes that are not.')
  }
}

export const truncated = (size: number, at: number, left: number) =>
  new ProtocolError(
    'frame-truncated',
    `Expected ${size} more bytes at offset ${at}, found ${left}.`,
  )

const encoder = /* @__PURE__ */ new TextEncoder()
const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const tooWide = (value: number) =>
  new ProtocolError(
    'frame-malformed',
    `Expected a whole number from 0 to ${MAX_VARINT} to send, got ${value}.`,
  )
