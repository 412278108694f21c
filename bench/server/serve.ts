/** The server under test, in a process of its own: serves one variant, and says how much heap it holds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileStore, memoryStore, serve, silentLogger } from 'telar/server'
import { WebSocketServer } from 'ws'
import { serveLiveViewJs } from '../peers/liveviewjs.ts'
import { views } from './liveviewjs-views.ts'
import { pages } from './pages.ts'

// `echo-again` is `echo` once more: what the two differ by is noise.
const variant = (process.argv[2] ?? '').replace('-again', '')
const rest = process.argv[3] === undefined ? undefined : Number(process.argv[3])
process.on('disconnect', () => process.exit(0))
process.on('message', async (asked) => {
  const { user, system } = process.cpuUsage()
  process.send!(asked === 'heap' ? { heap: await heap() } : { processor: user + system })
})
process.send!({ address: await start() })

async function start(): Promise<string> {
  switch (variant) {
    case 'telar':
    case 'telar-shared':
      return serveTelar(memoryStore())
    case 'telar-file': {
      const folder = mkdtempSync(join(tmpdir(), 'telar-bench-'))
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
      return serveTelar(fileStore(folder))
    }
    case 'liveviewjs': {
      const server = await serveLiveViewJs({
        router: views((issue) => void server.pubSub.broadcast('news', { type: 'news', issue })),
      })
      return server.address
    }
    case 'echo':
      return serveSockets((message, socket) => socket.send(message, { binary: true }))
    case 'bare-ws':
      return serveSockets((message, _socket, all) => {
        for (const one of all) one.send(message, { binary: true })
      })
    default:
      throw new Error(`Expected a variant to serve, received "${variant}".`)
  }
}

async function serveTelar(store: ReturnType<typeof memoryStore>): Promise<string> {
  const server = await serve({
    pages,
    port: 0,
    store,
    logger: silentLogger,
    // The benches send more than a visitor does, from more tabs than one server would take by itself.
    limits: {
      messagesPerSecond: 1e6,
      sockets: 20_000,
      mostUnconnected: 20_000,
      ...(rest === undefined ? {} : { rest }),
    },
  })
  return server.address
}

type Socket = WebSocketServer['clients'] extends Set<infer One> ? One : never

/** Answers each message; with nobody else in between. */
async function serveSockets(
  heard: (message: Buffer, socket: Socket, all: Set<Socket>) => void,
): Promise<string> {
  const http = createServer((_request, response) => response.end())
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    socket.on('message', (message: Buffer) => heard(message, socket, sockets.clients))
  })
  await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve))
  return `http://localhost:${(http.address() as AddressInfo).port}`
}

/** Bytes that are alive: what a forced collection leaves, taken when nothing more goes. */
async function heap(): Promise<number> {
  const collect = (globalThis as { gc?: () => void }).gc
  if (!collect) throw new Error('Expected node --expose-gc, received node without it.')
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 6; round++) {
    // What is freed by finalizers and closed handles is free only a turn later.
    await new Promise((resolve) => setTimeout(resolve, 50))
    collect()
    const { heapUsed, external } = process.memoryUsage()
    least = Math.min(least, heapUsed + external)
  }
  return least
}
