/** The thread on the landing page says in words what crossed. */
import { expect, test } from 'vitest'
import { encodeOps, encodeUp } from '../../engine/protocol/index.ts'
import { createReader } from '../../site/lib/crossing.ts'

const message = (direction: string, bytes: Uint8Array | string, ms = 0.4) => ({
  source: 'telar',
  type: 'frame',
  direction,
  at: 1,
  ms,
  bytes,
})

test('a changed number comes down as setText', () => {
  const bytes = Uint8Array.from([0x11, 0x05, 0x01, 0x04, 0x02, 0x31, 0x30])
  expect(createReader()(message('down', bytes))).toEqual({
    direction: 'down',
    label: 'setText',
    size: 7,
    ms: 0.4,
  })
})

test('a click goes up as a click', () => {
  const bytes = encodeUp({
    type: 'event',
    component: 0,
    event: 'click',
    slot: 7,
    seq: 1,
    frame: 0,
    data: {},
  })
  expect(createReader()(message('up', bytes))).toEqual({
    direction: 'up',
    label: 'click',
    size: bytes.length,
    ms: 0,
  })
})

test('ops of one kind are counted, bookkeeping is left out', () => {
  const bytes = encodeOps([
    { op: 'setText', slot: 2, text: 'a' },
    { op: 'component', id: 3 },
    { op: 'setText', slot: 1, text: 'b' },
    { op: 'signal', kind: 'welcome', value: {} },
  ])
  expect(createReader()(message('down', bytes))?.label).toBe('setText ×2, welcome')
})

test('an answer without ops says that nothing changed', () => {
  expect(createReader()(message('down', Uint8Array.from([0x02, 0x01])))?.label).toBe(
    'nothing changed',
  )
})

test('bytes that make no sense are shown as unreadable, not thrown', () => {
  expect(createReader()(message('down', Uint8Array.from([0x01, 0xff])))?.label).toBe('unreadable')
})

test.each([undefined, 'hello', { source: 'telar', type: 'status' }, { source: 'other' }])(
  'what is not a frame is not a crossing: %j',
  (other) => {
    expect(createReader()(other)).toBeUndefined()
  },
)
