/** B1: the course around its lessons, in Chromium: two languages, menu, search, addresses, one page, print, Markdown. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { openPage } from './playing.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  })
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test.describe('two languages', () => {
  test('the switch keeps the lesson and the heading, and the choice is remembered', {
    tag: ['@B12'],
  }, async ({ page }) => {
    await openPage(page, '/learn/counter')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('link', { name: 'Write a handler' }).click()
    await expect(page).toHaveURL(/\/learn\/counter#write-a-handler$/)
    await page.getByRole('link', { name: 'Español' }).click()
    await expect(page).toHaveURL(/\/es\/learn\/counter#write-a-handler$/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    await expect(
      page.getByRole('heading', { level: 1, name: 'Un contador que vive en el servidor' }),
    ).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Escribe un handler' })).toBeInViewport()

    await openPage(page, '/')
    await expect(page).toHaveURL(/\/es$/)
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(/\/$/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })

  test('the workspace speaks the language of its page, and only that one is loaded', async ({
    page,
  }) => {
    const scripts: Promise<string>[] = []
    page.on('response', (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname))
        scripts.push(response.text().catch(() => ''))
    })
    await page.goto('/es/playground')
    await expect(page.getByRole('button', { name: 'Ejecutar' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Compartir' })).toBeVisible()
    await expect(page.getByText('El cable. Por aquí pasa lo que se dicen')).toBeVisible()
    await page.waitForLoadState('networkidle')
    const loaded = (await Promise.all(scripts)).join('\n')
    expect(loaded).toContain('Todavía no se ejecuta nada')
    expect(loaded).not.toContain('Nothing runs yet')
    expect(loaded).not.toContain('Not checked yet')
  })

  test('/es is the home in Spanish', async ({ page }) => {
    await page.goto('/es')
    await page.getByRole('link', { name: 'Empezar el curso' }).click()
    await expect(page).toHaveURL(/\/es\/learn$/)
  })
})

test.describe('the way through the course', () => {
  test('I begin with the first lesson, and go on where I left off', {
    tag: ['@B1', '@lessons-in-order'],
  }, async ({ page }) => {
    await page.goto('/learn')
    await page.getByRole('link', { name: /^Begin:/ }).click()
    await expect(page).toHaveURL(/\/learn\/counter$/)
    await page.goto('/learn/clock')
    // The page notes where its reader is once it is live.
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
      .toContain('clock')
    await page.goto('/learn')
    await expect(page.getByRole('link', { name: /^Go on where you left off:/ })).toHaveAttribute(
      'href',
      '/learn/clock',
    )
    await page.evaluate(() => {
      const done = { passed: ['a'], steps: 1, done: true }
      localStorage.setItem('telar.progress', JSON.stringify({ counter: done, clock: done }))
    })
    await page.reload()
    const part = page.getByRole('region', { name: 'Part 1: First steps' })
    await expect(part.getByText(/^2 of \d+ passed$/)).toBeVisible()
    const on = await page.getByRole('link', { name: /^Go on/ }).getAttribute('href')
    expect(on).not.toMatch(/\/(counter|clock)$/)
  })

  test('the menu of a lesson opens by keyboard at the lesson that I am in, and gives the focus back', {
    tag: ['@B1', '@B12'],
  }, async ({ page }) => {
    await openPage(page, '/learn/clock')
    const button = page.getByRole('button', { name: 'All lessons' })
    await button.focus()
    await page.keyboard.press('Enter')
    const menu = page.getByRole('dialog', { name: 'The course' })
    const here = menu.locator('a[aria-current="page"]')
    await expect(here).toBeFocused()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
    await menu.getByRole('link', { name: /A counter that lives on the server/ }).click()
    await expect(page).toHaveURL(/\/learn\/counter$/)
  })

  test('Alt+Page Down and Alt+Page Up lead through the lessons', async ({ page }) => {
    await openPage(page, '/learn/counter')
    const next = await page.locator('a[rel="next"]').first().getAttribute('href')
    await page.locator('body').press('Alt+PageDown')
    await expect(page).toHaveURL(new RegExp(`${next}$`))
    await page.locator('body').press('Alt+PageUp')
    await expect(page).toHaveURL(/\/learn\/counter$/)
  })
})

test.describe('search', () => {
  test('Ctrl+K, a word of the code, Enter: I am at the heading', {
    tag: ['@B1', '@lesson-search'],
  }, async ({ page }) => {
    await openPage(page, '/learn/clock')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Search Telar' })
    await expect(field).toBeFocused()
    await field.fill('write a handler')
    const first = page.getByRole('option').first()
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(first).toContainText('Write a handler')
    await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id'))!)
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/learn\/counter#write-a-handler$/)
    await expect(page.getByRole('heading', { name: 'Write a handler' })).toBeInViewport()
  })

  test('arrows choose, nothing found says so, Escape gives the focus back', async ({ page }) => {
    await openPage(page, '/es/learn')
    const button = page.getByRole('button', { name: 'Buscar en Telar' })
    await button.click()
    const field = page.getByRole('combobox')
    await field.fill('servidor')
    await expect(page.getByRole('option').nth(1)).toBeVisible()
    await field.press('ArrowDown')
    await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
    await field.press('ArrowUp')
    await field.press('ArrowUp')
    await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
    await field.fill('xyzzy')
    await expect(page.getByRole('status').getByText('No se encontró nada.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  })

  test('an index that does not load says so, and is asked for again', async ({ page }) => {
    await page.route('**/search-en.json', (route) => route.abort())
    await openPage(page, '/learn')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('alert')).toContainText('The index did not load.')
    await page.unroute('**/search-en.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/^The index is loaded, in [\d.]+ s\.$/)).toBeVisible()
    await page.getByRole('combobox').fill('counter')
    await expect(page.getByRole('option').first()).toBeVisible()
  })

  test('it is not loaded before it is opened', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/learn')
    await page.waitForLoadState('networkidle')
    expect(asked.filter((url) => url.includes('search-en'))).toEqual([])
  })
})

