/** What a page needs for its first paint is in it: neither its style sheets nor its scripts are waited for. */

import { expect, type Page, test } from '@playwright/test'
import { hold } from '../support/hold.ts'
import { openPage } from './playing.ts'

const PAGES = [
  '/',
  '/learn',
  '/learn/counter',
  '/playground',
  '/reference/LiveComponent',
  '/guides/comparison',
  '/examples',
  '/changelog',
  '/es',
  '/es/learn/all',
]

/** Where each element of the page is, and what it wears. */
const looks = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.body.querySelectorAll('*'), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const { color, backgroundColor, fontSize, fontWeight } = getComputedStyle(element)
      const box = [x, y, width, height].map(Math.round).join(' ')
      return `${element.tagName} ${element.className} ${box} ${color} ${backgroundColor} ${fontSize} ${fontWeight}`
    }).filter((look) => !/^(LINK|SCRIPT|NOSCRIPT|IFRAME) /.test(look)),
  )

for (const path of PAGES)
  test(`${path} looks the same before its style sheets have come`, { tag: ['@B12'] }, async ({
    browser,
  }) => {
    for (const width of [1280, 390]) {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width, height: 844 },
      })
      const page = await context.newPage()
      await page.goto(path)
      await page.evaluate(() => document.fonts.ready)
      const whole = await looks(page)
      await page.route('**/*.css', (route) => route.abort())
      await page.goto(path)
      await page.evaluate(() => document.fonts.ready)
      const first = await looks(page)
      // The first difference says enough: it moves all that follows.
      const at = first.findIndex((look, at) => look !== whole[at])
      expect(first[at], path).toBe(whole[at])
      await context.close()
    }
  })

/** The names and corners of all elements. */
const corners = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.body.querySelectorAll('*'), (element) => {
      const { x, y } = element.getBoundingClientRect()
      // Columns of a table are as wide as what has come.
      if (element.closest('table')) return { name: 'in a table', y: 0, corner: '' }
      const corner = [x, y].map(Math.round).join(' ')
      return { name: `${element.tagName} ${element.className}`, y, corner }
    }),
  )

for (const path of PAGES)
  test(`${path} does not move while the rest of it comes`, { tag: ['@B12'] }, async ({
    browser,
    baseURL,
  }) => {
    for (const width of [1280, 390]) {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width, height: 844 },
      })
      const page = await context.newPage()
      const address = baseURL + path
      const html = await (await page.request.get(address)).text()
      let body = html
      await page.route('**/*', (route) => {
        const url = route.request().url()
        if (/\.(css|woff2)$/.test(url)) return route.abort()
        return url === address
          ? route.fulfill({ body, contentType: 'text/html' })
          : route.continue()
      })
      await page.goto(address)
      const whole = await corners(page)
      const start = html.indexOf('</header>')
      const end = html.indexOf('<script', html.indexOf('</main>'))
      for (let part = 1; part < 8; part += 2) {
        // Nothing of a tag that is cut in two.
        body = html.slice(0, start + ((end - start) * part) / 8).replace(/<[^>]*$/, '')
        await page.goto(address)
        const moved = (await corners(page)).filter(({ name, y, corner }, at) => {
          const last = whole[at]
          const isSeen = y >= 0 && (y < 844 || (last?.y ?? 844) < 844)
          return isSeen && last?.name === name && last.corner !== corner
        })
        expect(moved.slice(0, 3), `${path}, ${part} of 8 parts, ${width} px wide`).toEqual([])
      }
      await context.close()
    }
  })

test('the first paint of a page waits for no script, and its scripts follow', {
  tag: ['@B12'],
}, async ({ page, request }) => {
  const html = await (await request.get('/guides/concepts')).text()
  const head = html.slice(0, html.indexOf('</head>'))
  expect(head).toContain('<style>')
  expect(head).not.toContain('rel="stylesheet"')
  expect(head.match(/<script src="[^"]*" async/g) ?? []).toEqual([])
  await page.goto('/guides/concepts')
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('script[src^="/_next/"]').length))
    .toBeGreaterThan(3)
})

test('the letters of a page are known with its first paint, and no style sheet says them again', {
  tag: ['@B12'],
}, async ({ page }) => {
  const faces = () => page.evaluate(() => Array.from(document.fonts, ({ family }) => family).sort())
  const come = await hold(page, '**/*.css')
  await page.goto('/guides/concepts', { waitUntil: 'domcontentloaded' })
  const first = await faces()
  expect(first).toEqual(
    expect.arrayContaining(['Figtree Variable', 'JetBrains Mono', 'Source Serif 4 Variable']),
  )
  come()
  await page.waitForFunction(() => document.styleSheets.length > 2)
  expect(await faces()).toEqual(first)
})

test('Chromium compiles the large scripts of a page beside the main thread', {
  tag: ['@B12'],
}, async ({ request }) => {
  for (const path of ['/', '/es/learn/counter', '/playground']) {
    const html = await (await request.get(path)).text()
    const forOld = /src="([^"]+)"[^>]*nomodule/i.exec(html)?.[1]
    const sources = new Set(html.match(/\/_next\/[^"\\]+\.js/g))
    const scripts = await Promise.all(
      [...sources].map(async (src) => ({ src, code: await (await request.get(src)).text() })),
    )
    const large = scripts.filter(({ src, code }) => src !== forOld && code.length > 31_000)
    expect(large.length).toBeGreaterThanOrEqual(2)
    for (const { src, code } of large)
      expect.soft(code.slice(0, 29), src).toBe('//# allFunctionsCalledOnLoad\n')
  }
})

test('what a reader has chosen and answered is so in the first paint', {
  tag: ['@B12'],
}, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await openPage(page, '/learn/counter')
  await page.getByRole('button', { name: 'Use dark colours' }).click()
  const question = page.locator('#predict-nobody-listens')
  await question.getByLabel('Nothing').check()
  await question.getByRole('button', { name: 'That is my prediction' }).click()
  const asked = page.locator('[data-question="nobody-listens"] > summary')
  await expect(asked).toBeHidden()
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).background)
  const dark = await paper()
  // Only what stands in the page itself.
  await page.route(/\.(css|js)$/, (route) => route.abort())
  await page.reload({ waitUntil: 'domcontentloaded' })
  expect(await paper()).toBe(dark)
  await expect(asked).toBeHidden()
  await expect(page.getByText('The page sends only what the server has asked')).toBeVisible()
})
