/** Starts the site: Next's pages, the engine's live examples and the container host, in one program. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { createHandler, localBus } from 'telar/server'
import { GuardedServer } from '../engine/http/index.ts'
import { type ContainerHost, createHost, readScripts } from '../playground/host/index.ts'
import { createConduit } from './examples/conduit/index.ts'
import { answerOrders } from './examples/order-api.ts'
import { OrderBook } from './examples/order-book.ts'
import { createExamples } from './examples/pages.ts'
import { answerError } from './lib/error-page.ts'
import { createFixedFiles } from './lib/fixed-files.ts'
import { listen } from './lib/listen.ts'
import { addressMeant } from './lib/meant-address.ts'
import { createPolicy, readInline } from './lib/policy.ts'
import { findRoot } from './lib/root.ts'
import { readSettings, type Settings } from './lib/settings.ts'

// No telemetry is sent.
process.env.NEXT_TELEMETRY_DISABLED = '1'

const root = findRoot(dirname(fileURLToPath(import.meta.url)))

try {
  await start(
    readSettings({ ...process.env, ...(process.argv.includes('--dev') && { TELAR_DEV: '1' }) }),
  )
} catch (error) {
  // An expected error is shown as a sentence; any other keeps its stack.
  const foreseen = error instanceof Error && 'code' in error && 'owner' in error
  console.error(foreseen ? error.message : error)
  process.exit(1)
}

async function start(settings: Settings) {
  const { port, bind, dev, secret, origin, hostOrigin, hostKind, webcontainerKey, hosts } = settings
  const server = new GuardedServer(hosts)
  // The port opens before everything is ready; early requests wait.
  const early: [IncomingMessage, ServerResponse][] = []
  const keep = (request: IncomingMessage, response: ServerResponse) => {
    early.push([request, response])
  }
  server.on('request', keep)
  await listen(server, port, bind)

  const host = hostKind === 'stackblitz' ? undefined : await openHost(settings)
  const bus = localBus()
  const book = new OrderBook(bus)
  const live = createHandler({
    pages: createExamples({ root, address: `${origin}/examples`, book }),
    prefix: '/examples',
    bus,
    secret,
    origins: ownOrigins(settings),
    hosts,
  })
  live.attach(server)
  const conduit = createConduit({
    root,
    origin,
    secret,
    origins: ownOrigins(settings),
    hosts,
    database: settings.database,
  })
  conduit.attach(server)
  const app = next({ dev, dir: join(root, 'site'), httpServer: server, port })
  await app.prepare()
  const showPage = app.getRequestHandler()
  const showFixed = createFixedFiles(root)
  const policy = createPolicy(settings, readInline(join(root, 'site/.next/server/app')))

  const take = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error) => {
      console.error(`${request.method} ${request.url} failed:`, error)
      answerError(response, request.url ?? '/')
    })
  }
  server.off('request', keep)
  server.on('request', take)
  for (const [request, response] of early) take(request, response)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const path = pathOf(request)
    const meant = addressMeant(request.url ?? '/')
    if (meant) return response.writeHead(302, { Location: meant }).end()
    if (path === '/examples/order-board/orders') return answerOrders(book, request, response)
    if (await conduit.handle(request, response)) return
    if (path.startsWith('/examples/') && (await live.handle(request, response))) return
    if (path === '/telar-config.json') return tellConfig(request, response)
    if (showFixed(request, response, path)) return
    // Next's development build evaluates text, which the policy forbids.
    if (!dev) response.setHeaders(new Headers(policy.headersFor(path)))
    return showPage(request, response)
  }

  /** Tells a page of the site where the container host is, with a token to use it. */
  function tellConfig(request: IncomingMessage, response: ServerResponse) {
    const asked = ownOrigins(settings).find((own) => new URL(own).host === request.headers.host)
    if (!asked) {
      response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8' })
      return response.end('This server does not answer for that host name.\n')
    }
    const visitor = /(?:^|;\s*)telar-visitor=([\w-]{22})(?:;|$)/.exec(
      request.headers.cookie ?? '',
    )?.[1]
    const name = visitor ?? randomBytes(16).toString('base64url')
    // Identifies whose share of the containers it is. It contains nothing else, and a visitor who deletes it still shares an address.
    if (!visitor && host)
      response.setHeader(
        'Set-Cookie',
        `telar-visitor=${name}; Path=/telar-config.json; HttpOnly; SameSite=Strict${asked.startsWith('https:') ? '; Secure' : ''}`,
      )
    const token = host?.mintToken(asked, name) ?? ''
    const sandbox = host?.sandbox
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    response.end(JSON.stringify({ host: hostKind, hostOrigin, token, sandbox, webcontainerKey }))
  }

  let leaving = false
  const leave = async () => {
    if (leaving) process.exit(1)
    leaving = true
    server.close()
    await Promise.allSettled([host?.close(), live.drain(), conduit.drain(), app.close()])
    server.closeAllConnections()
    process.exit(0)
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
  if (host && host.sandbox.kind !== 'bubblewrap') console.log(unconfined(host.sandbox.reason))
  console.log(`Telar is ready at ${origin}`)
}

// A function declaration, since the program starts above.
function unconfined(reason: string): string {
  return `Containers have no full sandbox here. Only the reader's own code runs, after they agree; code from links is refused. ${reason}`
}

async function openHost(settings: Settings): Promise<ContainerHost> {
  return createHost({
    port: settings.port + 1,
    host: settings.bind,
    siteOrigins: ownOrigins(settings),
    secret: settings.secret,
    scripts: await readScripts(join(root, 'dist/host')),
    publicOrigin: settings.hostOrigin,
    previewHost: settings.previewHost,
    ...(settings.containers && { limits: { containers: settings.containers } }),
  })
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return new URL(`http://site${url}`).pathname
}

/** The origins under which this server answers: both names of this machine, unless another one is set. */
function ownOrigins({ origin, port }: Settings): string[] {
  return origin === `http://localhost:${port}` ? [origin, `http://127.0.0.1:${port}`] : [origin]
}
