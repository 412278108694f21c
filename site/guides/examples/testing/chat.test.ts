import { localBus } from 'telar/server'
import { byLabel, byRole, type CostMatchers, costs, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { Chat } from './chat.ts'

declare module 'vitest' {
  interface Assertion<T> extends CostMatchers {}
}
expect.extend(costs)

test('what one visitor says, another one reads', async () => {
  const bus = localBus()
  const [ada, grace] = await Promise.all([visit(Chat, { bus }), visit(Chat, { bus })])
  await ada.fill(byLabel('Message'), 'Hello')
  await ada.click(byRole('button', { name: 'Say' }))
  await grace.settled()
  expect(grace.text()).toContain('Hello')
})

test('silence is counted in seconds', async () => {
  const tab = await visit(Chat)
  await tab.clock.advance(3000)
  expect(tab.text()).toContain('Quiet for 3 s')
})

test('a second of silence costs a few bytes', async () => {
  const tab = await visit(Chat)
  await tab.clock.advance(1000)
  expect(tab).toCost({ bytes: 10, ops: 1 })
})
