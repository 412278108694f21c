/** The site's own pages in Chromium, over the production build. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { comeNear } from './playing.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

const EXAMPLES = [
  '/examples/counter/',
  '/examples/clock/',
  '/examples/button-input/',
  '/examples/todomvc/',
  '/examples/keyed-table/',
  '/examples/chat/',
  '/examples/order-board/',
  '/examples/conduit/',
  '/examples/conduit/article/how-to-read-a-weaving-draft',
  '/examples/conduit/profile/marta-weaves',
  '/examples/conduit/login',
]
const PAGES = ['/', '/learn', '/learn/counter', '/nowhere', '/learn/nowhere', ...EXAMPLES]

/** What the browser complained of, refused policies included; a page that is not there says so itself. */
function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text()))
      heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(error.message))
  return heard
}

test('the landing page shows its component running: a press crosses the wire and comes back', async ({
  page,
}) => {
  const heard = complaints(page)
  await page.goto('/')
  const live = page.frameLocator('iframe[title="The counter, running"]')
  const thread = page.getByRole('region', { name: /wire/i })
  await expect(thread.getByText(/^welcome/)).toBeVisible()
  await live.getByRole('button', { name: 'Add one' }).click()
  await expect(live.locator('output')).toHaveText('1')
  await expect(thread.getByText(/^click · \d+ B$/)).toBeVisible()
  await expect(thread.getByText(/^setText · \d+ B · [\d.]+ ms$/)).toBeVisible()
  expect(heard).toEqual([])
})

test('a lesson that does not exist says so and lists the lessons there are', {
  tag: ['@B1'],
}, async ({ page }) => {
  const answer = await page.goto('/learn/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is no such lesson' })).toBeVisible()
  await expect(page.getByText('No lesson is named nowhere.')).toBeVisible()
  await page.getByRole('link', { name: 'A counter that lives on the server' }).click()
  await expect(page).toHaveURL(/\/learn\/counter$/)
})

test('a page that does not exist is answered with every road there is', async ({ page }) => {
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(
    page.getByRole('heading', { name: 'There is no page at this address' }),
  ).toBeVisible()
})

test('the chosen colours are kept over a reload', { tag: ['@B12'] }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/learn')
  await page.getByRole('button', { name: 'Use dark colours' }).click()
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.body.parentElement!).backgroundColor)
  expect(await paper()).toBe('rgb(25, 24, 22)')
  await page.reload()
  expect(await paper()).toBe('rgb(25, 24, 22)')
  await expect(page.getByRole('button', { name: 'Use light colours' })).toBeVisible()
})

test('lessons are linked one after the other', { tag: ['@B1'] }, async ({ page }) => {
  await page.goto('/learn/clock')
  await expect(page.getByRole('link', { name: /^Previous: A counter/ })).toBeVisible()
  await page.getByRole('link', { name: /^Next: Two components/ }).click()
  await expect(page).toHaveURL(/\/learn\/button-input$/)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Two components that talk' }),
  ).toBeVisible()
})

test('no page of the site is refused anything by its own policy', { tag: ['@A17'] }, async ({
  page,
}) => {
  const heard = complaints(page)
  for (const path of ['/', '/learn', '/learn/counter', '/playground', '/nowhere']) {
    const answer = await page.goto(path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).not.toContain("'unsafe-eval'")
    expect(
      policy.split(';').find((part) => part.includes('script-src')),
      path,
    ).not.toContain("'unsafe-inline'")
    await page.waitForLoadState('networkidle')
  }
  expect(heard).toEqual([])
})

for (const path of PAGES)
  test(`axe finds nothing serious at ${path}, at a desk and on a phone, light and dark`, {
    tag: ['@B12'],
  }, async ({ browser }) => {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(path)
    // While the editor comes, the page is neither what it was nor what it will be.
    if (path === '/learn/counter') await comeNear(page)
    await page.evaluate(axeSource)
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await seriousFindings(page), `${colorScheme}, ${width} px`).toEqual([])
      }
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(sideways, `${width} px scrolls sideways`).toBeLessThanOrEqual(0)
    }
    await context.close()
  })

interface Axe {
  run(
    where: Document,
  ): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }>
}

const seriousFindings = (page: Page) =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document)
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })

test('the landing page loads no editor', async ({ page }) => {
  const asked: Promise<string>[] = []
  page.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname)) asked.push(response.text())
  })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  const loaded = await Promise.all(asked)
  expect(loaded.filter((script) => script.includes('monaco')).length).toBe(0)
  expect(loaded.length).toBeGreaterThan(0)
})

test('a keyboard reaches every road of the landing page, content first', { tag: ['@B12'] }, async ({
  page,
}) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await page.getByRole('main').getByRole('link', { name: 'Learn' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/learn$/)
})
