/** Fan-out: viewers that see the same get the same bytes, written once; what they get is what each would have got alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { each, html, LiveComponent } from '../../engine/index.ts'
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import type { Op } from '../../engine/protocol/ops.ts'
import type { Session } from '../../engine/session/session.ts'
import { sharedFrame } from '../../engine/session/shared-frames.ts'
import { grouped } from '../../engine/state/grouped.ts'
import { memoryStore } from '../../engine/state/memory-store.ts'
import type { StateStore } from '../../engine/state/store.ts'
import { FailingStore } from '../server/support/failing-store.ts'
import { distant } from '../state/distant-store.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Ticker extends LiveComponent {
  prices: number[] = Array.from({ length: 20 }, () => 0)
  connected() {
    this.subscribe<number>('prices', (tick) => {
      this.prices = this.prices.map((_, i) => tick * 100 + i)
    })
  }
  getTemplate() {
    return html`<ul>${each(
      this.prices,
      (_, i) => i,
      (price) => html`<li>${price} €</li>`,
    )}</ul>`
  }
}

async function crowd(viewers: number, stage = scene()) {
  const sessions: Session[] = []
  const tabs: Tab[] = []
  for (let i = 0; i < viewers; i++) {
    const session = await open(stage, Ticker, { id: `viewer-${i}` })
    sessions.push(session)
    tabs.push(await Tab.join(session))
  }
  for (const session of sessions) await session.settled()
  for (const tab of tabs) tab.sent.length = 0
  const say = async (tick: number) => {
    stage.around.bus.publish('prices', tick)
    await Promise.resolve()
    for (const session of sessions) await session.settled()
  }
  return { tabs, say }
}

test('viewers that see the same get the same bytes, written once', {
  tags: ['A16', 'fan-out'],
}, async () => {
  const { tabs, say } = await crowd(3)
  await say(1)
  const [first, second, third] = tabs.map(({ sent }) => sent[0]!)
  expect(first!.length).toBeGreaterThan(20)
  expect(second).toBe(first)
  expect(third).toBe(first)
  await say(2)
  expect(tabs[1]!.sent[1]).toBe(tabs[0]!.sent[1])
  expect(tabs[0]!.sent[1]).not.toEqual(first)
})

test('viewers whose frames have other numbers get the same bytes behind a head of their own', {
  tags: ['A16'],
}, () => {
  const ops: Op[] = [{ op: 'setText', slot: 3, text: 'new' }]
  const hexOf = (number: number) => Buffer.from(sharedFrame(ops, { number })).toString('hex')
  const rest = '03' + '01' + '06' + '03' + '6e6577'
  expect(hexOf(1)).toBe(`1101${rest}`)
  expect(hexOf(127)).toBe(`117f${rest}`)
  expect(hexOf(128)).toBe(`118001${rest}`)
  expect(hexOf(16_383)).toBe(`11ff7f${rest}`)
  // Numbers begin again: two bytes are enough for all.
  expect(hexOf(16_384)).toBe(`1101${rest}`)
})

test('a shared frame is the frame that each tab would have got alone', {
  tags: ['A16', 'fan-out'],
}, () => {
  const text = fc.constantFrom('', 'a', 'b', 'é', '<b>')
  const slot = fc.integer({ min: 0, max: 3 })
  const op: fc.Arbitrary<Op> = fc.oneof(
    fc.record({ op: fc.constant('setText' as const), slot, text }),
    fc.record({ op: fc.constant('remove' as const), base: slot }),
    fc.record({ op: fc.constant('class' as const), slot, on: fc.boolean(), name: text }),
    fc.record({
      op: fc.constant('setProp' as const),
      slot,
      name: fc.constant('value'),
      value: fc.oneof(text, fc.constant(null), fc.record({ a: text }), fc.array(text)),
    }),
    fc.record({
      op: fc.constant('signal' as const),
      kind: fc.constant('error' as const),
      value: fc.oneof(fc.constant({}), fc.record({ a: text, b: text }), fc.array(text)),
    }),
  )
  fc.assert(
    fc.property(
      fc.array(op, { minLength: 1, maxLength: 3 }),
      fc.nat(1),
      fc.boolean(),
      (ops, acknowledged, repaint) => {
        const alone = encodeOps(ops, { acknowledged, repaint })
        expect(sharedFrame(ops, { acknowledged, repaint })).toEqual(alone)
        expect(sharedFrame(structuredClone(ops), { acknowledged, repaint })).toEqual(alone)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('a thousand viewers of one topic: time for each broadcast', {
  tags: ['A16', 'bench'],
}, async () => {
  const { tabs, say } = await crowd(1_000)
  for (let tick = 1; tick <= 3; tick++) await say(tick)
  const began = performance.now()
  for (let tick = 10; tick < 20; tick++) await say(tick)
  const whole = (performance.now() - began) / 10
  const { ops } = tabs[0]!.frames().at(-1)!
  const time = (encode: () => unknown) => {
    const from = performance.now()
    for (let i = 0; i < 1_000; i++) encode()
    return performance.now() - from
  }
  const copies = Array.from({ length: 1_000 }, () => structuredClone(ops))
  let at = 0
  const alone = time(() => encodeOps(copies[at++ % 1_000]!))
  const together = time(() => sharedFrame(copies[at++ % 1_000]!, {}))
  console.log(
    `1,000 viewers, ${ops.length} ops each: ${whole.toFixed(1)} ms a broadcast; of that, writing frames ${together.toFixed(2)} ms shared, ${alone.toFixed(2)} ms unshared`,
  )
  expect(tabs[999]!.sent.at(-1)).toBe(tabs[1]!.sent.at(-1))
})

/** Milliseconds until all are told, for each of some broadcasts. The store is slow once all are there. */
async function timesOf(store: StateStore, slow: () => void) {
  const { tabs, say } = await crowd(1_000, scene({}, store))
  slow()
  const times: number[] = []
  for (let tick = 1; tick <= 5; tick++) {
    const began = performance.now()
    await say(tick)
    times.push(performance.now() - began)
  }
  for (const tab of tabs) expect(tab.sent).toHaveLength(5)
  return times.map((ms) => ms.toFixed(0)).join(', ')
}

test('a thousand viewers over a store that answers after 5 ms: time until all are told', {
  tags: ['A16', 'bench'],
}, async () => {
  const store = new FailingStore(memoryStore())
  const { write } = store
  const times = await timesOf(store, () => {
    store.write = (...change) =>
      new Promise((resolve) => setTimeout(resolve, 5)).then(() => write(...change))
  })
  console.log(`1,000 viewers, 5 ms a write: ${times} ms`)
})

test('a thousand viewers over a store that takes one trip of 5 ms at a time: all are told with one', {
  tags: ['A16', 'bench'],
}, async () => {
  const { store, trips, takes } = distant(memoryStore())
  const times = await timesOf(grouped(store), () => takes(5))
  console.log(`1,000 viewers, one trip of 5 ms at a time: ${times} ms`)
  expect(trips.slice(-5).map((writes) => writes.length)).toEqual([1, 1, 1, 1, 1].map(() => 1_000))
})
