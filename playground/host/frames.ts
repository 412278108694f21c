/** The frames between page, host and agent: kinds, one encoder, one limited decoder. Drawn in README.md. */

// To the agent.
export const CALL = 0x01
export const INPUT = 0x02
export const CONNECT = 0x03
// Both ways, for tunnels.
export const DATA = 0x04
export const END = 0x05
export const RESET = 0x06
export const CREDIT = 0x07
// From the agent.
export const REPLY = 0x11
export const OUTPUT = 0x12
export const EXIT = 0x13
export const PORT = 0x14
export const CHANGE = 0x15
export const HEALTH = 0x16
export const READY = 0x17
// From the host itself to the page.
export const ENDED = 0x21
export const PREVIEW = 0x22
export const QUEUED = 0x23
/** host → page: its processes were stopped, or continue. */
export const ASLEEP = 0x24
export const AWAKE = 0x25

/** The largest body of a frame: a 16 MB file and its header fit. */
export const MAX_BODY = 17 * 1024 * 1024
const HEADER = 9

export interface Frame {
  kind: number
  id: number
  body: Uint8Array
}

/** A body that is one JSON value and, after it, raw bytes. */
interface Parcel {
  json: unknown
  bytes: Uint8Array
}

export class FrameError extends Error {
  readonly code: 'frame-too-large' | 'frame-truncated' | 'frame-malformed'
  constructor(code: FrameError['code'], message: string) {
    super(message)
    this.name = 'FrameError'
    this.code = code
  }
}

/** `length u32 | kind u8 | id u32 | body`, numbers big-endian; length counts kind, id and body. */
export function encodeFrame(kind: number, id: number, body: Uint8Array = EMPTY): Uint8Array {
  const out = new Uint8Array(HEADER + body.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, 5 + body.length)
  view.setUint8(4, kind)
  view.setUint32(5, id)
  out.set(body, HEADER)
  return out
}

/** Reads one whole frame, as a WebSocket message carries it. */
export function decodeFrame(bytes: Uint8Array): Frame {
  if (bytes.length < HEADER)
    throw new FrameError(
      'frame-truncated',
      `Expected a frame of at least ${HEADER} bytes, received ${bytes.length}.`,
    )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(0)
  if (length !== bytes.length - 4)
    throw new FrameError(
      'frame-malformed',
      `Expected ${length} bytes after the length of the frame, received ${bytes.length - 4}.`,
    )
  return { kind: view.getUint8(4), id: view.getUint32(5), body: bytes.subarray(HEADER) }
}

/** Cuts a byte stream into frames; a length over the limit throws before anything is stored. */
export function frameReader(onFrame: (frame: Frame) => void, maxBody = MAX_BODY) {
  let chunks: Uint8Array[] = []
  let held = 0
  let wanted = HEADER
  return (chunk: Uint8Array) => {
    chunks.push(chunk)
    held += chunk.length
    while (held >= wanted) {
      const all = chunks.length === 1 ? chunks[0]! : join(chunks, held)
      chunks = [all]
      const view = new DataView(all.buffer, all.byteOffset, all.byteLength)
      const length = view.getUint32(0)
      if (length < 5 || length > 5 + maxBody)
        throw new FrameError(
          'frame-too-large',
          `Expected a frame of 5 to ${5 + maxBody} bytes, received one of ${length}.`,
        )
      wanted = 4 + length
      if (held < wanted) return
      onFrame({
        kind: view.getUint8(4),
        id: view.getUint32(5),
        body: all.subarray(HEADER, wanted),
      })
      chunks = held > wanted ? [all.subarray(wanted)] : []
      held -= wanted
      wanted = HEADER
    }
  }
}

/** `jsonLength u32 | json | bytes`. */
export function encodeParcel(json: unknown, bytes: Uint8Array = EMPTY): Uint8Array {
  const text = encoder.encode(JSON.stringify(json ?? null))
  const out = new Uint8Array(4 + text.length + bytes.length)
  new DataView(out.buffer).setUint32(0, text.length)
  out.set(text, 4)
  out.set(bytes, 4 + text.length)
  return out
}

export function decodeParcel(body: Uint8Array): Parcel {
  const length =
    body.length < 4 ? -1 : new DataView(body.buffer, body.byteOffset, body.length).getUint32(0)
  if (length < 0 || length > body.length - 4)
    throw new FrameError(
      'frame-malformed',
      `Expected JSON within the ${body.length} bytes of the body, received a length of ${length}.`,
    )
  return { json: decodeJson(body.subarray(4, 4 + length)), bytes: body.subarray(4 + length) }
}

export const encodeJson = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value))

export function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    throw new FrameError(
      'frame-malformed',
      `Expected JSON, received ${bytes.length} bytes that do not parse.`,
    )
  }
}

export const encodeNumber = (value: number): Uint8Array => {
  const out = new Uint8Array(4)
  new DataView(out.buffer).setUint32(0, value)
  return out
}

export function decodeNumber(body: Uint8Array): number {
  if (body.length !== 4)
    throw new FrameError(
      'frame-malformed',
      `Expected a number of 4 bytes, received ${body.length}.`,
    )
  return new DataView(body.buffer, body.byteOffset, 4).getUint32(0)
}

function join(chunks: Uint8Array[], total: number): Uint8Array {
  const all = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

const EMPTY = new Uint8Array(0)
const encoder = new TextEncoder()
const decoder = new TextDecoder()
