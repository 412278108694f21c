/** The site's own pages in Chromium, over the production build. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { comeNear, openPage } from './playing.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

const EXAMPLES = [
  '/examples/cloth/',
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
const PAGES = [
  '/',
  '/es',
  '/examples',
  '/examples/chat/source',
  '/changelog',
  '/playground/chat',
  '/es/playground',
  '/es/examples',
  '/es/examples/chat/source',
  '/es/changelog',
  '/es/nowhere',
  '/learn',
  '/learn/counter',
  '/es/learn/counter#workspace',
  '/learn/all',
  '/learn/review',
  '/guides',
  '/guides/measurements',
  '/guides/forms',
  '/es/learn',
  '/es/learn/all',
  '/es/guides',
  '/es/guides/comparison',
  '/es/learn/review',
  '/reference',
  '/reference/LiveComponent',
  '/reference/errors',
  '/reference/protocol',
  '/es/reference/attributes',
  '/nowhere',
  '/learn/nowhere',
  ...EXAMPLES,
]

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
  const live = page.frameLocator('iframe[title="The cloth that all visitors share, running"]')
  const thread = page.getByRole('region', { name: /wire/i })
  await expect(thread.getByText(/^welcome/)).toBeVisible()
  const square = live.getByRole('button', { name: /^Square 7,/ })
  const before = await square.getAttribute('data-dye')
  await square.click()
  await expect(square).not.toHaveAttribute('data-dye', before!)
  await expect(thread.getByText(/^click · \d+ B$/)).toBeVisible()
  // Who else is here crosses the wire too.
  await expect(thread.getByText(/^setText.* · \d+ B · [\d.]+ ms$/).first()).toBeVisible()
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

test('what one visitor dyes on the home, another one sees', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage()
  await Promise.all([page.goto('/'), other.goto('/es')])
  const here = page.frameLocator('iframe').getByRole('button', { name: /^Square 18,/ })
  const there = other.frameLocator('iframe').getByRole('button', { name: /^Cuadro 18,/ })
  const before = Number(await here.getAttribute('data-dye'))
  await expect(there).toHaveAttribute('data-dye', String(before))
  await expect(page.frameLocator('iframe').getByText(/people are here$/)).toBeVisible()
  await here.click()
  await expect(there).toHaveAttribute('data-dye', String((before + 1) % 4))
  await other.context().close()
})

test('a missing page in Spanish is said in Spanish', async ({ page }) => {
  expect((await page.goto('/es/nada'))?.status()).toBe(404)
  await expect(
    page.getByRole('heading', { name: 'No hay ninguna página en esta dirección' }),
  ).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await page.getByRole('main').getByRole('link', { name: 'Guías' }).click()
  await expect(page).toHaveURL(/\/es\/guides$/)
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
  await openPage(page, '/learn')
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
  await expect(page.getByRole('link', { name: /^Previous: Model, view, driver/ })).toBeVisible()
  await page.getByRole('link', { name: /^Next: A button and a field/ }).click()
  await expect(page).toHaveURL(/\/learn\/button-input$/)
  await expect(
    page.getByRole('heading', { level: 1, name: 'A button and a field that talk' }),
  ).toBeVisible()
})

test('no page of the site is refused anything by its own policy', { tag: ['@A17'] }, async ({
  page,
}) => {
  const heard = complaints(page)
  for (const path of [
    '/',
    '/learn',
    '/learn/counter',
    '/es/learn/counter',
    '/playground',
    '/nowhere',
  ]) {
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
  test(`axe finds nothing at ${path}, at a desk and on a phone, light and dark`, {
    tag: ['@B12'],
  }, async ({ browser }) => {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(path)
    // While the editor comes, the page is neither what it was nor what it will be.
    if (path.includes('/learn/counter')) await comeNear(page)
    await page.evaluate(axeSource)
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await findings(page, path), `${colorScheme}, ${width} px`).toEqual([])
      }
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(sideways, `${width} px scrolls sideways`).toBeLessThanOrEqual(0)
    }
    await context.close()
  })

interface Axe {
  run(
    where: Document,
    options: { runOnly?: string[]; rules?: Readonly<Record<string, { enabled: boolean }>> },
  ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

// TodoMVC and the table have the markup that is prescribed for them, and the counter is shown within pages: to these, the standard applies.
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const findings = (page: Page, path: string) =>
  page.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as { axe: Axe }
      // The size of targets is off unless it is asked for.
      const rules = { 'target-size': { enabled: true } }
      const { violations } = await axe.run(document, runOnly ? { runOnly, rules } : { rules })
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      )
    },
    /^\/examples\/(counter|todomvc|keyed-table)\/$/.test(path) ? WCAG : undefined,
  )

for (const path of ['/', '/es'])
  test(`the sections of the site stand on one line of a phone, down to 320 px: ${path}`, {
    tag: ['@B12'],
  }, async ({ page }) => {
    await page.goto(path)
    const links = page.getByRole('banner').getByRole('navigation').getByRole('link')
    for (const width of [430, 390, 360, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const tops = await links.evaluateAll((all) => all.map((a) => a.getBoundingClientRect().top))
      expect(tops.length).toBe(5)
      expect(new Set(tops).size, `${width} px: ${tops}`).toBe(1)
    }
  })

for (const path of ['/guides/comparison', '/es/guides/comparison'])
  test(`the table of the comparison is seen whole on a laptop: ${path}`, {
    tag: ['@B12'],
  }, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(path)
    const hidden = await page
      .getByRole('table')
      .first()
      .evaluate((table) => table.parentElement!.scrollWidth - table.parentElement!.clientWidth)
    expect(hidden).toBe(0)
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
  await page.getByRole('main').getByRole('link', { name: 'Start the course' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/learn$/)
})
