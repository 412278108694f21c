/** The reader's work and its links in Chromium: kept, shared, opened, never replaced. */
import { expect, test } from '@playwright/test'
import { comeNear, editorOf, goBehind, openPlayground, previewOf, rewrite, run } from './playing.ts'

test('text, open file and caret are there after a reload and in a new tab', {
  tag: ['@B1'],
}, async ({ page, context }) => {
  await openPlayground(page)
  await page.getByRole('tab', { name: 'counter.css' }).click()
  await page.getByRole('tab', { name: 'counter.ts' }).click()
  await goBehind(page, 'const step = 1')
  await page.keyboard.type('23')
  await expect(page.getByText('Kept in this browser')).toBeVisible()
  await page.reload()
  await comeNear(page)
  await expect(page.locator('.view-line', { hasText: 'const step = 123' })).toBeVisible()
  await editorOf(page).focus()
  await page.keyboard.type('4')
  await expect(page.locator('.view-line', { hasText: 'const step = 1234' })).toBeVisible()
  await page.close()
  const other = await context.newPage()
  await openPlayground(other)
  await expect(other.locator('.view-line', { hasText: 'const step = 1234' })).toBeVisible()
})

test('text and caret are there after going elsewhere and back', { tag: ['@B1'] }, async ({
  page,
}) => {
  await openPlayground(page)
  await goBehind(page, 'const step = 1')
  await page.keyboard.type('23')
  await expect(page.getByText('Kept in this browser')).toBeVisible()
  await page.goto('/learn')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goBack()
  await comeNear(page)
  await expect(page.locator('.view-line', { hasText: 'const step = 123' })).toBeVisible()
  await editorOf(page).focus()
  await page.keyboard.type('4')
  await expect(page.locator('.view-line', { hasText: 'const step = 1234' })).toBeVisible()
})

test('a link that is too long for chat programs says how long it is and what to do', {
  tag: ['@B10'],
}, async ({ page }) => {
  await openPlayground(page)
  const letters = () => Math.random().toString(36).slice(2)
  const noise = Array.from({ length: 300 }, letters).join('')
  await rewrite(page, `export const noise = '${noise}'\n`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue()
  expect(link.length).toBeGreaterThan(2000)
  await expect(dialog).toContainText(
    `The link is ${link.length.toLocaleString('en')} characters long, and some chat programs cut links after about 2,000.`,
  )
})

test('Reset lays the template out, and the own files come back with one step', {
  tag: ['@B2'],
}, async ({ page }) => {
  await openPlayground(page)
  await goBehind(page, 'const step = 1')
  await page.keyboard.type('7')
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect(page.locator('.view-line', { hasText: /step\s=\s1$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Bring mine back' }).click()
  await expect(page.locator('.view-line', { hasText: 'step = 17' })).toBeVisible()
})

test('files are added, renamed and deleted, and a bad name is a sentence', {
  tag: ['@B4', '@files'],
}, async ({ page }) => {
  await openPlayground(page)
  await page.getByRole('button', { name: 'New file' }).click()
  await page.getByLabel('File name').fill('row')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('received “row”. Add an ending.')).toBeVisible()
  await page.getByLabel('File name').fill('row.ts')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('tab', { name: 'row.ts' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'More for row.ts' }).click()
  await page.getByRole('menuitem', { name: 'Rename row.ts' }).click()
  await page.getByLabel('File name').fill('line.ts')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await page.getByRole('button', { name: 'More for line.ts' }).click()
  await page.getByRole('menuitem', { name: 'Delete line.ts' }).click()
  await expect(page.getByRole('tab')).toHaveText(['counter.ts', 'counter.css'])
  await page.getByRole('tab', { name: 'counter.ts' }).click()
  await page.getByRole('button', { name: 'More for counter.ts' }).click()
  await page.getByRole('menuitem', { name: 'Delete counter.ts' }).click()
  await expect(page.getByText('The page starts from counter.ts')).toBeVisible()
})

test('a link opens in a fresh profile as a copy, runs nothing until asked, then runs', {
  tag: ['@B11', '@consent'],
}, async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPlayground(page)
  await goBehind(page, 'const step = 1')
  await page.keyboard.type('5')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByText('The link is copied. Paste it where you want it.')).toBeVisible()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

  const fresh = await browser.newContext()
  const other = await fresh.newPage()
  const asked: string[] = []
  other.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await openPlayground(other, link)
  await expect(other.locator('.view-line', { hasText: 'const step = 15' })).toBeVisible()
  await expect(other.getByText('This code came by a link')).toBeVisible()
  await other.waitForLoadState('networkidle')
  expect(asked.filter((path) => path === '/headless')).toEqual([])
  await run(other)
  await expect(previewOf(other).getByRole('button', { name: 'Add 15' })).toBeVisible()
  await fresh.close()
})

test('a link never replaces own work', { tag: ['@B10', '@share-link'] }, async ({ page }) => {
  await openPlayground(page)
  await goBehind(page, 'const step = 1')
  await page.keyboard.type('8')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await goBehind(page, 'const step = 18')
  await page.keyboard.type('8')
  await expect(page.getByText('Kept in this browser')).toBeVisible()
  await page.goto('about:blank')
  await openPlayground(page, link)
  await expect(page.locator('.view-line', { hasText: /step\s=\s18$/ })).toBeVisible()
  await page.getByRole('link', { name: 'go back to it' }).click()
  await comeNear(page)
  await expect(page.locator('.view-line', { hasText: /step\s=\s188$/ })).toBeVisible()
})

for (const [what, hash, sentence] of [
  ['truncated', '#1.q1ZKVbJSMtAz1DNQ0lFKU7KqVipITE_VK', 'Expected a whole link'],
  ['foreign', '#1.q1bKSM3JyVeyUirPL8pJUaoFAA', 'Expected a link that a Telar playground made'],
  ['newer', '#7.AAAA', 'A newer Telar made it'],
] as const)
  test(`a ${what} link is a sentence, and own work is one click away`, { tag: ['@B10'] }, async ({
    page,
  }) => {
    await page.goto(`/playground${hash}`)
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
    await page.getByRole('link', { name: 'Open your own playground' }).click()
    await expect(page.getByRole('tab', { name: 'counter.ts' })).toBeVisible()
  })
