/** The preview's own controls: a reload, a window of its own. */
import { expect, test } from '@playwright/test'
import { openPlayground, previewOf, run } from './playing.ts'

test('B6 a reload is a new visit, and a window of its own shows the same page to another one', async ({
  page,
}) => {
  await openPlayground(page)
  await run(page)
  const add = previewOf(page).getByRole('button', { name: 'Add 1' })
  const count = previewOf(page).locator('output')
  await add.click()
  await add.click()
  await expect(count).toHaveText('2')
  await page.getByRole('button', { name: 'Reload preview' }).click()
  await expect(count).toHaveText('0')
  // A press before the page has joined is nobody's.
  await expect(previewOf(page).locator('html[data-telar="connected"]')).toBeAttached()
  await add.click()
  await expect(count).toHaveText('1')
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Open in own window' }).click()
  const window = await opened
  await expect(window.locator('html[data-telar="connected"]')).toBeAttached()
  await expect(window.locator('output')).toHaveText('0')
  await window.getByRole('button', { name: 'Add 1' }).click()
  await expect(window.locator('output')).toHaveText('1')
  await expect(count).toHaveText('1')
})
