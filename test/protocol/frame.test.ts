/** Frames as literal bytes, and back. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrame } from '../../engine/protocol/decode-ops.ts'
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import type { Op } from '../../engine/protocol/ops.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('a changed number costs one op of eight bytes', { tags: ['A6'] }, () => {
  const frame = encodeOps([{ op: 'setText', slot: 2, text: '10' }])
  expect(hex(frame)).toBe('11' + '00' + '03' + '01' + '04' + '02' + '3130') // flags, number, bytes of ops, op, slot, length, "10"
})

test('the answer to a click carries its acknowledgement in one more byte', { tags: ['A6'] }, () => {
  const frame = encodeOps([{ op: 'setText', slot: 2, text: '10' }], { acknowledged: 1 })
  expect(hex(frame)).toBe('13' + '00' + '01' + '03' + '01' + '04' + '02' + '3130')
})

test('an acknowledgement alone is three bytes', { tags: ['A6'] }, () => {
  expect(hex(encodeOps([], { acknowledged: 1 }))).toBe('020001')
})

test('a frame without strings carries no block', { tags: ['A6'] }, () => {
  expect(hex(encodeOps([{ op: 'remove', base: 57 }]))).toBe('00' + '00' + '0a' + '72')
})

test('more than 127 bytes of ops are counted in two bytes', { tags: ['A6'] }, () => {
  const strings = Array.from({ length: 120 }, () => 'x')
  const row = { tpl: 0, base: 1, before: 0, key: '' }
  const ops: Op[] = [{ op: 'insert', list: 128, ...row, strings }]
  const frame = encodeOps(ops)
  expect(hex(frame.subarray(0, 4))).toBe('11' + '00' + '8001')
  expect(decodeFrame(frame).ops).toEqual(ops)
})

test('text outside ASCII is counted in UTF-16 units', { tags: ['A6'] }, () => {
  const frame = encodeOps([{ op: 'setText', slot: 0, text: 'é😀' }])
  expect(hex(frame)).toBe('10' + '00' + '03' + '01' + '00' + '03' + 'c3a9f09f9880')
  expect(decodeFrame(frame).ops).toEqual([{ op: 'setText', slot: 0, text: 'é😀' }])
})

test('a byte order mark at the start of the block shifts nothing', { tags: ['A6'] }, () => {
  const ops: Op[] = [
    { op: 'setText', slot: 1, text: '\ufeffa' },
    { op: 'setText', slot: 2, text: 'b' },
  ]
  expect(decodeFrame(encodeOps(ops)).ops).toEqual(ops)
})

test('texts at equal distances share one run, where that is fewer bytes', { tags: ['A6'] }, () => {
  const texts = (...slots: number[]): Op[] =>
    slots.map((slot) => ({ op: 'setText', slot, text: 'x' }))
  expect(hex(encodeOps(texts(3, 8)))).toBe('11' + '00' + '06' + '010601' + '010a01' + '7878')
  expect(hex(encodeOps(texts(3, 8, 13)))).toBe(
    '11' + '00' + '07' + '0d' + '05' + '06' + '03' + '010101' + '787878', // op, stride, slot +3, count
  )
  // Steps of two bytes are worth it for two texts.
  expect(hex(encodeOps(texts(3, 103)))).toBe(
    '11' + '00' + '06' + '0d' + '64' + '06' + '02' + '0101' + '7878',
  )
  // Another distance, a slot before: each by itself, from where the run began.
  expect(hex(encodeOps(texts(3, 4, 5, 7, 6)))).toBe(
    '11' + '00' + '0d' + '0d010603010101' + '010801' + '010101' + '7878787878',
  )
})

test('rows that follow each other at equal distances cost two numbers, however many they are', {
  tags: ['A6'],
}, () => {
  const bases = Array.from({ length: 1000 }, (_, i) => 5000 - 5 * i)
  const ops: Op[] = [{ op: 'order', list: 4, bases }]
  const frame = encodeOps(ops)
  // flags, op, list, 1,000 rows; +5,000; 999 times -5
  expect(hex(frame)).toBe('00' + '00' + '0b' + '04' + 'e807' + 'a09c01' + '13' + 'e707')
  expect(decodeFrame(frame).ops).toEqual(ops)
})

test('rows in any order cost two bytes each', { tags: ['A6'] }, () => {
  const bases = Array.from({ length: 1000 }, (_, i) => 2 + 4 * ((i * 379) % 1000))
  const ops: Op[] = [{ op: 'order', list: 4, bases }]
  expect(encodeOps(ops).length).toBeLessThanOrEqual(2010)
  expect(decodeFrame(encodeOps(ops)).ops).toEqual(ops)
})

const text = fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.toWellFormed())
const slot = fc.nat(70_000)
const name = fc.constantFrom('class', 'href', 'aria-label', 'lang')
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constant('setText' as const), slot, text }),
  fc.record({ op: fc.constant('setAttr' as const), slot, name, text }),
  fc.record({ op: fc.constant('delAttr' as const), slot, name }),
  fc.record({
    op: fc.constant('setProp' as const),
    slot,
    name,
    value: fc.oneof(text, fc.boolean()),
  }),
  fc.record({ op: fc.constant('class' as const), slot, on: fc.boolean(), name: text }),
  fc.record({ op: fc.constant('setHTML' as const), slot, html: text }),
  fc.record({ op: fc.constant('template' as const), number: slot, html: text }),
  fc
    .record({
      op: fc.constant('insert' as const),
      list: slot,
      tpl: slot,
      base: slot.map((n) => n + 1),
      before: slot,
      key: text,
      strings: fc.array(text, { maxLength: 4 }),
    })
    .map((insert) => ({ ...insert, before: insert.before === insert.base ? 0 : insert.before })),
  fc.record({
    op: fc.constant('move' as const),
    base: fc.constant(9),
    before: slot.filter((n) => n !== 9),
  }),
  fc.record({ op: fc.constant('remove' as const), base: slot }),
  fc.record({
    op: fc.constant('order' as const),
    list: slot,
    bases: fc.array(fc.oneof(fc.integer({ min: 1, max: 70_000 }), fc.integer({ min: 1, max: 9 }))),
  }),
  fc.record({ op: fc.constant('component' as const), id: slot }),
  fc.record({ op: fc.constant('mount' as const), slot, id: slot }),
  fc.record({ op: fc.constant('unmount' as const), id: slot }),
  fc.record({ op: fc.constant('event' as const), name, detail: fc.oneof(text, fc.constant(null)) }),
  fc.record({
    op: fc.constant('drive' as const),
    kind: fc.constantFrom('setHTML' as const, 'setStyle' as const),
    target: text,
    name: text,
    value: text,
  }),
  fc.record({
    op: fc.constant('read' as const),
    kind: fc.constantFrom('value' as const, 'html' as const),
    id: slot,
    target: text,
    name: text,
  }),
  fc.record({
    op: fc.constant('signal' as const),
    kind: fc.constantFrom('welcome' as const, 'error' as const),
    value: fc.record({ code: text }),
  }),
)

const hash = fc.option(fc.nat(0xffffffff), { nil: undefined })

test('whatever is encoded is decoded the same', { tags: ['A6', 'both-encodings'] }, () => {
  fc.assert(
    fc.property(
      fc.array(op),
      fc.record({
        number: fc.nat(16_383),
        acknowledged: fc.option(fc.nat(255), { nil: undefined }),
        repaint: fc.boolean(),
        hash,
      }),
      (ops, options) => {
        expect(decodeFrame(encodeOps(ops, options))).toEqual({ ops, ...options })
      },
    ),
    { numRuns: 500 },
  )
})

test('no truncated or damaged frame is read as something else than an error or a frame', {
  tags: ['A6'],
}, () => {
  fc.assert(
    fc.property(fc.array(op, { minLength: 1 }), fc.nat(), fc.nat(255), (ops, at, byte) => {
      const frame = encodeOps(ops)
      frame[at % frame.length] = byte
      for (const bytes of [frame, frame.subarray(0, at % frame.length)]) {
        try {
          decodeFrame(bytes)
        } catch (error) {
          expect(error).toHaveProperty('code', expect.stringMatching(/^frame-/))
        }
      }
    }),
    { numRuns: 500 },
  )
})
