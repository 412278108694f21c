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

test('a hello is answered with a welcome, and a click with its op and acknowledgement', {
  tags: ['A6'],
}, async () => {
  const visitor = await Visitor.open(server.address)
  expect(await visitor.join()).toEqual({
    epoch: expect.any(Number),
    applied: 0,
    resumed: true,
    frame: 1,
    window: { events: 64, bytes: 262_144, event: 1_048_576, part: 1_987 },
  })
  const { line } = visitor
  visitor.clickOn()
  expect(await line!.until(({ acknowledged }) => acknowledged === 1)).toEqual({
    type: 'update',
    component: 0,
    frame: 2,
    acknowledged: 1,
    operations: [{ type: 'setText', target: '3', value: '1' }],
  })
  await line!.close()
})

test('the binary encoding is chosen as the subprotocol', {
  tags: ['A6', 'subprotocol'],
}, async () => {
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
    window: { events: 64, bytes: 262_144, event: 1_048_576, part: 1_987 },
  })
  await line.close()
})

test('the first subprotocol of the list that the server knows is taken', {
  tags: ['A6', 'subprotocol'],
}, async () => {
  const visitor = await Visitor.open(server.address)
  const line = await visitor.dial({ protocols: ['telar.9.bin', 'telar.2.json', 'telar.2.bin'] })
  expect(line.socket.protocol).toBe('telar.2.json')
  await line.close()
})

test('a client that speaks neither is told what the server speaks', { tags: ['A6'] }, async () => {
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
]

test.each(BAD)(
  '%s is answered with %s, and the session goes on',
  { tags: ['A6', 'A17', 'bad-frames', 'bad-frame'] },
  async (_, code, message) => {
    const visitor = await Visitor.open(server.address)
    await visitor.join()
    visitor.line!.send(message)
    const refusal = await visitor.line!.refusal()
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(/\.$/) })
    // A refused event has had its number.
    visitor.seq = refusal.seq ?? 0
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
  'in binary %s is answered with %s, and the socket stays',
  { tags: ['A6', 'A17', 'bad-frames', 'bad-frame'] },
  async (_, code, bytes) => {
    const visitor = await Visitor.open(server.address)
    const line = await visitor.dial({ protocols: ['telar.2.bin'] })
    const { token, epoch } = visitor.config
    line.send(encodeUp({ type: 'hello', token, epoch, frame: 0, seq: 0, path: '/' }))
    await line.signal('welcome')
    line.send(new Uint8Array(bytes))
    expect((await line.refusal()).code).toBe(code)
    const from = line.heard.length
    line.send(encodeUp({ type: 'ping' }))
    expect((await line.until(() => true, from)).operations).toEqual([])
    await line.close()
  },
)

test('a hello that comes twice is one hello', { tags: ['A6'] }, async () => {
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  visitor.line!.send(visitor.hello())
  await visitor.clicked()
  expect(visitor.line!.heard.map(({ frame }) => frame)).toEqual([1, 2])
  await visitor.line!.close()
})

test('of an event that is missing the tab is told once, and those behind it wait for it', {
  tags: ['A6'],
}, async () => {
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  const click = (seq: number) =>
    visitor.line!.send({ type: 'event', component: 0, event: 'click', slot: 2, seq, frame: 0 })
  for (const seq of [2, 3, 4]) click(seq)
  expect(await visitor.line!.signal('gap')).toEqual({ expected: 1 })
  for (const seq of [1, 2, 3, 4, 4, 1]) click(seq)
  await visitor.line!.until(({ acknowledged }) => acknowledged === 4)
  visitor.seq = 4
  await visitor.clicked()
  const told = visitor.line!.heard.flatMap(({ operations }) => operations)
  expect(told.filter(({ kind }) => kind === 'gap')).toHaveLength(1)
  expect(told.at(-1)!.value).toBe('5')
  await visitor.line!.close()
})

test('the last event of all that is missing is found by a ping', { tags: ['A6'] }, async () => {
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  visitor.line!.send({ type: 'ping', seq: 1 })
  expect(await visitor.line!.signal('gap')).toEqual({ expected: 1 })
  await visitor.line!.close()
})

test('a message of three megabytes ends that socket alone, and its session goes on', {
  tags: ['A17', 'bad-frames'],
}, async () => {
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  await visitor.clicked()
  visitor.line!.send(`"${'x'.repeat(3_000_000)}"`)
  expect((await visitor.line!.closed).code).toBe(1009)
  expect(await visitor.join()).toMatchObject({ applied: 1 })
  await visitor.line!.close()
})

test('a message before the hello is refused, and a hello is still taken', {
  tags: ['A17'],
}, async () => {
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

test.each(FORGED)('%s is refused for good', { tags: ['A17'] }, async (_, forge) => {
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
])('%s opens no socket', { tags: ['A17'] }, async (_, origin, status) => {
  const visitor = await Visitor.open(server.address)
  await expect(visitor.dial({ headers: { origin } })).rejects.toThrow(`${status}`)
})

test.each([
  ['the server’s own pages', () => server.address],
  ['a named other origin', () => 'https://friend.example'],
])('%s may open a socket', { tags: ['A17'] }, async (_, origin) => {
  const visitor = await Visitor.open(server.address)
  await (await visitor.dial({ headers: { origin: origin() } })).close()
})

test('a flood is read no faster than the page allows, and nothing of it is refused or lost', {
  tags: ['A17'],
}, async () => {
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  // 60 may come at once, then 20 a second. What has come in one piece with them is read, and waited for.
  for (let i = 0; i < 79; i++) visitor.clickOn()
  await visitor.line!.until(({ acknowledged }) => acknowledged === 79)
  const began = performance.now()
  await visitor.clicked()
  expect(performance.now() - began).toBeGreaterThan(600)
  const said = visitor.line!.heard.slice(1).flatMap(({ operations }) => operations)
  expect(said.every(({ type }) => type === 'setText')).toBe(true)
  expect(said.at(-1)!.value).toBe('80')
  await visitor.line!.close()
})

test('a second connection takes the session, and the first is told', {
  tags: ['A10', 'stranger-output'],
}, async () => {
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
