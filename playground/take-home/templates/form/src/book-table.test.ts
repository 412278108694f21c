/** A visitor who fills in the form well, and one who does not. */
import { byLabel, byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'
import { pages } from '../pages.ts'

test('a booking that is right is confirmed, and the form is empty again', async () => {
  const tab = await visit('/', { pages })
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('E-mail'), 'ada@example.org')
  await tab.fill(byLabel('Guests'), '4')
  await tab.click(byRole('button', { name: 'Book' }))
  expect(tab.text(byRole('status'))).toBe('Ada, your table for 4 is booked.')
  expect(tab.value(byLabel('Name'))).toBe('')
})

test('a booking that is wrong is refused with a sentence at its field', async () => {
  const tab = await visit('/', { pages })
  await tab.fill(byLabel('Name'), 'Ada')
  await tab.fill(byLabel('E-mail'), 'ada@example.org')
  await tab.fill(byLabel('Guests'), '12')
  await tab.click(byRole('button', { name: 'Book' }))
  expect(tab.text()).toContain('For more than 8 guests, call us')
  expect(tab.text(byRole('status'))).toBe('')
  expect(tab.value(byLabel('Guests'))).toBe('12')
})
