/** Sends saved work to other browser tabs that show the same page. */
import type { FileRecord, Version } from './records.ts'

export interface SavedElsewhere {
  readonly page: string
  readonly entry: string
  readonly records: readonly FileRecord[]
  readonly versions: readonly Version[]
}

export interface TabsChannel {
  tell(saved: SavedElsewhere): void
  listen(listener: (saved: SavedElsewhere) => void): () => void
  close(): void
}

/** A channel over BroadcastChannel; without it, tabs learn of each other at the next save. */
export function tabsChannel(): TabsChannel {
  if (typeof BroadcastChannel === 'undefined')
    return { tell: () => {}, listen: () => () => {}, close: () => {} }
  const channel = new BroadcastChannel('telar-work')
  return {
    tell: (saved) => channel.postMessage(saved),
    listen(listener) {
      const hear = (event: MessageEvent) => listener(event.data as SavedElsewhere)
      channel.addEventListener('message', hear)
      return () => channel.removeEventListener('message', hear)
    },
    close: () => channel.close(),
  }
}
