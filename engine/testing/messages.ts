/** What a tab is told besides its page: read from frames, and heard on the bus. */
import type { Bus } from '../bus/bus.ts'
import type { Answer, Frame, Json, Op } from '../protocol/ops.ts'

/** What a component said besides its state; `stale` comes from the engine, for an event whose handler was gone. */
export type Message =
  | { kind: 'published'; topic: string; message: unknown }
  | { kind: 'pushed'; name: string; detail: Json }
  | { kind: 'flash'; flash: string; text: string }
  | { kind: 'title'; text: string }
  | { kind: 'patch'; url: string }
  | { kind: 'navigate'; url: string }
  | { kind: 'asked'; question: string }
  | { kind: 'script'; code: string }
  | { kind: 'stale' }

/** What a frame says besides its changes to the page. */
export const messagesOf = ({ ops }: Frame): Message[] => ops.flatMap((op) => messageOf(op) ?? [])

function messageOf(op: Op): Message | undefined {
  if (op.op === 'event') return { kind: 'pushed', name: op.name, detail: op.detail }
  if (op.op === 'drive' && op.kind === 'evalScript') {
    return { kind: 'script', code: String(op.value) }
  }
  if (op.op !== 'signal') return undefined
  const { kind, value } = op
  if (kind === 'title') return { kind, text: String(value) }
  if (kind === 'patch' || kind === 'navigate') {
    return { kind, url: (value as { url: string }).url }
  }
  if (kind === 'flash') {
    const { kind: flash, text } = value as { kind: string; text: string }
    return { kind, flash, text }
  }
  if (kind === 'answer') {
    return (value as unknown as Answer).outcome === 'stale' ? { kind: 'stale' } : undefined
  }
  return undefined
}

/** A bus that reports what is published through it. */
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
