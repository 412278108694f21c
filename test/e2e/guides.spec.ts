/** The guides in Chromium: read without script, found from the header, light. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { openPage } from './playing.ts'

test('From the header I get to the guides, into one of them, and on to the next', async ({
  page,
}) => {
  await page.goto('/learn')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Guides' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Guides' })).toBeVisible()
  await page.getByRole('link', { name: 'Take it home in fifteen minutes' }).click()
  await expect(page).toHaveURL(/\/guides\/take-home$/)
  await page.getByRole('navigation', { name: 'On this page' }).getByText('Test it').click()
  await expect(page).toHaveURL(/#test-it$/)
  await page.getByRole('link', { name: /^Next/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Concepts' })).toBeVisible()
})

test('The other language keeps my place, heading included', async ({ page }) => {
  await openPage(page, '/guides/testing#two-visitors')
  await page.getByRole('link', { name: 'Español' }).click()
  await expect(page).toHaveURL(/\/es\/guides\/testing#two-visitors$/)
  await expect(page.getByRole('heading', { name: 'Dos visitantes' })).toBeVisible()
})

test('A guide reads without script, tables, code and bars included', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/guides/measurements')
  await expect(page.getByRole('table').first()).toContainText('Telar')
  await expect(page.getByRole('img').first()).toBeVisible()
  await page.goto('/es/guides/take-home')
  await expect(page.getByText('export class Counter extends LiveComponent')).toBeVisible()
  await context.close()
})

test('A guide is there as Markdown', async ({ request }) => {
  const answer = await request.get('/es/guides/forms.md')
  expect(answer.headers()['content-type']).toContain('text/markdown')
  expect(await answer.text()).toMatch(/^# Formularios\n/)
  expect((await request.get('/guides/nothing.md')).status()).toBe(404)
})

test('A guide that does not exist is answered with 404', async ({ page }) => {
  const answer = await page.goto('/guides/nothing')
  expect(answer?.status()).toBe(404)
})

/** How much more the scripts of a guide may weigh than those of Next's empty page. */
const ALLOWED = 3_000

test('the scripts of a guide weigh at most 3 KB more than those of an empty page', async ({
  request,
}) => {
  const html = await (await request.get('/guides/concepts')).text()
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/\snomodule/i.test(tag))
    .map(([, address]) => address!.replaceAll('&amp;', '&'))
  const { rootMainFiles } = JSON.parse(readFileSync('site/.next/build-manifest.json', 'utf8'))
  let own = 0
  for (const address of new Set(scripts)) {
    const body = await (await request.get(address)).body()
    // Next's own: what starts every page, and the router of whatever stands in a layout.
    const isRoot = rootMainFiles.some((file: string) => address.includes(file))
    if (!isRoot && !body.includes('useRouterBFCache')) own += gzipSync(body).length
  }
  console.log(`script of a guide beyond an empty page, gzipped: ${own} B`)
  expect(own).toBeLessThanOrEqual(ALLOWED)
})
