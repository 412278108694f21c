/** Serves pages on its own port. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GuardedServer, refuseUpgrade } from '../http/guarded-server.ts'
import { listen } from '../http/listen.ts'
import { ServerError } from './errors.ts'
import { LiveHandler } from './live.ts'
import { hostsOf, type ServeOptions } from './options.ts'

/**
 * A listening server.
 *
 * @example
 * const server: LiveServer = await serve({ pages: [page('/', Counter)], port: 0 })
 * const answer = await fetch(server.address)
 * answer.status // 200
 * await server.close()
 */
export interface LiveServer {
  /** Its address, as `http://host:port`. */
  address: string
  /** The port on which it listens. */
  port: number
  /** How many sessions are in memory. */
  readonly sessions: number
  /** Ends all sessions of a login, on every node, as `Live.endSessions` does. */
  endSessions(login: { key: string }): Promise<void>
  /** Accepts nothing new and ends every session once its turns are done: tabs reconnect at once, to whichever process listens then. */
  drain(code?: number, reason?: string): Promise<void>
  /** Drains and releases the port; a tab that returns later is taken over by another process. */
  close(): Promise<void>
}

/**
 * Serves pages. Resolves once the port is open.
 *
 * @param options At least `pages`.
 * @returns The server, once its port is open.
 * @throws ServerError 'port-taken', and what `createHandler` throws.
 * @example
 * const server = await serve({ pages: [page('/', Counter)], port: 3000 })
 * console.log(server.address)
 */
export async function serve(options: ServeOptions): Promise<LiveServer> {
  const hosts = [...hostsOf(options), ...(options.host ? [options.host] : [])]
  const live = new LiveHandler({ ...options, hosts })
  const server = new GuardedServer(hosts)
  server.on('request', (request, response) => {
    answered(request, response).then(
      (handled) => {
        if (handled) return
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        response.end(
          `Nothing is served at ${request.url}. Pages: ${options.pages.map(({ path }) => path).join(', ')}`,
        )
      },
      () => response.destroy(),
    )
  })
  const answered = async (request: IncomingMessage, response: ServerResponse) =>
    (await live.handle(request, response)) || live.handleLost(request, response)
  live.attach(server)
  server.on('upgrade', (request, socket) => {
    if (!live.takes(request)) refuseUpgrade(socket, { status: '404 Not Found', sentence: '' })
  })
  const wanted = options.port ?? 3000
  const bind = options.host ?? '127.0.0.1'
  const port = await listen(server, wanted, bind).catch((error) => {
    throw explain(error, wanted, bind)
  })
  const stopListening = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return {
    address: `http://${options.host ?? 'localhost'}:${port}`,
    port,
    get sessions() {
      return live.sessions
    },
    endSessions: (login) => live.endSessions(login),
    async drain(code, reason) {
      const closed = stopListening()
      await live.drain(code, reason)
      server.closeAllConnections()
      await closed
    },
    async close() {
      const closed = stopListening()
      await live.drain()
      server.closeAllConnections()
      await closed
    },
  }
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): ServerError {
  return error.code === 'EADDRINUSE'
    ? new ServerError(
        'port-taken',
        `Expected a free port on ${host}, received ${port}, which another program uses. Stop that program, or choose another port (port: 0 takes any free one).`,
      )
    : new ServerError(
        'port-refused',
        `Expected to open port ${port} on ${host}, received an error: ${error.message}. Choose another port or host.`,
        { cause: error },
      )
}
