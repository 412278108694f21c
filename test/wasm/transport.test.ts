/** A session has the transport and the root that it is given: what each side hears, without a socket and without a page of its own. */
import { expect, test } from 'vitest'
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import { decodeUp } from '../../engine/protocol/event.ts'
import type { Op, Up } from '../../engine/protocol/ops.ts'
import { HandClock } from '../../engine/testing/hand-clock.ts'
import { DECODER, openWindow } from '../../engine/testing/window.ts'
import type { Line, Transport } from '../../wasm/client/index.ts'

/** A server's end of a transport: it takes the page as it stands, and notes what comes. */
class Server implements Transport {
  readonly ups: Up[] = []
  lines: Line[] = []
  private number = 1

  open(line: Line) {
    this.lines.push(line)
    queueMicrotask(() => line.opened())
    return {
      readyState: 1,
      bufferedAmount: 0,
      close() {},
      send: (bytes: Uint8Array) => this.hear(bytes),
    }
  }

  ops(...ops: Op[]) {
    this.lines.at(-1)!.message(encodeOps(ops, { number: ++this.number }))
  }

  get heard() {
    return this.ups.flatMap((up) => (up.type === 'event' ? `${up.event} ${up.slot}` : []))
  }

  private hear(bytes: Uint8Array) {
    const up = decodeUp(bytes)
    this.ups.push(up)
    const value = { epoch: 1, applied: 0, frame: 1, resumed: true }
    if (up.type === 'hello')
      this.lines
        .at(-1)!
        .message(
          encodeOps([{ op: 'signal', kind: 'welcome', value }], { number: (this.number = 1) }),
        )
  }
}

const rootOf = (id: string, markup: string) =>
  `<div id="${id}" lv-t="0"><section lv-r="1 x ">${markup}</section></div>`

function open(markup: string) {
  const clock = new HandClock()
  const threw = (error: unknown) => {
    throw error
  }
  const { window, client } = openWindow(
    `${markup}<div class="telar-status"></div>`,
    'http://localhost/there?a=1',
    { clock, threw },
  )
  const start = (root: string, transport: Transport) =>
    client.startSession({
      config: { token: root, ws: '', epoch: 1 },
      root: window.document.getElementById(root)!,
      transport,
      wasm: DECODER,
      load: ((name: string) => Promise.resolve(client[name])) as never,
    })
  const press = (selector: string) =>
    (window.document.querySelector(selector) as HTMLElement).click()
  const text = (selector: string) => window.document.querySelector(selector)!.textContent
  return { clock, start, press, text }
}

const loopTurn = () => new Promise((resolve) => setImmediate(resolve))

test('two sessions share a document: each has its root, its way to the server, and its events', {
  tags: ['A23'],
}, async () => {
  const part = '<button lv-click="2">+</button><i lv-click="4" lv-outside></i><p lv-t="3">0</p>'
  const page = open(rootOf('one', part) + rootOf('two', part))
  const [one, two] = [new Server(), new Server()]
  page.start('one', one)
  page.start('two', two)
  await loopTurn()
  expect([one, two].map(({ ups }) => ups[0])).toMatchObject([{ token: 'one' }, { token: 'two' }])
  page.press('#two button')
  await loopTurn()
  // What happens in one root is outside of all elements of the other.
  expect(one.heard).toEqual(['click 4'])
  expect(two.heard).toEqual(['click 4', 'click 2'])
  one.ops({ op: 'setText', slot: 3, text: '7' })
  expect([page.text('#one p'), page.text('#two p')]).toEqual(['7', '0'])
})

test('two sessions in a document each keep the pace of their events', {
  tags: ['A23'],
}, async () => {
  const part = '<button lv-click="2" lv-debounce="50">+</button>'
  const page = open(rootOf('one', part) + rootOf('two', part))
  const [one, two] = [new Server(), new Server()]
  page.start('one', one)
  page.start('two', two)
  await loopTurn()
  for (const root of ['#one', '#one', '#two', '#two']) page.press(`${root} button`)
  await loopTurn()
  expect([one.heard, two.heard]).toEqual([[], []])
  page.clock.advance(50)
  expect([one.heard, two.heard]).toEqual([['click 2'], ['click 2']])
})

test('a transport can stand in front of another one: what it holds back arrives later, in order', {
  tags: ['A23'],
}, async () => {
  const held: (() => void)[] = []
  const server = new Server()
  const gate: Transport = {
    open(line) {
      const message = (bytes: Uint8Array) => void held.push(() => line.message(bytes))
      const inner = server.open({ ...line, message })
      const send = (bytes: Uint8Array) => void held.push(() => inner.send(bytes))
      return { ...inner, send }
    },
  }
  const page = open(rootOf('one', '<button lv-click="2">+</button><p lv-t="3">0</p>'))
  page.start('one', gate)
  await loopTurn()
  expect(server.ups).toEqual([])
  const release = () => held.shift()!()
  release()
  expect(server.ups).toMatchObject([{ type: 'hello', path: '/there?a=1' }])
  release()
  await loopTurn()
  page.press('button')
  expect([server.heard, held.length]).toEqual([[], 1])
  release()
  expect(server.heard).toEqual(['click 2'])
  server.ops({ op: 'setText', slot: 3, text: '1' })
  expect(page.text('p')).toBe('0')
  release()
  expect(page.text('p')).toBe('1')
})

test('a connection that ends is opened again through the same transport', {
  tags: ['A23'],
}, async () => {
  const server = new Server()
  const page = open(rootOf('one', '<button lv-click="2">+</button>'))
  page.start('one', server)
  await loopTurn()
  server.lines[0]!.closed(1006)
  page.press('button')
  expect(server.heard).toEqual([])
  page.clock.advance(200)
  await loopTurn()
  expect(server.lines.length).toBe(2)
  expect(server.heard).toEqual(['click 2'])
})