test.describe('other forms', () => {
  test('each lesson is there as Markdown, in both languages', async ({ request }) => {
    const english = await request.get('/learn/counter.md')
    expect(english.headers()['content-type']).toBe('text/markdown; charset=utf-8')
    const text = await english.text()
    expect(text).toMatch(/^# A counter that lives on the server\n/)
    expect(text).toContain('\n```ts\nadd() {\n')
    expect(text).not.toMatch(/<\/?[A-Z]/)
    expect(await (await request.get('/es/learn/counter.md')).text()).toContain(
      '## Escribe un handler',
    )
    expect((await request.get('/learn/nowhere.md')).status()).toBe(404)
  })

  test('everything stands on one page, without a script, with links to each lesson', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/es/learn/all')
    await page
      .getByRole('navigation', { name: 'Contenido' })
      .getByRole('link', { name: 'Un contador que vive en el servidor' })
      .click()
    await expect(page).toHaveURL(/#counter$/)
    await expect(page.locator('[id="counter.write-a-handler"]')).toHaveText('Escribe un handler')
    await context.close()
  })

  test('a printed lesson is its text alone', async ({ page }) => {
    await page.goto('/learn/counter')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('#workspace')).toBeHidden()
    await expect(page.getByRole('button', { name: 'All lessons' })).toBeHidden()
  })
})

for (const path of ['/learn', '/es/learn', '/learn/counter', '/es/learn/counter', '/learn/all'])
  test(`${path} at 320 pixels: nothing scrolls sideways, the menu opens, axe finds nothing`, {
    tag: ['@B12'],
  }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    expect(await findings(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('header a, header button')]
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect()
          return width > 0 && (left < 0 || right > innerWidth)
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    )
    expect(outside).toEqual([])
    const menu = page.getByRole('button', { name: /^(All lessons|Todas las lecciones)$/ })
    if ((await menu.count()) === 0) return
    await menu.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await sideways(page)).toBeLessThanOrEqual(0)
  })
