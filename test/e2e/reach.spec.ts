/** What programs are given: Markdown, llms.txt, robots.txt, the manifest, link cards; and the search of the whole site by its keys. */
import { expect, test } from '@playwright/test'
import { openPage } from './playing.ts'

test('pages are there as Markdown, and llms.txt leads to them', { tag: ['@B13'] }, async ({
  request,
}) => {
  for (const [path, begin] of [
    ['/index.md', '# Write live web pages'],
    ['/es/index.md', '# Escribe páginas web vivas'],
    ['/learn.md', '# Lessons'],
    ['/es/examples.md', '# Ejemplos'],
    ['/examples/chat/source.md', '# Chat'],
    ['/changelog.md', '# Changelog'],
  ] as const) {
    const answer = await request.get(path)
    expect(answer.headers()['content-type'], path).toBe('text/markdown; charset=utf-8')
    expect(await answer.text(), path).toMatch(new RegExp(`^${begin}`))
  }
  const text = await (await request.get('/llms.txt')).text()
  const links = [...text.matchAll(/\]\((\/[^)]+)\)/g)].map(([, path]) => path!)
  expect(links.length).toBeGreaterThan(40)
  for (const path of links) expect((await request.get(path)).status(), path).toBe(200)
})

test('what needs the address of the site is absent where the build was not told it', {
  tag: ['@B13'],
}, async ({ request, page }) => {
  expect((await request.get('/sitemap.xml')).status()).toBe(404)
  expect((await request.get('/feed.xml')).status()).toBe(404)
  expect(await (await request.get('/robots.txt')).text()).not.toContain('Sitemap')
  await page.goto('/')
  await expect(page.locator('link[rel="canonical"], link[hreflang]')).toHaveCount(0)
  await expect(page.locator('meta[property="og:image"]')).toHaveCount(0)
})

test('the manifest names icons that are there', { tag: ['@B13'] }, async ({ request }) => {
  const { icons } = await (await request.get('/manifest.webmanifest')).json()
  for (const { src } of icons) expect((await request.get(src)).status(), src).toBe(200)
})

test('each page has a card of 1200 by 630, and no other name has one', { tag: ['@B13'] }, async ({
  request,
}) => {
  for (const path of ['/link-cards/en/home', '/link-cards/es/learn.counter']) {
    const answer = await request.get(path)
    expect(answer.headers()['content-type']).toBe('image/png')
    const picture = await answer.body()
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  }
  expect((await request.get('/link-cards/en/nowhere')).status()).toBe(404)
  expect((await request.get('/link-cards/fr/home')).status()).toBe(404)
})

test('the slash opens the search over lessons and examples, unless I turn it off', {
  tag: ['@B13'],
}, async ({ page }) => {
  await openPage(page, '/')
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search Telar' })
  await field.fill('order board')
  await expect(page.getByRole('option').filter({ hasText: 'Example' }).first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'The / key opens the search too' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await page.keyboard.press('/')
  await page.keyboard.press('Control+k')
  await expect(field).toHaveValue('')
})
