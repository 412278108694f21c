/** Reads what a live page tells about its wire: one crossing is one message, up or down, in words. */
import { decodeFrame, decodeUp, type NameTable, nameTable } from '../../engine/protocol/index.ts'

export interface Crossing {
  direction: 'up' | 'down'
  /** What it says, in the words of the protocol: `click`, `setText`, `setText ×3`. */
  label: string
  size: number
  /** How long the page took to apply it; 0 for what goes up. */
  ms: number
}

/** The shape a live page posts to the page around it (see the engine's client). */
interface FrameMessage {
  source: 'telar'
  type: 'frame'
  direction: 'up' | 'down'
  ms: number
  bytes: Uint8Array | string
}

/** Reads the messages of one live page in order; it keeps the page's table of names. */
export function createReader(): (message: unknown) => Crossing | undefined {
  let names = nameTable()
  return (message) => {
    if (!isFrame(message)) return undefined
    const { direction, bytes, ms } = message
    const size = typeof bytes === 'string' ? new TextEncoder().encode(bytes).length : bytes.length
    if (typeof bytes === 'string') return { direction, label: 'text', size, ms }
    try {
      if (direction === 'down') return { direction, label: nameOps(bytes, names), size, ms }
      const up = decodeUp(bytes)
      // Every connection begins with a hello and with a table of its own.
      if (up.type === 'hello') names = nameTable()
      return { direction, label: up.type === 'event' ? up.event : up.type, size, ms: 0 }
    } catch {
      return { direction, label: 'unreadable', size, ms }
    }
  }
}

// Bookkeeping that says where the next ops belong is not what a visitor came to see.
const ASIDE = new Set(['component', 'name', 'template'])

function nameOps(bytes: Uint8Array, names: NameTable): string {
  const { ops, acknowledges } = decodeFrame(bytes, names)
  const counts = new Map<string, number>()
  for (const op of ops) {
    if (ASIDE.has(op.op)) continue
    const word = op.op === 'signal' ? op.kind : op.op
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words = [...counts].map(([word, count]) => (count > 1 ? `${word} ×${count}` : word))
  return words.join(', ') || (acknowledges > 0 ? 'nothing changed' : 'pong')
}

function isFrame(message: unknown): message is FrameMessage {
  const { source, type, direction, bytes } = (message ?? {}) as Partial<FrameMessage>
  return (
    source === 'telar' &&
    type === 'frame' &&
    (direction === 'up' || direction === 'down') &&
    (typeof bytes === 'string' || bytes instanceof Uint8Array)
  )
}
