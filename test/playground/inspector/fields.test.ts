/** The fields of a message agree with the decoder: they lie side by side in all of its bytes, and make the same ops. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrame, nameTable } from '../../../engine/protocol/decode-ops.ts'
import { encodeOps } from '../../../engine/protocol/encode-ops.ts'
import { decodeUp, encodeUp } from '../../../engine/protocol/event.ts'
import {
  DRIVE_KINDS,
  EVENT_NAMES,
  FIXED_NAMES,
  READ_KINDS,
  SIGNALS,
  type SignalKind,
} from '../../../engine/protocol/names.ts'
import type { Json, Op, Up } from '../../../engine/protocol/ops.ts'
import { type Field, fieldsOf } from '../../../playground/inspector/frame-fields.ts'
import { upFieldsOf } from '../../../playground/inspector/up-fields.ts'

const line = ({ from, to, name, value }: Field) => `${from}-${to} ${name} ${value}`

test('the answer to a click, byte by byte', () => {
  const frame = encodeOps([{ op: 'setText', slot: 2, text: '10' }], { acknowledged: 5, number: 8 })
  expect(fieldsOf(frame, nameTable()).map(line)).toEqual([
    '0-1 flags 19',
    '1-2 frame 8',
    '2-3 acknowledges 5',
    '3-4 opsLength 3',
    '4-5 op setText',
    '5-6 slot 2',
    '6-7 length 2',
    '7-9 text 10',
  ])
})

test('a click, byte by byte', () => {
  const click = encodeUp({
    type: 'event',
    component: 0,
    event: 'click',
    slot: 7,
    seq: 300,
    frame: 8,
    data: {},
  })
  expect(upFieldsOf(click).map(line)).toEqual([
    '0-1 message event',
    '1-2 component 0',
    '2-3 slot 7',
    '3-4 event click',
    '4-6 seq 300',
    '6-7 frame 8',
  ])
})

const number = fc.integer({ min: 0, max: 100_000 })
const base = fc.integer({ min: 1, max: 100_000 })
const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((it) => it.isWellFormed())
const name = fc.constantFrom(...FIXED_NAMES)
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json)
const kinds = <K extends string>(all: readonly K[]) =>
  fc.constantFrom(...(all.filter(Boolean) as Exclude<K, ''>[]))

const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constant('setText'), slot: number, text }),
  fc.record({ op: fc.constant('setAttr'), slot: number, name, text }),
  fc.record({ op: fc.constant('delAttr'), slot: number, name }),
  fc.record({ op: fc.constant('setProp'), slot: number, name, value: json }),
  fc.record({ op: fc.constant('class'), slot: number, on: fc.boolean(), name: text }),
  fc.record({ op: fc.constant('setHTML'), slot: number, html: text }),
  fc.record({ op: fc.constant('template'), number, html: text }),
  fc
    .record({
      op: fc.constant('insert'),
      list: number,
      tpl: number,
      base,
      before: fc.oneof(fc.constant(0), base),
      key: text,
      strings: fc.array(text, { maxLength: 4 }),
    })
    .filter((it) => it.before !== it.base),
  fc
    .record({ op: fc.constant('move'), base, before: fc.oneof(fc.constant(0), base) })
    .filter((it) => it.before !== it.base),
  fc.record({ op: fc.constant('remove'), base }),
  fc.record({ op: fc.constant('order'), list: number, bases: fc.array(base, { maxLength: 9 }) }),
  fc.record({ op: fc.constant('event'), name, detail: json }),
  fc.record({ op: fc.constant('component'), id: number }),
  fc.record({ op: fc.constant('mount'), slot: number, id: number }),
  fc.record({ op: fc.constant('unmount'), id: number }),
  fc.record({ op: fc.constant('name'), number: fc.integer({ min: 64, max: 900 }), name: text }),
  fc.record({
    op: fc.constant('drive'),
    kind: kinds(DRIVE_KINDS),
    target: text,
    name: text,
    value: json,
  }),
  fc.record({
    op: fc.constant('read'),
    kind: kinds(READ_KINDS),
    id: number,
    target: text,
    name: text,
  }),
  fc.record({
    op: fc.constant('signal'),
    kind: kinds(Object.keys(SIGNALS) as SignalKind[]),
    value: json,
  }),
) as fc.Arbitrary<Op>

// Texts at equal distances become a run.
const ops = fc.oneof(
  fc.array(op, { maxLength: 8 }),
  fc
    .tuple(number, fc.integer({ min: 1, max: 90 }), fc.array(text, { minLength: 2, maxLength: 6 }))
    .map(([first, stride, texts]) =>
      texts.map((text, i): Op => ({ op: 'setText', slot: first + i * stride, text })),
    ),
)

test('the fields of any frame lie side by side in its bytes and make the ops that the decoder reads', () => {
  const head = fc.record({
    number: fc.integer({ min: 0, max: 16_383 }),
    acknowledged: fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }),
    repaint: fc.boolean(),
    hash: fc.option(fc.integer({ min: 0, max: 0xffffffff }), { nil: undefined }),
  })
  fc.assert(
    fc.property(ops, head, (ops, { number, repaint, acknowledged, hash }) => {
      const bytes = encodeOps(ops, {
        number,
        repaint,
        ...(acknowledged === undefined ? {} : { acknowledged }),
        ...(hash === undefined ? {} : { hash }),
      })
      const fields = fieldsOf(bytes, nameTable())
      expectTiled(fields, bytes.length)
      const frame = decodeFrame(bytes)
      expect(rebuilt(fields)).toEqual(frame.ops)
      const value = (name: string) => fields.find((field) => field.name === name)?.value
      expect(value('frame')).toBe(frame.number)
      expect(value('acknowledges')).toBe(frame.acknowledged)
      expect(value('hash')).toBe(frame.hash)
    }),
    { numRuns: 500 },
  )
})

test('the fields of any message of a tab lie side by side and say what the decoder reads', () => {
  const up = fc.oneof(
    fc.record({
      type: fc.constant('event'),
      component: number,
      event: fc.constantFrom(...EVENT_NAMES.slice(1), 'wheel'),
      slot: number,
      seq: base,
      frame: number,
      data: fc.record({ value: text }, { requiredKeys: [] }),
    }),
    fc.record({ type: fc.constant('ack'), frame: number }),
    fc.record({ type: fc.constant('reply'), id: number, data: fc.record({ value: json }) }),
    fc.record({ type: fc.constant('ping'), seq: number }),
    fc.record({
      type: fc.constant('part'),
      seq: base,
      index: number,
      left: number,
      content: fc.uint8Array({ maxLength: 9 }),
    }),
  ) as fc.Arbitrary<Up>
  fc.assert(
    fc.property(up, (up) => {
      const bytes = encodeUp(up)
      const fields = upFieldsOf(bytes)
      expectTiled(fields, bytes.length)
      const decoded = decodeUp(bytes) as unknown as Record<string, unknown>
      for (const { name, value } of fields) {
        if (name === 'message') expect(value).toBe(decoded.type)
        else if (name === 'data')
          expect(JSON.parse(`${value}`)).toMatchObject(decoded.data as object)
        else if (name === 'content') expect(value).toBe((decoded.content as Uint8Array).length)
        else if (name === 'event' && value === 0) expect(EVENT_NAMES).not.toContain(decoded.event)
        else expect(value).toBe(decoded[name])
      }
    }),
  )
})

function expectTiled(fields: readonly Field[], length: number) {
  let at = 0
  for (const { from, to } of fields) {
    expect(from).toBe(at)
    expect(to).toBeGreaterThanOrEqual(from)
    at = to
  }
  expect(at).toBe(length)
}

/** The ops again, from nothing but the fields. */
function rebuilt(fields: readonly Field[]): Op[] {
  const texts = fields.filter(({ name }) => name === 'text').map(({ value }) => `${value}`)
  const stream = [...fields]
  const made: unknown[] = []
  const take = (name: string) => {
    const field = stream.shift()
    expect(field?.name).toBe(name)
    return field!.value as number
  }
  const text = () => {
    const length = take('length')
    const text = texts.shift()!
    expect(text.length).toBe(length)
    return text
  }
  const value = () => JSON.parse(text())
  for (let field = stream.shift(); field; field = stream.shift()) {
    if (field.name !== 'op') continue
    const op = field.value
    if (op === 'setText') made.push({ op, slot: take('slot'), text: text() })
    else if (op === 'setAttr')
      made.push({ op, slot: take('slot'), name: take('name'), text: text() })
    else if (op === 'delAttr') made.push({ op, slot: take('slot'), name: take('name') })
    else if (op === 'setProp')
      made.push({ op, slot: take('slot'), name: take('name'), value: value() })
    else if (op === 'class')
      made.push({ op, slot: take('slot'), on: take('on') === 1, name: text() })
    else if (op === 'setHTML') made.push({ op, slot: take('slot'), html: text() })
    else if (op === 'template') made.push({ op, number: take('template'), html: text() })
    else if (op === 'insert') {
      const list = take('list')
      const tpl = take('template')
      const base = take('slot')
      const before = take('before')
      const key = text()
      const strings = Array.from({ length: take('count') }, text)
      made.push({ op, list, tpl, base, before, key, strings })
    } else if (op === 'move') made.push({ op, base: take('slot'), before: take('before') })
    else if (op === 'remove') made.push({ op, base: take('slot') })
    else if (op === 'order') {
      const list = take('list')
      const count = take('count')
      const bases: number[] = []
      let at = slotBefore(made)
      while (bases.length < count) {
        const step = take('step')
        const times = stream[0]?.name === 'times' ? take('times') : 1
        for (let left = times; left > 0; left -= 1) bases.push((at += step))
      }
      made.push({ op, list, bases })
    } else if (op === 'event') made.push({ op, name: take('name'), detail: value() })
    else if (op === 'run') {
      const stride = take('stride')
      const first = take('slot')
      const count = take('count')
      for (let i = 0; i < count; i++) {
        made.push({ op: 'setText', slot: first + i * stride, text: text(), first })
      }
    } else if (op === 'component') made.push({ op, id: take('id') })
    else if (op === 'mount') made.push({ op, slot: take('slot'), id: take('id') })
    else if (op === 'unmount') made.push({ op, id: take('id') })
    else if (op === 'name') made.push({ op, number: take('number'), name: text() })
    else if (op === 'drive')
      made.push({ op, kind: take('kind'), target: text(), name: text(), value: value() })
    else if (op === 'read')
      made.push({ op, kind: take('kind'), id: take('id'), target: text(), name: text() })
    else if (op === 'signal') made.push({ op, kind: take('kind'), value: value() })
    else throw new Error(`No such op: ${op}`)
  }
  return made.map((op) => {
    const { first: _, ...rest } = op as Op & { first?: number }
    return rest as Op
  })
}

/** The slot from which the next distance counts; a run leaves its first one. */
function slotBefore(made: readonly unknown[]): number {
  for (const it of [...made].reverse()) {
    const op = it as Op & { first?: number; slot?: number; base?: number; bases?: number[] }
    if (op.op === 'component') return 0
    const slot = op.first ?? op.slot ?? op.base ?? op.bases?.at(-1)
    if (slot !== undefined) return slot
  }
  return 0
}
