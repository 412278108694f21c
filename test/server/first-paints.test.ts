/** First paints that nobody joins, and sockets from which nothing comes: both end in time, by a clock that the test moves. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, page } from '../../engine/index.ts'
import {
  fileStore,
  type LiveServer,
  type ServeOptions,
  serve,
  silentLogger,
} from '../../engine/server/index.ts'
import { HandClock } from '../../engine/testing/index.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import { ensureClient } from './support/client-built.ts'
import { counterPage } from './support/pages.ts'

beforeAll(ensureClient)

let folder = ''
const running: LiveServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** Servers over one folder, with one clock. */
async function serving(clock: HandClock, options: Partial<ServeOptions> = {}) {
  const given = { pages: [counterPage], secret: 's', logger: silentLogger, port: 0, clock }
  const server = await serve({ ...given, store: fileStore(folder), ...options })
  running.push(server)
  return server
}

const newFolder = () => {
  folder = mkdtempSync(join(tmpdir(), 'telar-paints-'))
}
const stored = () => readdirSync(folder).filter((name) => name.endsWith('.session')).length
const soon = () => new Promise((resolve) => setImmediate(resolve))
const until = async (holds: () => boolean) => {
  while (!holds()) await soon()
}

test('a first paint that nobody joins is gone after a minute, from memory and from the disk', async () => {
  newFolder()
  const clock = new HandClock(Date.now())
  const server = await serving(clock)
  const [joined, late] = [await Visitor.open(server.address), await Visitor.open(server.address)]
  await joined.join()
  await joined.clicked()
  expect([server.sessions, stored()]).toEqual([2, 2])
  clock.advance(61_000)
  await until(() => stored() === 1)
  expect(server.sessions).toBe(1)
  await joined.clicked()
  // Who comes later is told to ask for the page again, which paints it anew.
  const line = await late.dial()
  line.send(late.hello())
  expect(await line.signal('error')).toMatchObject({ code: 'session-gone', reload: true })
  const again = await Visitor.open(server.address)
  await again.join()
  await again.clicked()
})

test('a first paint that another process has taken up is theirs', async () => {
  newFolder()
  const clock = new HandClock(Date.now())
  const [first, second] = [await serving(clock), await serving(clock)]
  const visitor = await Visitor.open(first.address)
  await visitor.join(second.address)
  await visitor.clicked()
  clock.advance(61_000)
  await until(() => first.sessions === 0)
  await soon()
  expect(stored()).toBe(1)
  await visitor.clicked()
  expect(await visitor.join(first.address)).toMatchObject({ applied: 2 })
})

test('crawlers cost bounded memory and a bounded disk, and whoever joins in time is served', async () => {
  newFolder()
  const clock = new HandClock(Date.now())
  const limits = { mostUnconnected: 3, mostPainted: 10 }
  const server = await serving(clock, { limits })
  const first = await Visitor.open(server.address)
  for (let i = 0; i < 9; i++) await fetch(server.address)
  expect([server.sessions, stored()]).toEqual([3, 10])
  // It has left memory, and is taken up from the disk.
  await first.join()
  await first.clicked()
  for (let i = 0; i < 50; i++) await fetch(server.address)
  expect([server.sessions, stored()]).toEqual([4, 11])
  clock.advance(61_000)
  await until(() => stored() === 1)
  await first.clicked()
})

test('the time to live of a first paint can be chosen', async () => {
  newFolder()
  const clock = new HandClock(Date.now())
  const server = await serving(clock, { limits: { unconnected: 5_000 } })
  await fetch(server.address)
  clock.advance(4_000)
  await fetch(server.address)
  clock.advance(1_000)
  await until(() => stored() === 1)
  clock.advance(4_000)
  await until(() => stored() === 0)
  expect(clock.waiting).toBe(0)
})

test('HEAD says what GET says and makes no session', async () => {
  newFolder()
  const server = await serving(new HandClock(Date.now()))
  const head = await fetch(server.address, { method: 'HEAD' })
  expect([head.status, server.sessions, stored()]).toEqual([200, 0, 0])
  const body = await (await fetch(server.address)).text()
  // The fetch above took it compressed.
  const plain = await new Promise<string | undefined>((resolve) => {
    request(server.address, { method: 'HEAD' }, ({ headers }) =>
      resolve(headers['content-length']),
    ).end()
  })
  expect(Math.abs(Number(plain) - Buffer.byteLength(body))).toBeLessThan(8)
})

class Room extends LiveComponent {
  connected() {
    this.track('room', this.session.id)
    // Looked at again and again, as a page of who is there would.
    this.every(1_000, () => {})
  }
  getTemplate() {
    return html`<p>${this.present('room').length}</p>`
  }
}

test('a visitor of whom nothing is heard any more is not present, and one who answers is', async () => {
  newFolder()
  const clock = new HandClock(Date.now())
  const server = await serving(clock, { pages: [page('/', Room)] })
  const silent = await Visitor.open(server.address)
  const living = await Visitor.open(server.address)
  await silent.join()
  await living.join()
  const shows = (count: string, from = 0) =>
    living.line!.until(({ operations }) => operations.some(({ value }) => value === count), from)
  clock.advance(1_000)
  await shows('2')
  // A laptop that was shut: its socket is open, and nothing answers.
  silent.line!.socket.pause()
  let isAlone = false
  const alone = shows('1', living.line!.heard.length).then(() => {
    isAlone = true
  })
  // By the clock two minutes at most, with time in between for what comes over the wire.
  for (let seconds = 0; seconds < 120 && !isAlone; seconds++) {
    clock.advance(1_000)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await alone
  expect(living.line!.socket.readyState).toBe(living.line!.socket.OPEN)
  silent.line!.socket.resume()
  await silent.line!.closed
})
