/** The other end of the client library's `build`: one connection for each container that it boots. */
import { proxy } from 'comlink'
import type { RuntimeInfo } from '../messages.ts'
import { type Connection, connect } from './connection.ts'
import { createInstance } from './instance.ts'
import { fetchSettings, type HeadlessSettings } from './settings.ts'

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
  /** Answered by `TokenNote`, or by nothing where the page knows no such answer. */
  | { type: 'container-token-wanted' }

/** A token of the site for this page. */
export interface TokenNote {
  readonly type: 'container-token'
  readonly token: string
}

/** `askToken` gets a new token from the embedding page. */
export function createServer(
  settings: HeadlessSettings,
  tell: (note: RoomNote) => void,
  askToken: () => Promise<string>,
) {
  let { ticket } = settings

  // A host that was started again knows no ticket of before.
  async function connectAnew(refused: Error): Promise<Connection> {
    const token = await askToken().catch(() => {
      throw refused
    })
    const fresh = await fetchSettings(token).catch(() => {
      throw refused
    })
    if (fresh.ticket === null) throw new Error(fresh.refusal ?? refused.message)
    ticket = fresh.ticket
    return connect(ticket)
  }

  return {
    async build(options: BuildOptions) {
      if (settings.refusal !== null || ticket === null)
        throw new Error(
          settings.refusal ??
            'Expected a ticket from the container host, received none. Reload the page.',
        )
      const connection = await connect(ticket).catch(connectAnew)
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
