/** Sockets through a real server: what comes in wrong is answered, and everything else goes on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeUp } from '../../engine/protocol/event.ts'
import { type LiveServer, serve, silentLogger } from '../../engine/server/index.ts'
import { ensureClient } from './support/client-built.ts'
import { counterPage } from './support/pages.ts'
import { Visitor } from './support/visitor.ts'

let server: LiveServer

beforeAll(async () => {
  await ensureClient()
  server = await serve({
    pages: [counterPage],
    port: 0,
    logger: silentLogger,
    origins: ['https://friend.example'],
    limits: { message: 2_000, messagesPerSecond: 20 },
  })
})
afterAll(() => server.close())

test('A6 a hello is answered with a welcome, and a click with its op and acknowledgement', async () => {
  const visitor = await Visitor.open(server.address)
  expect(await visitor.join()).toEqual({
    epoch: expect.any(Number),
    applied: 0,
    resumed: true,
    frame: 1,
  })
  const { line } = visitor
  visitor.clickOn()
  expect(await line!.until(({ acknowledged }) => acknowledged === 1)).toEqual({
    type: 'update',
    component: 0,
    acknowledged: 1,
    operations: [{ type: 'setText', target: '3', value: '1' }],
  })
  await line!.close()
})

test('A6 the binary encoding is chosen as the subprotocol', async () => {
  const visitor = await Visitor.open(server.address)
  const line = await visitor.dial({ protocols: ['telar.2.bin', 'telar.2.json'] })
  expect(line.socket.protocol).toBe('telar.2.bin')
  const { token, epoch } = visitor.config
  line.send(encodeUp({ type: 'hello', token, epoch, frame: 0, seq: 0, path: '/' }))
  expect(await line.signal('welcome')).toEqual({
    epoch: expect.any(Number),
    applied: 0,
    resumed: true,
    frame: 1,
  })
  await line.close()
})

test('A6 the first subprotocol of the list that the server knows is taken', async () => {
  const visitor = await Visitor.open(server.address)
  const line = await visitor.dial({ protocols: ['telar.9.bin', 'telar.2.json', 'telar.2.bin'] })
  expect(line.socket.protocol).toBe('telar.2.json')
  await line.close()
})

test('A6 a client that speaks neither is told what the server speaks', async () => {
  const visitor = await Visitor.open(server.address)
  const line = await visitor.dial({ protocols: [] })
  expect(await line.closed).toEqual({
    code: 1002,
    reason: 'this server speaks telar.2.bin and telar.2.json',
  })
})

const BAD: [string, string, object | string | Uint8Array][] = [
  ['text that is not JSON', 'frame-malformed', '{"type":'],
  ['JSON that is no object', 'frame-malformed', '[]'],
  ['null', 'frame-malformed', 'null'],
  ['an unknown type', 'frame-unknown', { type: 'format-disk' }],
  ['no type', 'frame-unknown', {}],
  ['a binary message on a JSON line', 'frame-malformed', new Uint8Array([5])],
  [
    'a slot that is text',
    'frame-malformed',
    { type: 'event', component: 0, event: 'click', slot: 'add', seq: 1, frame: 0, data: {} },
  ],
  [
    'a negative slot',
    'frame-malformed',
    { type: 'event', component: 0, event: 'click', slot: -1, seq: 1, frame: 0, data: {} },
  ],
  [
    'a slot of 2^53',
    'frame-malformed',
    { type: 'event', component: 0, event: 'click', slot: 2 ** 53, seq: 1, frame: 0, data: {} },
  ],
  [
    'an event named like a path',
    'frame-malformed',
    { type: 'event', component: 0, event: '../../etc', slot: 2, seq: 1, frame: 0, data: {} },
  ],
  [
    'a value that is an object',
    'frame-malformed',
    { type: 'event', component: 0, event: 'click', slot: 2, seq: 1, frame: 0, data: { value: {} } },
  ],
  [
    'a form with numbers',
    'frame-malformed',
    {
      type: 'event',
      component: 0,
      event: 'click',
      slot: 2,
      seq: 1,
      frame: 0,
      data: { form: { a: 1 } },
    },
  ],
  ['a message over the limit', 'frame-too-large', `"${'x'.repeat(2_100)}"`],
  [
    'a second hello',
    'frame-malformed',
    { type: 'hello', token: '', epoch: 0, frame: 0, seq: 0, path: '/' },
  ],
  [
    'a handler’s name for its slot',
    'frame-malformed',
    { type: 'event', component: 0, event: 'add', slot: 'add', seq: 1, frame: 0, data: {} },
  ],
  [
    'a slot that is no handler',
    'event-forged',
    { type: 'event', component: 0, event: 'click', slot: 3, seq: 1, frame: 0, data: {} },
  ],
  [
    'a slot that was never shown',
    'event-forged',
    { type: 'event', component: 0, event: 'click', slot: 9_999, seq: 1, frame: 0, data: {} },
  ],
  [
    'another event than the handler’s',
    'event-forged',
    { type: 'event', component: 0, event: 'input', slot: 2, seq: 1, frame: 0, data: {} },
  ],
  [
    'a component that was never shown',
    'event-forged',
    { type: 'event', component: 7, event: 'click', slot: 2, seq: 1, frame: 0, data: {} },
  ],
  [
    'a frame that is still to come',
    'event-forged',
    { type: 'event', component: 0, event: 'click', slot: 2, seq: 1, frame: 900, data: {} },
  ],
  [
    'an event that left one out',
    'event-gap',
    { type: 'event', component: 0, event: 'click', slot: 2, seq: 5, frame: 0, data: {} },
  ],
]

test.each(BAD)(
  'A6 A17 %s is answered with %s, and the session goes on',
  async (_, code, message) => {
    const visitor = await Visitor.open(server.address)
    await visitor.join()
    visitor.line!.send(message)
    const error = await visitor.line!.signal('error')
    expect(error).toEqual({
      code,
      owner: expect.any(String),
      message: expect.stringMatching(/\.$/),
    })
    await visitor.clicked()
    expect(visitor.line!.heard.at(-1)!.operations).toEqual([
      { type: 'setText', target: '3', value: '1' },
    ])
    await visitor.line!.close()
  },
)

const BAD_BYTES: [string, string, number[]][] = [
  ['an empty message', 'frame-truncated', []],
  ['an unknown kind', 'frame-unknown', [99]],
  ['an event that ends in a field', 'frame-truncated', [1, 0, 2]],
  ['a number of five bytes', 'frame-malformed', [1, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0, 0]],
  ['a payload that is not JSON', 'frame-malformed', [1, 0, 2, 1, 1, 0, 0x7b]],
  ['an acknowledgement without a frame', 'frame-truncated', [2]],
]

test.each(BAD_BYTES)(
  'A6 A17 in binary %s is answered with %s, and the socket stays',
  async (_, code, bytes) => {
    const visitor = await Visitor.open(server.address)
    const line = await visitor.dial({ protocols: ['telar.2.bin'] })
    const { token, epoch } = visitor.config
    line.send(encodeUp({ type: 'hello', token, epoch, frame: 0, seq: 0, path: '/' }))
    await line.signal('welcome')
    line.send(new Uint8Array(bytes))
    expect((await line.signal('error')).code).toBe(code)
    const from = line.heard.length
    line.send(encodeUp({ type: 'ping' }))
    expect((await line.until(() => true, from)).operations).toEqual([])
    await line.close()
  },
)

test('A17 a message of three megabytes ends that socket alone, and its session goes on', async () => {
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  await visitor.clicked()
  visitor.line!.send(`"${'x'.repeat(3_000_000)}"`)
  expect((await visitor.line!.closed).code).toBe(1009)
  expect(await visitor.join()).toMatchObject({ applied: 1 })
  await visitor.line!.close()
})

test('A17 a message before the hello is refused, and a hello is still taken', async () => {
  const visitor = await Visitor.open(server.address)
  const line = await visitor.dial()
  line.send({ type: 'ping' })
  expect((await line.signal('error')).code).toBe('hello-expected')
  line.send(visitor.hello())
  expect(await line.signal('welcome')).toMatchObject({ resumed: true })
  await line.close()
})

const FORGED: [string, (token: string) => string][] = [
  ['an empty token', () => ''],
  ['a token with another signature', (token) => `${token.slice(0, -4)}AAAA`],
  ['a token without a signature', (token) => token.split('.')[0]!],
  [
    'another session under the same signature',
    (token) => `${Buffer.from('["other","/"]').toString('base64url')}.${token.split('.')[1]}`,
  ],
  ['a token of three parts', (token) => `${token}.x`],
]

test.each(FORGED)('A17 %s is refused for good', async (_, forge) => {
  const visitor = await Visitor.open(server.address)
  const line = await visitor.dial()
  line.send(visitor.hello({ token: forge(visitor.config.token) }))
  expect(await line.signal('error')).toMatchObject({
    code: 'token-invalid',
    fatal: true,
    reload: true,
  })
  expect((await line.closed).code).toBe(1008)
})

test.each([
  ['a page of another origin', 'https://evil.example', 403],
  ['a page of a look-alike origin', 'http://localhost.evil.example', 403],
  ['a page without an origin (a sandboxed frame)', 'null', 403],
  ['something that is no origin', 'x', 403],
])('A17 %s opens no socket', async (_, origin, status) => {
  const visitor = await Visitor.open(server.address)
  await expect(visitor.dial({ headers: { origin } })).rejects.toThrow(`${status}`)
})

test.each([
  ['the server’s own pages', () => server.address],
  ['a named other origin', () => 'https://friend.example'],
])('A17 %s may open a socket', async (_, origin) => {
  const visitor = await Visitor.open(server.address)
  await (await visitor.dial({ headers: { origin: origin() } })).close()
})

test('A17 a flood is answered with rate-limited, and nothing of it is applied twice', async () => {
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  for (let i = 0; i < 200; i++) visitor.line!.send({ type: 'ack', frame: 0 })
  expect(await visitor.line!.signal('error')).toMatchObject({
    code: 'rate-limited',
    owner: 'network',
  })
  await visitor.line!.close()
})

test('A10 a second connection takes the session, and the first is told', async () => {
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  const first = visitor.line!
  await visitor.clicked()
  expect(await visitor.join()).toMatchObject({ applied: 1 })
  expect(await first.closed).toMatchObject({ code: 4001 })
  await visitor.clicked()
  expect(visitor.line!.heard.at(-1)!.operations).toEqual([
    { type: 'setText', target: '3', value: '2' },
  ])
  await visitor.line!.close()
})
