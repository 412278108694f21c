/** The events of the client library: ports, ready servers, errors, messages of previews. */
import { proxy } from 'comlink'
import type { PortNote } from '../messages.ts'
import type { Connection } from './connection.ts'

type EventListener = (...args: unknown[]) => void

const NAMES = ['port', 'server-ready', 'error', 'preview-message', 'xdg-open', 'code'] as const
type EventName = (typeof NAMES)[number]

export function createEvents(connection: Connection) {
  const listeners = new Map<EventName, Set<EventListener>>(NAMES.map((name) => [name, new Set()]))
  const emit = (name: EventName, ...args: unknown[]) => {
    for (const listener of listeners.get(name) ?? []) void listener(...args)
  }
  connection.onPort(({ port, open, url = '' }: PortNote) => {
    emit('port', port, open ? 'open' : 'close', url)
    if (open) emit('server-ready', port, url)
  })
  connection.onPreview((note) => emit('preview-message', note))

  return {
    /** Returns a function that unsubscribes. */
    on(name: string, listener: EventListener) {
      const set = listeners.get(name as EventName)
      if (!set)
        throw new Error(`Expected one of the events ${NAMES.join(', ')}, received "${name}".`)
      set.add(listener)
      return proxy(() => {
        set.delete(listener)
      })
    },
    emitError: (message: string) => emit('error', { message }),
  }
}
