/** Reads one message of a preview's wire for the log. */
import {
  decodeFrame,
  decodeUp,
  type Frame,
  type NameTable,
  type Up,
} from '../../engine/protocol/index.ts'
import { opsWord, sizeWord, timeWord, upWord } from './words.ts'

/** What a preview's client posts about one message. */
interface Posted {
  readonly direction: 'up' | 'down'
  /** Epoch milliseconds. */
  readonly at: number
  /** How long it took to apply (down) or to encode (up). */
  readonly ms: number
  readonly bytes: Uint8Array | string
}

/** One decoded message of the wire. */
export interface WireMessage {
  readonly id: number
  /** 1 or 2. */
  readonly preview: number
  readonly direction: 'up' | 'down'
  readonly at: number
  readonly ms: number
  readonly size: number
  readonly bytes: Uint8Array
  readonly content: WireMessageContent
  /** `setText`, `click`. */
  readonly word: string
  /** Shown next to the message: `setText · 11 B · 0.4 ms`. */
  readonly label: string
  /** A ping or an acknowledgement, which the log does not show. */
  readonly quiet: boolean
  /** The event that a down frame answers, and how long that took. */
  readonly answers?: { readonly tick: number; readonly ms: number }
}

export type WireMessageContent =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'up'; readonly up: Up }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unread'; readonly why: string }

/** Distinguishes a message about a frame from anything else that a preview (the reader's own page) may post. */
export function postedMessage(data: unknown): Posted | null {
  if (typeof data !== 'object' || data === null) return null
  const { source, type, direction, at, ms, bytes } = data as Record<string, unknown>
  if (source !== 'telar' || type !== 'frame') return null
  if (direction !== 'up' && direction !== 'down') return null
  if (typeof at !== 'number' || typeof ms !== 'number') return null
  if (typeof bytes !== 'string' && !(bytes instanceof Uint8Array)) return null
  return { direction, at, ms, bytes }
}

/** The decoded message; `names` is the connection's table and grows with `name` ops. */
export function wireMessageOf(
  message: Posted,
  id: number,
  preview: number,
  names: NameTable,
): WireMessage {
  const content = contentOf(message, names)
  const bytes =
    typeof message.bytes === 'string' ? new TextEncoder().encode(message.bytes) : message.bytes
  const word = wordOf(content)
  const size = bytes.length
  const time = message.direction === 'down' ? [timeWord(message.ms)] : []
  return {
    id,
    preview,
    direction: message.direction,
    at: message.at,
    ms: message.ms,
    size,
    bytes,
    content,
    word,
    label: [word, sizeWord(size), ...time].join(' · '),
    quiet: isQuiet(content),
  }
}

function contentOf(message: Posted, names: NameTable): WireMessageContent {
  if (typeof message.bytes === 'string') return { kind: 'text', text: message.bytes }
  try {
    return message.direction === 'down'
      ? { kind: 'frame', frame: decodeFrame(message.bytes, names) }
      : { kind: 'up', up: decodeUp(message.bytes) }
  } catch (error) {
    return { kind: 'unread', why: error instanceof Error ? error.message : String(error) }
  }
}

function wordOf(content: WireMessageContent): string {
  switch (content.kind) {
    case 'frame':
      return content.frame.repaint ? 'repaint' : opsWord(content.frame.ops)
    case 'up':
      return upWord(content.up)
    case 'text':
      return textWord(content.text)
    case 'unread':
      return 'unread'
    default:
      return content satisfies never
  }
}

function textWord(text: string): string {
  const type = /"type"\s*:\s*"([a-zA-Z]+)"/.exec(text)?.[1]
  return type ?? 'text'
}

function isQuiet(content: WireMessageContent): boolean {
  if (content.kind === 'up') return content.up.type === 'ping' || content.up.type === 'ack'
  if (content.kind !== 'frame') return false
  return content.frame.ops.length === 0 && content.frame.acknowledged === undefined
}
