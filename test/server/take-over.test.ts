/** Sessions that go from process to process: killed, drained, restarted, raced for. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, page } from '../../engine/index.ts'
import { fileStore, memoryStore, serve, silentLogger } from '../../engine/server/index.ts'
import { HandClock } from '../../engine/testing/index.ts'
import { Line } from '../support/tabs/line.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import { ensureClient } from './support/client-built.ts'
import { Counter, counterPage } from './support/pages.ts'
import { Processes } from './support/processes.ts'

const processes = new Processes()

beforeAll(async () => {
  await ensureClient()
  await processes.build()
})
afterAll(() => processes.clean())

const numberIn = ({ markup }: Visitor) => Number(/(?:>|-->)(\d+)</.exec(markup)![1])

test('a killed process loses no acknowledged click, and the next one paints the page anew', {
  tags: ['A13', 'A10', 'state-lost'],
}, async () => {
  const first = await processes.start('kill')
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  for (let i = 0; i < 3; i++) await visitor.clicked()
  await first.end('SIGKILL')
  const second = await processes.start('kill')
  expect(await visitor.join(second.address)).toMatchObject({ applied: 3, resumed: false })
  expect(numberIn(visitor)).toBe(3)
  await visitor.clicked()
  expect(visitor.line!.heard.at(-1)!.operations).toMatchObject([{ type: 'setText', value: '4' }])
  await second.end('SIGKILL')
})

test('killed in the middle of clicks, again and again: none is lost and none counts twice', {
  tags: ['A10', 'A13'],
  timeout: 120_000,
}, async () => {
  let server = await processes.start('again')
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  for (let round = 1; round <= 6; round++) {
    for (let i = 0; i < 5; i++) await visitor.clicked()
    // These are on their way when the process ends.
    for (let i = 0; i < round * 3; i++) visitor.clickOn()
    await server.end('SIGKILL')
    await visitor.line!.closed
    server = await processes.start('again')
    const { applied } = await visitor.join(server.address)
    expect(applied).toBeGreaterThanOrEqual(5)
    await visitor.clicked()
  }
  const total = visitor.seq
  await server.end('SIGKILL')
  server = await processes.start('again')
  expect(await visitor.join(server.address)).toMatchObject({ applied: total })
  expect(numberIn(visitor)).toBe(total)
  await server.end('SIGKILL')
})

test('a first paint of one process is joined at another', { tags: ['A13'] }, async () => {
  const first = await processes.start('elsewhere')
  const second = await processes.start('elsewhere')
  const visitor = await Visitor.open(first.address)
  expect(await visitor.join(second.address)).toMatchObject({ applied: 0, resumed: false })
  await visitor.clicked()
  await first.end('SIGKILL')
  await second.end('SIGKILL')
})

test('two processes never own one session: the older one’s tab is sent to the newer', {
  tags: ['A13'],
}, async () => {
  const [first, second] = [await processes.start('fence'), await processes.start('fence')]
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  await visitor.clicked()
  const old = visitor.line!
  await visitor.join(second.address)
  await visitor.clicked()
  old.send({ type: 'event', component: 0, event: 'click', slot: 2, seq: 2, frame: 2, data: {} })
  expect(await old.closed).toEqual({
    code: 1012,
    reason: 'another process has resumed this session',
  })
  await visitor.clicked()
  expect(visitor.line!.heard.at(-1)!.operations).toMatchObject([{ type: 'setText', value: '3' }])
  await first.end('SIGKILL')
  await second.end('SIGKILL')
})

test('a process that ends in peace sends its tabs away, and the next one goes on', {
  tags: ['A19'],
}, async () => {
  const first = await processes.start('deploy')
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  await visitor.clicked()
  const gone = first.end('SIGTERM')
  expect(await visitor.line!.closed).toEqual({
    code: 1001,
    reason: 'the server is stopping; reconnect',
  })
  await gone
  const second = await processes.start('deploy')
  expect(await visitor.join(second.address)).toMatchObject({ applied: 1 })
  await second.end('SIGKILL')
})

test('a process with another secret refuses the session', { tags: ['A17'] }, async () => {
  const first = await processes.start('secret')
  const visitor = await Visitor.open(first.address)
  await first.end('SIGKILL')
  const second = await processes.start('secret', 'another secret')
  const line = await (await Visitor.open(second.address)).dial()
  line.send(visitor.hello())
  expect(await line.signal('error')).toMatchObject({
    code: 'token-invalid',
    fatal: true,
    reload: true,
  })
  await second.end('SIGKILL')
})

test('a session that is kept nowhere is refused with what to do', { tags: ['A10'] }, async () => {
  const [one, other] = [memoryStore(), memoryStore()]
  const start = (store: typeof one) =>
    serve({ pages: [counterPage], port: 0, store, secret: 's', logger: silentLogger })
  const [first, second] = [await start(one), await start(other)]
  const visitor = await Visitor.open(first.address)
  await first.close()
  const line = await (await Visitor.open(second.address)).dial()
  line.send(visitor.hello())
  expect(await line.signal('error')).toMatchObject({
    code: 'session-gone',
    message: expect.stringContaining('Reload the page.'),
    fatal: true,
    reload: true,
  })
  expect((await line.closed).code).toBe(1008)
  await second.close()
})

test('state of another version of the page is not taken over', { tags: ['A13'] }, async () => {
  const store = memoryStore()
  const start = (version: number) =>
    serve({
      pages: [page('/', Counter, { version })],
      port: 0,
      store,
      secret: 's',
      logger: silentLogger,
    })
  const first = await start(1)
  const visitor = await Visitor.open(first.address)
  await first.close()
  const second = await start(2)
  const line = await (await Visitor.open(second.address)).dial()
  line.send(visitor.hello())
  expect(await line.signal('error')).toMatchObject({
    code: 'session-gone',
    message: expect.stringContaining('Reload the page.'),
  })
  await second.close()
})

test('connected() runs in each process, start() in the first alone', {
  tags: ['A10', 'A13'],
}, async () => {
  const calls: string[] = []
  class Heard extends LiveComponent {
    started = ''
    start() {
      calls.push('start')
      this.started = 'yes'
    }
    connected() {
      calls.push('connected')
    }
    getTemplate() {
      return html`<button lv-click=${() => {}}>${this.started}</button>`
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'telar-calls-'))
  const start = () =>
    serve({
      pages: [page('/', Heard)],
      port: 0,
      store: fileStore(folder),
      secret: 's',
      logger: silentLogger,
    })
  const first = await start()
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  await visitor.clicked()
  await first.close()
  const second = await start()
  await visitor.join(second.address)
  await visitor.clicked()
  expect(calls).toEqual(['start', 'connected', 'connected'])
  expect(visitor.markup).toContain('yes')
  await second.close()
  rmSync(folder, { recursive: true })
})

test('first paints that nobody joins are let go, the oldest first', {
  tags: ['A6', 'A16'],
}, async () => {
  const clock = new HandClock(Date.now())
  const server = await serve({
    pages: [counterPage],
    port: 0,
    clock,
    logger: silentLogger,
    limits: { mostUnconnected: 3, unconnected: 30_000, linger: 60_000 },
  })
  const [first] = [await Visitor.open(server.address)]
  for (let i = 0; i < 5; i++) await Visitor.open(server.address)
  expect(server.sessions).toBe(3)
  // What was let go stands in the store.
  expect(await first.join()).toMatchObject({ applied: 0 })
  await first.clicked()
  clock.advance(30_000)
  expect(server.sessions).toBe(1)
  await first.line!.close()
  while (clock.waiting === 0) await new Promise((resolve) => setImmediate(resolve))
  clock.advance(60_000)
  expect(server.sessions).toBe(0)
  await server.close()
})

class Broken extends Counter {
  override getTemplate(): never {
    throw new Error('the new code does not render')
  }
}
// The same component to the store: state is kept by path and class name.
Object.defineProperty(Broken, 'name', { value: 'Counter' })

test('new code that can not render a kept session says so to its tab, which waits for the next code and loses nothing', {
  tags: ['A10', 'A19'],
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telar-broken-'))
  const start = (component: typeof Counter) =>
    serve({
      pages: [page('/', component, { title: 'Counter' })],
      port: 0,
      store: fileStore(folder),
      secret: 's',
      logger: silentLogger,
    })
  const first = await start(Counter)
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  await visitor.clicked()
  await first.close()
  const broken = await start(Broken)
  const line = await Line.open(broken.address.replace('http', 'ws') + visitor.config.ws)
  line.send(visitor.hello())
  const told = await line.signal('error')
  expect(told).toEqual({
    code: 'take-over-failed',
    owner: 'app',
    message:
      'This page fails on the server at the moment. What you have done is kept, and the server tries again.',
  })
  await broken.close()
  expect((await line.closed).code).toBe(1001)
  const mended = await start(Counter)
  expect(await visitor.join(mended.address)).toMatchObject({ applied: 1 })
  expect(numberIn(visitor)).toBe(1)
  await mended.close()
  rmSync(folder, { recursive: true })
})
