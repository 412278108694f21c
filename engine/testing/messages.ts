/** What a tab is told beside its page: read out of signals, and heard on the bus. */
import type { Bus } from '../bus/bus.ts'
import type { SignalKind } from '../protocol/names.ts'
import type { Answer, Json } from '../protocol/ops.ts'

/** What a component said beside its state; `stale` is the engine's word for an event whose handler had gone. */
export type Message =
  | { kind: 'published'; topic: string; message: unknown }
  | { kind: 'pushed'; name: string; detail: Json }
  | { kind: 'flash'; flash: string; text: string }
  | { kind: 'title'; text: string }
  | { kind: 'script'; code: string }
  | { kind: 'stale' }

/** Nothing for signals that are the connection's own. */
export function messageOf(kind: SignalKind, value: Json): Message | undefined {
  if (kind === 'title') return { kind, text: String(value) }
  if (kind === 'flash') {
    const { kind: flash, text } = value as { kind: string; text: string }
    return { kind, flash, text }
  }
  if (kind === 'answer') {
    return (value as unknown as Answer).outcome === 'stale' ? { kind: 'stale' } : undefined
  }
  return undefined
}

/** A bus that tells what is published through it. */
export function listening(bus: Bus, heard: (message: Message) => void): Bus {
  return {
    subscribe: (pattern, receive, options) => bus.subscribe(pattern, receive, options),
    cursor: () => bus.cursor(),
    track: (topic, key, meta) => bus.track(topic, key, meta),
    present: (topic) => bus.present(topic),
    watch: (topic, receive) => bus.watch(topic, receive),
    counts: () => bus.counts(),
    close: () => bus.close(),
    publish(topic, message) {
      bus.publish(topic, message)
      heard({ kind: 'published', topic, message })
    },
  }
}
