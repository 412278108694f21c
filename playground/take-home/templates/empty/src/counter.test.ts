/** A visitor presses the button. */
import { byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { pages } from '../pages.ts'

test('a press adds one', async () => {
  const tab = await visit('/', { pages })
  expect(tab.text(byRole('status'))).toBe('0')
  await tab.click(byRole('button', { name: 'Add one' }))
  expect(tab.text(byRole('status'))).toBe('1')
})

test('each visitor has a count of their own', async () => {
  const tab = await visit('/', { pages })
  await tab.click(byRole('button', { name: 'Add one' }))
  const other = await visit('/', { pages })
  expect(other.text(byRole('status'))).toBe('0')
})
