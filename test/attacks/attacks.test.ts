/** Forged messages over a real socket: an error frame, a log line, nothing changed, and the session goes on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { page } from '../../engine/index.ts'
import { type LiveServer, memoryStore, serve } from '../../engine/server/index.ts'
import { ensureClient } from '../server/support/client-built.ts'
import { Attacker, type Encoding, type EventFields, type Scene } from './attacker.ts'
import { MemoryLog } from './log.ts'
import { FORGERIES } from './table.ts'
import { Vault } from './vault.ts'

const secret = 'the secret of this server'
const store = memoryStore()
const log = new MemoryLog()
let server: LiveServer
let scene: Scene

beforeAll(async () => {
  await ensureClient()
  server = await serve({ pages: [page('/', Vault)], port: 0, secret, store, logger: log })
  scene = { address: server.address, store, log }
})
afterAll(() => server.close())

const rows = FORGERIES.flatMap((forgery) =>
  (['json', 'binary'] as const)
    .filter((encoding) => forgery.only === undefined || forgery.only === encoding)
    .map((encoding) => ({ encoding, ...forgery })),
)

test('there are at least 20 kinds of forgeries and 100 of them', {
  tags: ['A17', 'forged', 'callable-by-name'],
}, () => {
  expect(new Set(FORGERIES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20)
  expect(rows.length).toBeGreaterThanOrEqual(100)
})

test.each(rows)(
  '$kind, in $encoding: $title is answered with $code, and nothing else happens',
  { tags: ['A17', 'forged', 'bad-frame', 'callable-by-name', 'silent-failures'] },
  async ({ encoding, code, attack }) => {
    const attacker = await Attacker.join(encoding, scene)
    const before = attacker.state()
    log.lines.length = 0
    await attack(attacker)
    if (code === 'gap') expect(await attacker.line.signal('gap')).toEqual({ expected: 1 })
    else {
      const refusal = await attacker.refused()
      expect(refusal).toMatchObject({ code, message: expect.stringMatching(/\.$/) })
      expect(log.lines).toContainEqual({
        level: 'warn',
        sentence: expect.stringMatching(/\.$/),
        fields: expect.objectContaining({ code, session: attacker.session }),
      })
    }
    expect(log.lines.length).toBeLessThan(5)
    expect(attacker.state().components).toEqual(before.components)
    await attacker.quiet()
    const { operations } = await attacker.good()
    expect(operations).toMatchObject([{ type: 'setText' }])
    expect(Object.values(operations[0]!)).toContain('1')
    await attacker.line.close()
  },
)

const both: [Encoding][] = [['json'], ['binary']]

test.each(both)(
  'a replay, in %s, is applied once and answered by nothing',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    await attacker.good()
    const before = attacker.state()
    for (const seq of [1, 1, 0]) attacker.event({ seq })
    await attacker.quiet()
    expect(attacker.state()).toEqual(before)
    expect(Object.values((await attacker.good()).operations[0]!)).toContain('2')
    await attacker.line.close()
  },
)

test.each(both)(
  'a hello that comes twice, in %s, is one hello',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    const before = attacker.state()
    attacker.send(attacker.visitor.hello())
    attacker.send(attacker.visitor.hello())
    await attacker.quiet()
    expect(attacker.state()).toEqual(before)
    await attacker.good()
    await attacker.line.close()
  },
)

test.each(both)(
  'a hello for another page whose token nobody signed, in %s, ends its socket and nothing else',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    const before = attacker.state()
    attacker.send(attacker.visitor.hello({ token: '' }))
    expect((await attacker.refused()).code).toBe('token-invalid')
    expect((await attacker.line.closed).code).toBe(1008)
    expect(attacker.state()).toEqual(before)
    await attacker.dial()
    await attacker.good()
    await attacker.line.close()
  },
)

test.each(both)(
  'four hundred messages at once, in %s, are read in the page’s own time',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    for (let i = 0; i < 400; i++) attacker.send({ type: 'ack', frame: 0 })
    await attacker.good()
    expect(attacker.line.heard).toHaveLength(2)
    await attacker.line.close()
  },
)

test.each(both)(
  'a reply that was never asked for, in %s, changes nothing',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    const before = attacker.state()
    for (const id of [0, 1, 77]) attacker.send({ type: 'reply', id, data: { value: 'x' } })
    attacker.send({ type: 'reply', id: 1, data: { error: 'not-found' } })
    await attacker.quiet()
    expect(attacker.state()).toEqual(before)
    await attacker.good()
    await attacker.line.close()
  },
)

test.each(both)(
  'an acknowledgement of a frame to come, in %s, lets nothing go',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    attacker.send({ type: 'ack', frame: 2 ** 28 - 1 })
    await attacker.quiet()
    await attacker.good()
    expect(attacker.state().seq).toBe(1)
    await attacker.line.close()
  },
)

test.each(both)(
  'an event for an unmounted component, in %s, is told stale and changes nothing',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    const flip = { slot: attacker.slot('click', 1) }
    attacker.event({ ...flip, seq: ++attacker.seq })
    attacker.event({ ...flip, seq: ++attacker.seq })
    await attacker.line.until(({ acknowledged }) => acknowledged !== undefined)
    await attacker.quiet()
    const { components } = attacker.state()
    attacker.event({ component: 1, slot: 2, seq: ++attacker.seq })
    expect(await attacker.line.signal('answer')).toEqual({ seq: 3, outcome: 'stale' })
    expect(attacker.state().components).toEqual(components)
    await attacker.good()
    await attacker.line.close()
  },
)

test.each(both)(
  'a handler that is there by condition only, in %s, is told stale while it is not',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    const { components } = attacker.state()
    attacker.event({ slot: attacker.slot('click', 2), seq: ++attacker.seq })
    expect(await attacker.line.signal('answer')).toEqual({ seq: 1, outcome: 'stale' })
    expect(attacker.state().components).toEqual(components)
    await attacker.good()
    await attacker.line.close()
  },
)

test.each(both)(
  'what another session was shown, in %s, is forged in this one',
  { tags: ['A17', 'forged', 'shared-registry'] },
  async (encoding) => {
    const other = await Attacker.join(encoding, scene)
    await other.applied({ slot: other.slot('click', 1) })
    const attacker = await Attacker.join(encoding, scene)
    const before = other.state()
    await expectForged(attacker, { component: 1, slot: 2 })
    await expectForged(attacker, { slot: STEAL })
    // Both are there, for those who were shown them.
    expect(other.state()).toEqual(before)
    await other.applied({ component: 1, slot: 2, frame: other.line.heard.length })
    await other.applied({ slot: STEAL, frame: other.line.heard.length })
    expect([other.stored(0), other.stored(1)]).toMatchObject([{ stolen: 1 }, { hits: 1 }])
    await attacker.good()
    await attacker.line.close()
    await other.line.close()
  },
)

test.each(both)(
  'a slot of another epoch, in %s, is forged in this one',
  { tags: ['A17'] },
  async (encoding) => {
    const attacker = await Attacker.join(encoding, scene)
    const flip = { slot: attacker.slot('click', 1) }
    await attacker.applied(flip)
    await attacker.applied({ slot: STEAL, frame: attacker.line.heard.length })
    await attacker.applied(flip)
    expect(attacker.stored(0)).toMatchObject({ stolen: 1, isOpen: false })
    const old = attacker.line.heard.length
    await attacker.line.close()
    const next = await serve({ pages: [page('/', Vault)], port: 0, secret, store, logger: log })
    await attacker.goOn(next.address)
    // Neither the frame that the slot was shown in is one of this epoch, nor does it help to name one that is.
    for (const frame of [old, 0, 1]) await expectForged(attacker, { slot: STEAL, frame })
    expect(attacker.stored(0)).toMatchObject({ stolen: 1 })
    await attacker.good()
    await attacker.line.close()
    await next.close()
  },
)

/** The slot of the handler that stands in an open vault alone. */
const STEAL = 11

