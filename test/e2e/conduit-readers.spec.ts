/** Conduit for every reader: by keys alone, at 200 %, on a phone, in light and dark, with a screen reader's eyes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { BASE, comment, live, open, publish, signUp, someArticle, somebody } from './conduit.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

interface Axe {
  run(where: Document): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

const violations = (page: Page) =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const found = await axe.run(document)
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  })

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('axe finds nothing on any page of somebody who writes, mistakes in forms included', {
  tag: ['@B12'],
}, async ({ browser }) => {
  test.slow()
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const check = async (what: string) => {
    await page.evaluate(axeSource)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page), `${what}, ${colorScheme}`).toEqual([])
    }
    for (const width of [1280, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 720 })
      expect(await sideways(page), `${what} at ${width} px`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 720 })
  }
  await open(page, '/register')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true')
  await check('sign-up with mistakes')
  const ana = await signUp(page)
  await check('home')
  await open(page, '/editor')
  await page.getByRole('button', { name: 'Publish article' }).click()
  await expect(page.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true')
  await check('editor with mistakes')
  await publish(page, {
    ...someArticle(),
    title: `${'Averylongwordwithoutanybreak'.repeat(4)}`,
    body: '# One\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\nlong code '.concat(
      'x'.repeat(200),
      '\n```',
    ),
  })
  await comment(page, 'y'.repeat(300))
  await page.getByRole('button', { name: 'Delete article' }).click()
  await check('article')
  await open(page, `/profile/${ana.username}`)
  await check('profile')
  await open(page, '/settings')
  await check('settings')
  await page.goto(`${BASE}/article/nowhere`)
  await check('not found')
  await context.close()
})

test('somebody signs up, writes and comments with the keyboard alone', {
  tag: ['@B12'],
}, async ({ page }) => {
  const ana = somebody()
  await open(page, '/register')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Tab')
  for (const text of [ana.username, ana.email, ana.password]) {
    await page.keyboard.type(text)
    if (text !== ana.password) await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: ana.username })).toBeVisible()
  await page.getByRole('link', { name: 'New article' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/editor$/)
  await live(page)
  await page.getByLabel('Title').focus()
  for (const text of ['By keys', 'No mouse', 'Only keys']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('keys')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove the tag keys' })).toBeVisible()
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('By keys')
  await page.getByLabel('Write a comment').focus()
  await page.keyboard.type('Done')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Comments (1)' })).toBeVisible()
})

test('a link to another page of Conduit, and Back, load no document anew', {
  tag: ['@A22'],
}, async ({ page }) => {
  await open(page, '/?tag=trains')
  await page.evaluate(() => Object.assign(window, { same: true }))
  await page.getByRole('link', { name: 'A timetable is a map', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A timetable is a map')
  await page.getByRole('link', { name: 'slow-trains', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('slow-trains')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A timetable is a map')
  expect(await page.evaluate(() => (window as { same?: boolean }).same)).toBe(true)
})
