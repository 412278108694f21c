import { byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { Counter } from './counter.ts'

test('a click is counted', async () => {
  const tab = await visit(Counter)
  await tab.click(byRole('button', { name: /clicked/i }))
  expect(tab.text()).toContain('Clicked 1 times')
  expect(tab.state).toEqual({ count: 1 })
})

test('the count outlives the process', async () => {
  const tab = await visit(Counter)
  await tab.click(byRole('button'))
  await tab.disconnect()
  await tab.reconnect({ restarted: true })
  expect(tab.text()).toContain('Clicked 1 times')
})
