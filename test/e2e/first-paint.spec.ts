/** What a page needs for its first paint is in it: neither its style sheets nor its scripts are waited for. */
import { expect, type Page, test } from '@playwright/test'

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
      // The style sheets bring them; what stands in for them has their measures.
      await page.route('**/fonts/*', (route) => route.abort())
      await page.goto(path)
      await page.evaluate(() => document.fonts.ready)
      const whole = await looks(page)
      await page.route('**/*.css', (route) => route.abort())
      await page.goto(path)
      const first = await looks(page)
      // The first difference says enough: it moves all that follows.
      const at = first.findIndex((look, at) => look !== whole[at])
      expect(first[at], path).toBe(whole[at])
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
