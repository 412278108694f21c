/** Reads the numbers of the wire: LEB128 of at most 28 bits, zigzag, UTF-8. */
import { ProtocolError } from './errors.ts'

export const zigzag = (n: number) => (n < 0 ? -n * 2 - 1 : n * 2)
/** How many bytes a number takes. */
export const width = (value: number) =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4
export const unzigzag = (n: number) => (n & 1 ? -((n + 1) >>> 1) : n >>> 1)

/** Reads one message and never reads past its end. */
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
    throw tooLong(this.at)
  }

  /** The next `count` numbers. */
  varints(count: number): number[] {
    const values: number[] = []
    for (let value = 0, shift = 0; values.length < count; ) {
      if (this.at >= this.end) throw truncated(1, this.at, 0)
      if (shift === 28) throw tooLong(this.at)
      const byte = this.bytes[this.at++]!
      value |= (byte & 127) << shift
      shift += 7
      if (byte > 127) continue
      values.push(value)
      value = shift = 0
    }
    return values
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

/** Decodes UTF-8. Refuses bytes that are not UTF-8; keeps a byte order mark (without it later strings would shift). */
export function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new ProtocolError('frame-malformed', 'Expected UTF-8 text, received other bytes.')
  }
}

export const truncated = (size: number, at: number, left: number) =>
  new ProtocolError(
    'frame-truncated',
    `Expected ${size} more bytes at offset ${at}, received ${left}.`,
  )

const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const tooLong = (at: number) =>
  new ProtocolError(
    'frame-malformed',
    `Expected a number of at most 4 bytes at offset ${at - 4}, received a longer one.`,
  )
