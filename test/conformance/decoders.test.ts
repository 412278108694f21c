/** The conformance table and damaged frames against the WASM and the JavaScript decoder. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { decodeFrame } from '../../engine/protocol/decode-ops.ts'
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import { textHash } from '../../engine/protocol/hash.ts'
import type { Op } from '../../engine/protocol/ops.ts'
import { bytesOf, type Decoder, scriptDecoder, wasmDecoder } from './decoders.ts'
import { REFUSED, TABLE } from './table.ts'

const script = scriptDecoder()
let wasm: Decoder

beforeAll(async () => {
  wasm = await wasmDecoder()
})

for (const { title, tags, ops, hex, calls, count = ops.length } of TABLE) {
  test(`${title}: what WASM asks of the page`, { tags }, () => {
    expect(wasm(bytesOf(hex))).toEqual({ calls, outcome: count })
  })

  test(`${title}: what JavaScript asks of the page`, { tags }, () => {
    expect(script(bytesOf(hex))).toEqual({ calls, outcome: count })
  })

  test(`${title}: cut anywhere it is refused, or ends between two ops`, { tags }, () => {
    const frame = bytesOf(hex)
    for (let length = 0; length < frame.length; length++) {
      const cut = frame.slice(0, length)
      const { outcome } = wasm(cut)
      expect(script(cut).outcome).toBe(outcome)
      if (typeof outcome === 'number') expect(outcome).toBeLessThan(Math.max(1, count))
      else expect(outcome).toMatch(/^frame-(truncated|malformed)$/)
    }
  })
}

for (const { title, hex, code } of REFUSED) {
  test(`WASM refuses ${title}`, { tags: ['A6'] }, () => {
    expect(wasm(bytesOf(hex)).outcome).toBe(code)
  })

  test(`JavaScript refuses ${title}`, { tags: ['A6'] }, () => {
    expect(script(bytesOf(hex)).outcome).toBe(code)
  })
}

test('a hash at the end of a frame is the page’s to compare: both step over it', {
  tags: ['A6'],
}, () => {
  const frame = bytesOf('04 00 0a 18 01020304')
  const expected = { calls: ['remove(12)'], outcome: 1 }
  expect(wasm(frame)).toEqual(expected)
  expect(script(frame)).toEqual(expected)
})

test('both decoders have the hash that a server has of the same text', { tags: ['A6'] }, () => {
  const hashed = fc.array(fc.string({ unit: 'binary' }).map((one) => one.toWellFormed()))
  fc.assert(
    fc.property(hashed, (texts) => {
      const ops = texts.map((one): Op => ({ op: 'setHTML', slot: 1, html: one }))
      const frame = encodeOps(ops)
      for (const decoder of [wasm, script]) {
        expect(decoder(frame).outcome).toBe(ops.length)
        expect(decoder.hashes().map((one) => one | 0)).toEqual(texts.map((one) => textHash(one)))
      }
    }),
  )
})

test('a frame larger than the memory of WASM grows it, and the next one is read as well', {
  tags: ['A6'],
}, () => {
  const text = 'x'.repeat(300_000)
  const large = encodeOps([{ op: 'setText', slot: 1, text }])
  expect(wasm(large)).toEqual({ calls: [`setText(1, "${text}")`], outcome: 1 })
  expect(wasm(bytesOf('00 00 0a 18'))).toEqual({ calls: ['remove(12)'], outcome: 1 })
})

test('after a refused frame the next one is read from its start', { tags: ['A6'] }, () => {
  wasm(bytesOf('11 00 03 01 06 04 6e6577'))
  expect(wasm(bytesOf('11 00 03 01 06 03 6e6577'))).toEqual({
    calls: ['setText(3, "new")'],
    outcome: 1,
  })
})

const text = fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.toWellFormed())
const slot = fc.nat(70_000)
const id = fc.nat(300)
const name = fc.constantFrom('class', 'href', 'aria-label', 'lang')
const json = fc.oneof(text, fc.boolean(), fc.integer(), fc.constant(null))
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constant('setText' as const), slot, text }),
  fc.record({ op: fc.constant('setAttr' as const), slot, name, text }),
  fc.record({ op: fc.constant('delAttr' as const), slot, name }),
  fc.record({ op: fc.constant('setProp' as const), slot, name, value: json }),
  fc.record({ op: fc.constant('class' as const), slot, on: fc.boolean(), name: text }),
  fc.record({ op: fc.constant('setHTML' as const), slot, html: text }),
  fc.record({ op: fc.constant('template' as const), number: id, html: text }),
  fc.record({
    op: fc.constant('insert' as const),
    list: slot,
    tpl: id,
    base: slot,
    before: fc.constantFrom(0, 1, 500, 70_001),
    key: text,
    strings: fc.array(text, { maxLength: 4 }),
  }),
  fc.record({ op: fc.constant('move' as const), base: slot, before: fc.constantFrom(0, 9, 999) }),
  fc.record({ op: fc.constant('remove' as const), base: slot }),
  fc.record({
    op: fc.constant('order' as const),
    list: slot,
    bases: fc.array(fc.oneof(fc.integer({ min: 1, max: 70_000 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 12,
    }),
  }),
  fc.record({ op: fc.constant('event' as const), name, detail: json }),
  fc.record({ op: fc.constant('component' as const), id }),
  fc.record({ op: fc.constant('mount' as const), slot, id }),
  fc.record({ op: fc.constant('unmount' as const), id }),
  fc.record({ op: fc.constant('name' as const), number: id, name: text }),
  fc.record({
    op: fc.constant('drive' as const),
    kind: fc.constantFrom('setHTML' as const, 'focus' as const),
    target: text,
    name: text,
    value: json,
  }),
  fc.record({
    op: fc.constant('read' as const),
    kind: fc.constantFrom('value' as const, 'exists' as const),
    id,
    target: text,
    name: text,
  }),
  fc.record({
    op: fc.constant('signal' as const),
    kind: fc.constant('answer' as const),
    value: json,
  }),
)
const frame = fc
  .record({
    ops: fc.array(op, { maxLength: 12 }),
    acknowledged: fc.option(fc.nat(200), { nil: undefined }),
    number: fc.nat(20_000),
    repaint: fc.boolean(),
    hash: fc.option(fc.nat(0xffffffff), { nil: undefined }),
  })
  .map(({ ops, ...options }) => encodeOps(ops, options))

const runs = fc
  .array(
    fc.record({
      first: slot,
      stride: fc.integer({ min: 1, max: 300 }),
      texts: fc.array(text, { minLength: 1, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.flatMap(({ first, stride, texts }) =>
      texts.map((one, i): Op => ({ op: 'setText', slot: first + i * stride, text: one })),
    ),
  )

test('texts at any distances are read as they were said, by both decoders and by tools', {
  tags: ['A8'],
}, () => {
  fc.assert(
    fc.property(runs, (ops) => {
      const bytes = encodeOps(ops)
      expect(decodeFrame(bytes).ops).toEqual(ops)
      const { calls, outcome } = script(bytes)
      expect(outcome).toBeTypeOf('number')
      expect(wasm(bytes)).toEqual({ calls, outcome })
    }),
    { numRuns: 500 },
  )
})

test('both decoders ask the same of the page for any frame', { tags: ['A8'] }, () => {
  fc.assert(
    fc.property(frame, (bytes) => {
      const { calls, outcome } = script(bytes)
      expect(outcome).toBeTypeOf('number')
      expect(wasm(bytes)).toEqual({ calls, outcome })
    }),
    { numRuns: 500 },
  )
})

const damaged = fc
  .tuple(frame, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat())
  .map(([bytes, edits, cut]) => {
    const copy = bytes.slice(0, 1 + (cut % (bytes.length + 3)))
    for (const [at, value] of edits) copy[at % copy.length] = value
    return copy
  })

test('both decoders refuse the same damaged frames, for the same reason, at the same op', {
  tags: ['A6'],
}, () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 40 })), (bytes) => {
      expect(wasm(bytes)).toEqual(script(bytes))
    }),
    { numRuns: 1000 },
  )
})
