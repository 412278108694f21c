/** What the pages say of this, and that the examples belong to them. */
import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

/** One address for each page of the site. */
const PAGES = ['/', '/learn', '/learn/counter', '/playground', '/examples', '/examples/chat/source']

test('the list has an address for each page of the site', () => {
  const app = fileURLToPath(new URL('../../site/app', import.meta.url))
  const pages = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'page.tsx')
    .map((file) => `/${dirname(file)}`.replace(/\/(\(\w+\)|\.)/g, '') || '/')
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
    await expect(page).toHaveTitle(/LiveView for TypeScript/)
    const description = await page.locator('meta[name="description"]').getAttribute('content')
    for (const word of ['LiveView for TypeScript', 'Node server', 'for TypeScript developers'])
      expect(description).toContain(word)
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
  await expect(page.getByRole('listitem')).toHaveCount(8)
  await page.getByRole('link', { name: 'Clock', exact: true }).click()
  await expect(page.getByRole('link', { name: /^Telar/ }).first()).toHaveAttribute('href', '/')
  await page.getByRole('link', { name: 'Its source' }).click()
  await expect(page.getByText('class Clock extends LiveComponent')).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'The lesson that builds it' }).click()
  await expect(page).toHaveURL(/\/learn\/clock$/)
})

test('An example wears the colours that I chose on the site', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/learn')
  await page.getByRole('button', { name: 'Use dark colours' }).click()
  await page.goto('/examples/chat/')
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await paper()).toBe('rgb(25, 24, 22)')
})