/** The answer is a refusal, the log has a line, and nothing is changed. */
async function expectForged(attacker: Attacker, fields: EventFields): Promise<void> {
  const before = attacker.state()
  const from = attacker.line.heard.length
  log.lines.length = 0
  attacker.event(fields)
  expect(await attacker.refused(from)).toMatchObject({
    code: 'event-forged',
    message: expect.stringMatching(
      /^Expected a handler for click at slot \d+ of component \d, received an event where there never was one\.$/,
    ),
  })
  expect(log.lines).toEqual([
    {
      level: 'warn',
      sentence: expect.stringMatching(/\.$/),
      fields: expect.objectContaining({ code: 'event-forged', session: attacker.session }),
    },
  ])
  await attacker.quiet()
  expect(attacker.state().components).toEqual(before.components)
}

test.each([
  ['signed with another secret', 'another secret', '/'],
  ['for a page that is not served', secret, '/admin'],
  ['for a page named like a prototype’s key', secret, '__proto__'],
])('a token %s takes no session', { tags: ['A17'] }, async (_, key, path) => {
  const { signToken } = await import('../../engine/server/token.ts')
  const attacker = await Attacker.join('json', scene)
  const before = attacker.state()
  const line = await attacker.visitor.dial()
  line.send(
    attacker.visitor.hello({ token: signToken({ session: attacker.session, page: path }, key) }),
  )
  expect(await line.closed).toMatchObject({ code: 1008 })
  expect(attacker.state()).toEqual(before)
  await attacker.good()
  await attacker.line.close()
})

test('names of a prototype are names like any other in forms and datasets', {
  tags: ['A17'],
}, async () => {
  const attacker = await Attacker.join('json', scene)
  attacker.raw(
    `{"type":"event","component":0,"event":"click","slot":${attacker.slot('click')},"seq":1,"frame":0,"data":{"form":{"__proto__":"a","constructor":"b"},"dataset":{"__proto__":"c"},"detail":{"__proto__":{"isOpen":true}}}}`,
  )
  await attacker.line.until(({ acknowledged }) => acknowledged === 1)
  expect(({} as { isOpen?: boolean }).isOpen).toBe(undefined)
  expect(attacker.state().components[0]![1]).toContain('"isOpen"')
  attacker.seq = 1
  expect(Object.values((await attacker.good()).operations[0]!)).toContain('2')
  await attacker.line.close()
})
