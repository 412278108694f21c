/** The wire between editor and preview: the last messages, decoded, with their causes. */
import { type NameTable, nameTable } from '../../engine/protocol/index.ts'
import { postedMessage, type WireMessage, wireMessageOf } from './wire-message.ts'
import { sizeWord } from './words.ts'

/** A new object at every change, as `useSyncExternalStore` needs. */
export interface WireLogState {
  /** Oldest first, without pings and acknowledgements. */
  readonly ticks: readonly WireMessage[]
  /** The totals of these messages, and of those that were dropped before. */
  readonly up: Total
  readonly down: Total
  /** Announced politely to screen readers; empty if there is nothing to say. */
  readonly announcement: string
  /** True once a second preview has sent something. */
  readonly hasTwoVisitors: boolean
}

export interface Total {
  readonly count: number
  readonly bytes: number
}

export interface WireLog {
  getState(): WireLogState
  subscribe(listener: () => void): () => void
  /** Takes a message that a preview posted; false if it is not about the wire. */
  accept(data: unknown, preview: number): boolean
  /** The names that a preview's connection has learnt. */
  names(preview: number): NameTable
  clear(): void
}

// More messages than fit on a screen; each holds its bytes, so their number limits the memory.
const MAX_TICKS = 120
const MAX_BYTES = 64 * 1024

const EMPTY: WireLogState = {
  ticks: [],
  up: { count: 0, bytes: 0 },
  down: { count: 0, bytes: 0 },
  announcement: '',
  hasTwoVisitors: false,
}

export function createWireLog(): WireLog {
  const listeners = new Set<() => void>()
  const names = new Map<number, NameTable>()
  const waiting = new Map<number, WireMessage[]>()
  let state = EMPTY
  let nextId = 1

  function show(next: WireLogState) {
    state = next
    for (const listener of listeners) listener()
  }

  /** The event that a frame answers: the last one that it acknowledges, known by the low bits of its number. */
  function answered(tick: WireMessage): WireMessage {
    const queue = waiting.get(tick.preview) ?? []
    if (seqOf(tick) !== undefined) waiting.set(tick.preview, [...queue, tick].slice(-MAX_TICKS))
    if (tick.content.kind !== 'frame') return tick
    const { acknowledged } = tick.content.frame
    if (acknowledged === undefined) return tick
    const at = queue.findLastIndex((one) => (seqOf(one)! & 255) === acknowledged)
    const cause = queue.splice(0, at + 1).at(-1)
    return cause ? { ...tick, answers: { tick: cause.id, ms: tick.at - cause.at } } : tick
  }

  /** A hello starts a connection, whose name table is empty and whose old events are sent again. */
  function begin(tick: WireMessage) {
    if (tick.content.kind !== 'up' || tick.content.up.type !== 'hello') return
    names.set(tick.preview, nameTable())
    waiting.set(tick.preview, [])
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    accept(data, preview) {
      const message = postedMessage(data)
      if (!message) return false
      const table = names.get(preview) ?? nameTable()
      names.set(preview, table)
      const tick = answered(wireMessageOf(message, nextId, preview, table))
      nextId += 1
      begin(tick)
      if (tick.quiet) return true
      const hasTwoVisitors = state.hasTwoVisitors || preview > 1
      const total = state[tick.direction]
      show({
        hasTwoVisitors,
        up: state.up,
        down: state.down,
        [tick.direction]: { count: total.count + 1, bytes: total.bytes + tick.size },
        ticks: bounded([...state.ticks, tick]),
        announcement: hasTwoVisitors ? `${visitorWord(preview)}. ${sayTick(tick)}` : sayTick(tick),
      })
      return true
    },
    names: (preview) => names.get(preview) ?? nameTable(),
    clear() {
      names.clear()
      waiting.clear()
      show(EMPTY)
    },
  }
}

/** The number of the event that a message sends, or whose last part it sends. */
function seqOf({ content }: WireMessage): number | undefined {
  if (content.kind !== 'up') return undefined
  const { up } = content
  return up.type === 'event' || (up.type === 'part' && up.left === 0) ? up.seq : undefined
}

/** Limited in number and in bytes: one frame may be large, many may not. */
function bounded(ticks: readonly WireMessage[]): readonly WireMessage[] {
  let from = Math.max(0, ticks.length - MAX_TICKS)
  let bytes = ticks.slice(from).reduce((sum, tick) => sum + tick.size, 0)
  while (bytes > MAX_BYTES && from < ticks.length - 1) {
    bytes -= ticks[from]?.size ?? 0
    from += 1
  }
  return ticks.slice(from)
}

/** The name of a preview when there are two. */
export const visitorWord = (preview: number) => `Visitor ${preview}`

function sayTick(tick: WireMessage): string {
  const size = sizeWord(tick.size)
  return tick.direction === 'up'
    ? `Sent: ${tick.word}, ${size}`
    : `Received: ${tick.word.replaceAll('×', 'times').replaceAll('+', 'and')}, ${size}`
}
