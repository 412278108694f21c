/** A tab that stops reading, over a real socket: the server's buffers stay bounded, others go on, and it gets the newest state. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, page } from '../../engine/index.ts'
import { createHandler, localBus, silentLogger } from '../../engine/server/index.ts'
import type { Heard } from '../support/tabs/line.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import { ensureClient } from './support/client-built.ts'

const LINE = 'x'.repeat(20_000)
const bus = localBus()
const sockets = new Set<Socket>()
let http: Server
let address: string

class Feed extends LiveComponent {
  n = 0
  connected() {
    this.subscribe<number>('feed', (n) => {
      this.n = n
    })
  }
  getTemplate() {
    return html`<button lv-click=${() => {}}>${`${LINE} ${this.n}`}</button>`
  }
}

beforeAll(async () => {
  await ensureClient()
  const live = createHandler({
    pages: [page('/', Feed)],
    bus,
    logger: silentLogger,
    limits: { backlog: 262_144, frame: 0, messagesPerSecond: 100_000 },
  })
  http = createServer((request, response) => void live.handle(request, response))
  http.on('connection', (socket) => sockets.add(socket))
  live.attach(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  http.close()
})

/** What waits in this process for sockets to take it. */
const buffered = () => [...sockets].reduce((sum, socket) => sum + socket.writableLength, 0)

const turnOfTheLoop = () => new Promise<void>((resolve) => setImmediate(resolve))

test('a stalled client bounds the server’s buffers, stops nobody, and gets one diff to the newest state', {
  tags: ['A16', 'backpressure'],
}, async () => {
  const stalled = await Visitor.open(address)
  const well = await Visitor.open(address)
  await stalled.join()
  await well.join()
  const raw = (stalled.line!.socket as unknown as { _socket: Socket })._socket
  raw.pause()
  let most = 0
  // 2,000 frames of 20 kB: 40 MB, were they queued.
  for (let n = 1; n <= 2_000; n++) {
    bus.publish('feed', n)
    await turnOfTheLoop()
    most = Math.max(most, buffered())
  }
  const shows =
    (n: number) =>
    ({ operations }: Heard) =>
      operations.some(({ value }) => String(value).endsWith(` ${n}`))
  await well.line!.until(shows(2_000))
  console.log(`40 MB for a tab that reads nothing: at most ${most} bytes waited in the server`)
  expect(most).toBeGreaterThan(262_144 / 4)
  expect(most).toBeLessThan(262_144 + 100_000)
  for (let i = 0; i < 5_000; i++) stalled.line!.send({ type: 'ping' })
  for (let i = 0; i < 50; i++) await turnOfTheLoop()
  expect(buffered()).toBeLessThan(262_144 + 100_000)
  const before = stalled.line!.heard.length
  raw.resume()
  await stalled.line!.until(shows(2_000))
  expect(stalled.line!.heard.length - before).toBeLessThan(500)
  await stalled.line!.close()
  await well.line!.close()
})
