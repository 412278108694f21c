/** What the pages say of this, and that the examples belong to them. */
import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { openPage } from './playing.ts'

/** One address for each page of the site. */
const PAGES = [
  '/',
  '/learn',
  '/learn/counter',
  '/learn/all',
  '/learn/review',
  '/playground',
  '/playground/chat',
  '/guides',
  '/guides/take-home',
  '/examples',
  '/examples/chat/source',
  '/changelog',
  '/es',
  '/reference',
  '/reference/form',
  '/reference/protocol/setText',
  '/es/learn',
  '/es/learn/counter',
  '/es/learn/all',
  '/es/learn/review',
  '/es/playground',
  '/es/playground/chat',
  '/es/examples',
  '/es/examples/chat/source',
  '/es/changelog',
  '/es/guides',
  '/es/guides/take-home',
  '/es/reference',
  '/es/reference/errors',
  '/es/reference/protocol/insert',
]

const SAID = {
  en: ['LiveView for TypeScript', 'Node server', 'for TypeScript developers'],
  es: ['LiveView para TypeScript', 'servidor Node', 'desarrolladores de TypeScript'],
}
const langOf = (path: string) => (path.startsWith('/es') ? 'es' : 'en')

test('the list has an address for each page of the site', () => {
  const app = fileURLToPath(new URL('../../site/app', import.meta.url))
  const pages = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'page.tsx')
    .map((file) => `/${dirname(file)}`.replace(/\/(\([\w-]+\)|\.)/g, '') || '/')
    // It stands in for others without a network, and is nobody's first page.
    .filter((page) => !page.endsWith('/offline'))
  for (const page of pages) {
    const address = new RegExp(`^${page.replace(/\[\w+\]/g, '[^/]+')}$`)
    expect(
      PAGES.some((path) => address.test(path)),
      page,
    ).toBe(true)
  }
})

for (const path of PAGES)
  test(`${path} says what this is: LiveView for TypeScript, what that means, for whom`, async ({
    page,
  }) => {
    await page.goto(path)
    const said = SAID[langOf(path)]
    await expect(page).toHaveTitle(new RegExp(said[0]!))
    const description = await page.locator('meta[name="description"]').getAttribute('content')
    for (const word of said) expect(description).toContain(word)
  })

test('The home says it where I read first', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('Telar is LiveView for TypeScript:')).toBeInViewport()
})

test('The home and the lessons call the strip between editor and preview the wire', async ({
  page,
}) => {
  await page.goto('/')
  await expect(
    page.getByRole('region', { name: 'The wire: what page and server say' }),
  ).toBeVisible()
  for (const lesson of ['counter', 'clock', 'button-input']) {
    await page.goto(`/learn/${lesson}`)
    const text = page.locator('#main > div').first()
    await expect(text).toContainText('Watch the wire')
    await expect(text).not.toContainText(/\bthreads?\b/i)
  }
})

test('From the examples I get to each page, its source and its lesson, and back home', async ({
  page,
}) => {
  await page.goto('/examples')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(9)
  await page.getByRole('link', { name: 'Clock', exact: true }).click()
  await expect(page.getByRole('link', { name: /^Telar/ }).first()).toHaveAttribute('href', '/')
  await page.getByRole('link', { name: 'Its source' }).click()
  await expect(page.getByText('class Clock extends LiveComponent')).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'The lesson that builds it' }).click()
  await expect(page).toHaveURL(/\/learn\/clock$/)
})

test('An example opens in the playground, where I change it beside my own work', async ({
  page,
}) => {
  await page.goto('/examples')
  await page.getByRole('link', { name: 'Change it: Chat in the playground' }).click()
  await expect(page).toHaveURL(/\/playground\/chat$/)
  await expect(page.getByText('The example Chat, yours to change')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'chat.ts' })).toBeVisible()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const preview = page.frameLocator('iframe[title="Preview"]')
  await expect(preview.getByRole('heading', { name: 'Chat' })).toBeVisible()
  await page.getByRole('link', { name: 'Open your own playground' }).click()
  await expect(page.getByRole('tab', { name: 'counter.ts' })).toBeVisible()
})

test('An example wears the colours that I chose on the site', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await openPage(page, '/learn')
  await page.getByRole('button', { name: 'Use dark colours' }).click()
  await page.goto('/examples/chat/')
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await paper()).toBe('rgb(25, 24, 22)')
})
