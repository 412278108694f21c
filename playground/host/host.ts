/** Combines sandbox, pool, headless page, sockets and preview proxy into one server. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { GuardedServer, listen } from '../../engine/http/index.ts'
import { createAddresses } from './address.ts'
import { answerText, createControl, type SandboxReport } from './control.ts'
import { HostError } from './host-error.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { createPageSockets } from './page-socket.ts'
import { createPool, type PoolStats } from './pool.ts'
import { answerAsleep, answerNoContainer } from './preview/pages.ts'
import { proxyRequest, proxyUpgrade } from './preview/proxy.ts'
import { chooseSandbox, type Wanted } from './sandbox/choose.ts'
import { prepareRuntime } from './sandbox/runtime.ts'
import { mint } from './token.ts'

/** The built scripts, as text. Their entries: `headless/main.ts` (browser), `agent/main.ts` and `agent/listen.ts` (Node, CommonJS). */
export interface HostScripts {
  headless: string
  agent: string
  listen: string
}

export interface HostOptions {
  port: number
  /** Where to listen; the loopback by default. */
  host?: string
  /** Origins of the site: only these may frame the headless page and ask about the sandbox. */
  siteOrigins: readonly string[]
  /** Signs tokens; must be the same in every process of one deployment. */
  secret: string
  scripts: HostScripts
  /** Where browsers reach this host; `http://localhost:<port>` by default. */
  publicOrigin?: string
  /** Previews have addresses `<id>--<port>.<previewHost>`; in production it should be a separate registrable domain. */
  previewHost?: string
  limits?: Partial<Limits>
  /** Sandboxes kept ready; 1 by default. */
  warm?: number
  /** Where Node is installed for sandboxes; readable by all, writable only by this user. */
  runtimeFolder?: string
  /** For tests, and for machines where the stronger sandbox is not wanted. */
  wanted?: Partial<Wanted>
  log?: (event: string, fields: object) => void
  now?: () => number
}

export interface ContainerHost {
  /** Where browsers reach it; the value for `WEBCONTAINER_API_IFRAME_URL`. */
  origin: string
  port: number
  sandbox: SandboxReport
  /**
   * Lets a page of `siteOrigin` boot containers: pass it to `configureAPIKey` before `boot`. The container counts for `visitor`; without
   * a name, each token counts as a visitor of its own.
   */
  mintToken(siteOrigin: string, visitor?: string): string
  stats(): PoolStats
  /** Ends every container; resolves when the port is free. */
  close(): Promise<void>
}

/** An upgrade in a preview must not wake its container: an open page retries by itself. */
const ASLEEP = 'HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'
/** A token is used directly after it is fetched; the page that it opens carries a ticket of its own. */
const TOKEN_MS = 10 * 60 * 1000

/** Resolves once the port is open and the kind of sandbox is known. Throws `port-taken` with a sentence. */
export async function createHost(options: HostOptions): Promise<ContainerHost> {
  const { secret, siteOrigins, scripts, now = Date.now, log = () => {} } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  // `address.ts` decides which host names are valid, by their purpose.
  const server = new GuardedServer(['*'])
  const bind = options.host ?? '127.0.0.1'
  const port = await listen(server, options.port, bind).catch((error) => {
    throw error.code === 'EADDRINUSE' ? portTaken(options.port, bind) : error
  })
  const addresses = createAddresses(
    options.publicOrigin ?? `http://localhost:${port}`,
    options.previewHost ?? 'localhost',
    port,
  )
  const runtime = await prepareRuntime(scripts, options.runtimeFolder)
  const maker = await chooseSandbox(runtime, limits, {
    sandbox: 'best',
    cgroups: true,
    ...options.wanted,
  })
  const sandbox = { kind: maker.kind, reason: maker.reason, notHeld: maker.notHeld }
  const pool = createPool(maker, { limits, now, urlOf: addresses.preview }, options.warm ?? 1, log)
  const sockets = createPageSockets({ addresses, pool, secret, now })
  const control = createControl({
    addresses,
    siteOrigins,
    secret,
    headlessScript: scripts.headless,
    sandbox,
    now,
    stats: pool.stats,
  })

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    response.on('error', () => {})
    const to = addresses.read(request.headers.host)
    if (to.kind === 'control') return control(request, response)
    if (to.kind === 'stranger')
      return answerText(response, 421, 'This server does not answer for that host name.')
    const container = pool.find(to.id)
    if (container?.isAsleep) return answerAsleep(response)
    if (container) return proxyRequest(container, to.port, request, response)
    answerNoContainer(response)
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const to = addresses.read(request.headers.host)
    const container = to.kind === 'preview' ? pool.find(to.id) : undefined
    if (to.kind === 'control') sockets.upgrade(request, socket, head)
    else if (container?.isAsleep) socket.end(ASLEEP)
    else if (to.kind === 'preview' && container)
      proxyUpgrade(container, to.port, request, socket, head)
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
  })
  log('host-ready', { origin: addresses.origin, ...sandbox })

  return {
    origin: addresses.origin,
    port,
    sandbox,
    mintToken(siteOrigin, visitor = randomBytes(16).toString('hex')) {
      if (!siteOrigins.includes(siteOrigin))
        throw new HostError(
          'token-refused',
          `Expected one of the origins that this host serves (${siteOrigins.join(', ')}), received ${siteOrigin}. Add it to siteOrigins.`,
        )
      return mint({ use: 'token', origin: siteOrigin, visitor, until: now() + TOKEN_MS }, secret)
    },
    stats: pool.stats,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      await pool.close()
      await maker.close()
      sockets.close()
      server.closeAllConnections()
      await closed
      await runtime.remove()
    },
  }
}

const portTaken = (port: number, host: string) =>
  new HostError(
    'port-taken',
    `Expected a free port for the container host, received ${host}:${port}, which another program uses. Start with another PORT: the container host takes the port after it.`,
  )
