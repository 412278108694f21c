/** A visitor with a name, and one without. */
import { byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { pages } from '../pages.ts'
import type { Visitor } from './desk.ts'

test('the desk is that of the visitor', async () => {
  const authenticate = (): Visitor => ({ name: 'Ada' })
  const tab = await visit('/desk', { pages, authenticate })
  expect(tab.text(byRole('heading'))).toBe('Ada’s desk')
  await tab.click(byRole('button', { name: 'Add one' }))
  expect(tab.text(byRole('status'))).toBe('1')
})

test('who has not said their name is asked for it', async () => {
  const tab = await visit('/desk', { pages, authenticate: () => null })
  expect(tab.has(byRole('link', { name: 'Say your name' }))).toBe(true)
  expect(tab.has(byRole('button'))).toBe(false)
})
