/** The wire between editor and preview as it happens: the last messages, read, with their causes. */
import { type NameTable, nameTable } from '../../engine/protocol/index.ts'
import { postedMessage, type WireMessage, wireMessageOf } from './wire-message.ts'
import { sizeWord } from './words.ts'

/** A new object at every change, so that it fits `useSyncExternalStore`. */
export interface WireLogState {
  /** Oldest first, without pings and acknowledgements, which nobody asked for. */
  readonly ticks: readonly WireMessage[]
  /** Of the ticks, and of those that have gone before them. */
  readonly up: Total
  readonly down: Total
  /** Said politely to screen readers; empty when nothing should be said. */
  readonly announcement: string
  /** True once a second preview has said something. */
  readonly hasTwoVisitors: boolean
}

export interface Total {
  readonly count: number
  readonly bytes: number
}

export interface WireLog {
  getState(): WireLogState
  subscribe(listener: () => void): () => void
  /** Takes what a preview posted; false when it was no message of the wire. */
  accept(data: unknown, preview: number): boolean
  clear(): void
}

// More than a screen of ticks; each holds its bytes, so their number bounds the memory.
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

  /** Which event a frame answers: the last one up to which it acknowledges, known by the low bits of its number. */
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

  /** A hello begins a connection, whose name table is new and whose old events are re-sent. */
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
    clear() {
      names.clear()
      waiting.clear()
      show(EMPTY)
    },
  }
}

/** The number of the event that a tick sends, or sends the last part of. */
function seqOf({ content }: WireMessage): number | undefined {
  if (content.kind !== 'up') return undefined
  const { up } = content
  return up.type === 'event' || (up.type === 'part' && up.left === 0) ? up.seq : undefined
}

/** Kept small in number and in bytes: one frame may be large, many may not. */
function bounded(ticks: readonly WireMessage[]): readonly WireMessage[] {
  let from = Math.max(0, ticks.length - MAX_TICKS)
  let bytes = ticks.slice(from).reduce((sum, tick) => sum + tick.size, 0)
  while (bytes > MAX_BYTES && from < ticks.length - 1) {
    bytes -= ticks[from]?.size ?? 0
    from += 1
  }
  return ticks.slice(from)
}

/** What a preview is called wherever there are two. */
export const visitorWord = (preview: number) => `Visitor ${preview}`

function sayTick(tick: WireMessage): string {
  const size = sizeWord(tick.size)
  return tick.direction === 'up'
    ? `Sent: ${tick.word}, ${size}`
    : `Received: ${tick.word.replaceAll('×', 'times').replaceAll('+', 'and')}, ${size}`
}
