/** The other end of the client library's `build`: one connection for each container that it boots. */
import { proxy } from 'comlink'
import type { RuntimeInfo } from '../messages.ts'
import { connect } from './connection.ts'
import { createInstance } from './instance.ts'
import type { HeadlessSettings } from './settings.ts'

export interface BuildOptions {
  host?: string
  version?: string
  workdirName?: string
  forwardPreviewErrors?: boolean | 'exceptions-only'
}

/** What the embedding page is told about a container that it must wait for. */
export type RoomNote =
  | { type: 'container-queued'; position: number }
  | { type: 'container-asleep' }
  | { type: 'container-awake' }

export function createServer(settings: HeadlessSettings, tell: (note: RoomNote) => void) {
  return {
    async build(options: BuildOptions) {
      if (settings.refusal !== null || settings.ticket === null)
        throw new Error(
          settings.refusal ??
            'Expected a ticket from the container host, received none. Reload the page.',
        )
      const connection = await connect(settings.ticket)
      connection.onQueued(({ position }) => tell({ type: 'container-queued', position }))
      connection.onSleep((isAsleep) =>
        tell({ type: isAsleep ? 'container-asleep' : 'container-awake' }),
      )
      const { value } = await connection.call({
        method: 'open',
        name: options.workdirName ?? null,
        forwardPreviewErrors: options.forwardPreviewErrors ?? false,
      })
      return proxy(createInstance(connection, value as RuntimeInfo))
    },
  }
}
