/** Feeds the thread with the bytes of a click and reads what it shows and says. */
import { expect, test } from 'vitest'
import { encodeOps, encodeUp } from '../../../engine/protocol/index.ts'
import { createWireLog } from '../../../playground/inspector/wire-log.ts'

const posted = (direction: 'up' | 'down', bytes: Uint8Array | string, at = 0, ms = 0.4) => ({
  source: 'telar',
  type: 'frame',
  direction,
  at,
  ms,
  bytes,
})

const click = encodeUp({
  type: 'event',
  component: 0,
  event: 'click',
  slot: 7,
  seq: 1,
  frame: 0,
  data: {},
})

const answer = encodeOps([{ op: 'setText', slot: 5, text: '10' }], { number: 1, acknowledged: 1 })

test('a click leaves a tick up and its answer one down, with sizes, op names and time', {
  tags: ['B8'],
}, () => {
  const thread = createWireLog()
  thread.accept(posted('up', click, 100), 1)
  thread.accept(posted('down', answer, 104), 1)
  const { ticks, up, down, announcement } = thread.getState()
  expect(ticks.map(({ direction, label, answers }) => ({ direction, label, answers }))).toEqual([
    { direction: 'up', label: `click · ${click.length} B`, answers: undefined },
    {
      direction: 'down',
      label: `setText · ${answer.length} B · 0.4 ms`,
      answers: { tick: 1, ms: 4 },
    },
  ])
  expect([up, down]).toEqual([
    { count: 1, bytes: click.length },
    { count: 1, bytes: answer.length },
  ])
  expect(announcement).toBe(`Received: setText, ${answer.length} B`)
})

test('pings and acknowledgements are quiet', () => {
  const thread = createWireLog()
  thread.accept(posted('up', encodeUp({ type: 'ping' })), 1)
  thread.accept(posted('down', encodeOps([])), 1)
  thread.accept(posted('up', encodeUp({ type: 'ack', frame: 3 })), 1)
  expect(thread.getState()).toEqual(createWireLog().getState())
})

test('the totals are those of the list, whatever else has crossed', () => {
  const thread = createWireLog()
  for (const bytes of [encodeUp({ type: 'ping' }), click, click])
    thread.accept(posted('up', bytes), 1)
  for (const bytes of [encodeOps([]), answer]) thread.accept(posted('down', bytes), 2)
  const { ticks, up, down } = thread.getState()
  const of = (direction: 'up' | 'down') => {
    const sizes = ticks.filter((tick) => tick.direction === direction).map(({ size }) => size)
    return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  }
  expect([up, down]).toEqual([of('up'), of('down')])
})

test('with a second visitor each message is said with its visitor’s name', () => {
  const thread = createWireLog()
  thread.accept(posted('up', click), 1)
  expect(thread.getState()).toMatchObject({ hasTwoVisitors: false })
  thread.accept(posted('up', click), 2)
  expect(thread.getState()).toMatchObject({ hasTwoVisitors: true })
  expect(thread.getState().announcement).toMatch(/^Visitor 2\. Sent: click/)
})

test('a frame that cannot be read is shown with its reason and costs nothing else', () => {
  const thread = createWireLog()
  thread.accept(posted('down', new Uint8Array([0x01, 0xee])), 1)
  thread.accept(posted('down', answer), 1)
  expect(thread.getState().ticks.map((tick) => tick.word)).toEqual(['unread', 'setText'])
})

test('a message of the JSON encoding is named by its type', () => {
  const thread = createWireLog()
  thread.accept(posted('down', '{"type":"update","operations":[]}'), 1)
  expect(thread.getState().ticks[0]!.label).toBe('update · 33 B · 0.4 ms')
})

test.each([
  null,
  'frame',
  { source: 'telar', type: 'ready' },
  { ...posted('up', click), source: 'other' },
  { ...posted('up', click), direction: 'sideways' },
  { ...posted('up', click), bytes: [1, 2] },
  { ...posted('up', click), at: '0' },
])('%j is no message of the wire', (data) => {
  const thread = createWireLog()
  expect(thread.accept(data, 1)).toBe(false)
  expect(thread.getState().ticks).toEqual([])
})

test('names belong to a connection, and a hello begins a new one', () => {
  const thread = createWireLog()
  const named = encodeOps([
    { op: 'name', number: 64, name: 'data-first' },
    { op: 'setAttr', slot: 1, name: 'data-first', text: 'x' },
  ])
  const hello = encodeUp({ type: 'hello', token: 't', epoch: 0, frame: 0, seq: 0, path: '/' })
  thread.accept(posted('down', named), 1)
  thread.accept(posted('up', hello), 1)
  thread.accept(posted('down', answer), 1)
  expect(thread.getState().ticks.map((tick) => tick.word)).toEqual(['setAttr', 'hello', 'setText'])
})

test('old ticks go, totals stay', () => {
  const thread = createWireLog()
  for (let at = 0; at < 130; at += 1) thread.accept(posted('up', click), 1)
  const { ticks, up } = thread.getState()
  expect([ticks.length, ticks[0]!.id, up.count]).toEqual([120, 11, 130])
})

test('large frames push older ones out', () => {
  const thread = createWireLog()
  const large = encodeOps([{ op: 'setText', slot: 1, text: 'x'.repeat(40_000) }])
  for (let at = 0; at < 3; at += 1) thread.accept(posted('down', large), 1)
  expect(thread.getState().ticks.length).toBe(1)
})

test('clearing empties the thread', () => {
  const thread = createWireLog()
  thread.accept(posted('up', click), 1)
  thread.clear()
  expect(thread.getState()).toEqual({
    ticks: [],
    up: { count: 0, bytes: 0 },
    down: { count: 0, bytes: 0 },
    announcement: '',
    hasTwoVisitors: false,
  })
})
