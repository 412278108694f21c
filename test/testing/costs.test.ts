/** What an act costs, held to a budget; and limits in a test. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { limitsOf } from '../../engine/server/options.ts'
import { byRole, type CostMatchers, costs, visit } from '../../engine/testing/index.ts'

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: as Vitest declares it.
  interface Assertion<T = any> extends CostMatchers<T> {}
}
expect.extend(costs)

class Counter extends LiveComponent {
  count = 0
  add() {
    this.count += 1
  }
  push9() {
    for (let i = 0; i < 9; i++) this.push('tick', i)
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>Clicked ${this.count} times</button>
      <button lv-click=${this.push9}>Push</button>`
  }
}

const button = byRole('button', { name: /clicked/i })

test('a step within its budget passes, in bytes, in ops or in both', {
  tags: ['A23', 'kit-cost'],
}, async () => {
  const tab = await visit(Counter)
  await tab.click(button)
  expect(tab.cost.bytes).toBe(tab.bytes)
  expect(tab).toCost({ bytes: 8 })
  expect(tab).toCost({ ops: 1 })
  expect(tab).toCost({ bytes: 8, ops: 1 })
  expect(tab).not.toCost({ bytes: 7 })
  expect(tab).not.toCost({ bytes: 8, ops: 0 })
})

test('a step above it fails in a sentence that lists what was sent', {
  tags: ['A23', 'kit-cost'],
}, async () => {
  const tab = await visit(Counter)
  await tab.click(button)
  expect(() => expect(tab).toCost({ bytes: 7, ops: 0 })).toThrow(
    'Expected at most 7 bytes and 0 ops, received 8 bytes and 1 ops.\n  frame of 8 bytes: setText 3 "1"',
  )
  expect(() => expect(tab).not.toCost({ bytes: 100 })).toThrow(
    'Expected more than 100 bytes, received 8',
  )
})

test('a mark counts all that comes after it, step after step', {
  tags: ['A23', 'kit-cost'],
}, async () => {
  const tab = await visit(Counter)
  await tab.click(button)
  const mark = tab.mark()
  expect(mark).toCost({ bytes: 0, ops: 0 })
  await tab.click(button)
  await tab.click(button)
  expect([mark.bytes, mark.ops, mark.frames.length]).toEqual([16, 2, 2])
  expect(mark).toCost({ bytes: 16, ops: 2 })
  expect(tab).toCost({ bytes: 8, ops: 1 })
})

test('what is no tab, and a budget of nothing, are refused', {
  tags: ['A23', 'kit-cost'],
}, async () => {
  const tab = await visit(Counter)
  expect(() => expect('page').toCost({ bytes: 1 })).toThrow(
    'Expected a tab or a tab.mark() in expect(…).toCost(), received string "page". Write expect(tab).toCost({ bytes: 100 }).',
  )
  for (const budget of [{}, undefined, { byte: 1 }, { bytes: '8' }])
    expect(() => expect(tab).toCost(budget as never)).toThrow('Expected bytes or ops, as numbers')
})

test('a visit has the limits of a server, or those that the test gives', {
  tags: ['A23', 'kit-limits'],
}, async () => {
  const tab = await visit(Counter, { limits: { queue: 8 } })
  const push = () => tab.click(byRole('button', { name: 'Push' }))
  await tab.disconnect()
  await push().catch(() => {})
  const error = await tab.reconnect().catch((one) => one)
  expect(error).toMatchObject({ code: 'queue-full' })
  const plain = await visit(Counter)
  await plain.click(byRole('button', { name: 'Push' }))
  expect(plain.messages).toHaveLength(9)
  const { queue, window, mailbox } = limitsOf(undefined)
  expect([queue, window.events, mailbox]).toEqual([1000, 64, 1000])
})
