/** A visitor who fills in the form well, and one who does not. */
import { byLabel, byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { pages } from '../pages.ts'

test('an entry is shown below the form', async () => {
  const tab = await visit('/guests', { pages })
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Message'), 'What a lovely garden')
  await tab.click(byRole('button', { name: 'Sign' }))
  expect(tab.text(byRole('listitem'))).toBe('Ada: What a lovely garden')
})

test('a short message is refused at its field', async () => {
  const tab = await visit('/guests', { pages })
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('Message'), 'Hello')
  await tab.click(byRole('button', { name: 'Sign' }))
  expect(tab.has(byRole('textbox', { description: 'Write at least 10 letters' }))).toBe(true)
  expect(tab.has(byRole('listitem'))).toBe(false)
})
