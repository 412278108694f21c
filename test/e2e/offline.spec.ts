/** Reading without a network after a first visit, and never an old page while there is one. */
import { expect, type Page, test } from '@playwright/test'

test.use({ serviceWorkers: 'allow' })

const kept = (page: Page, path: string) =>
  expect
    .poll(() =>
      page.evaluate(async (wanted) => {
        const found = await caches.match(wanted)
        return found?.ok ?? false
      }, path),
    )
    .toBe(true)

test('a lesson that I opened once can be read without a network, and so can the course', {
  tag: ['@B13'],
}, async ({ page, context }) => {
  await page.goto('/learn/counter')
  await kept(page, '/learn/counter')
  await kept(page, '/learn/all')
  await context.setOffline(true)
  await page.reload()
  await expect(
    page.getByRole('heading', { level: 1, name: 'A counter that lives on the server' }),
  ).toBeVisible()
  await page.goto('/learn/all')
  await expect(page.getByRole('heading', { name: 'The course on one page' })).toBeVisible()
})

test('a page that was not kept says so, in the language of its address, with what there is', {
  tag: ['@B13'],
}, async ({ page, context }) => {
  await page.goto('/es/learn')
  await kept(page, '/es/learn')
  await context.setOffline(true)
  await page.goto('/es/changelog')
  await expect(page.getByRole('heading', { name: 'No tienes conexión' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Lecciones', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lecciones' })).toBeVisible()
})

test('while there is a network the page comes from it, and live examples never from the worker', async ({
  page,
  context,
}) => {
  await page.goto('/changelog')
  await kept(page, '/changelog')
  const answer = await page.reload()
  expect(answer?.fromServiceWorker()).toBe(true)
  // The worker asked the server for it.
  const asked = context
    .serviceWorkers()
    .some((worker) => new URL(worker.url()).pathname === '/sw.js')
  expect(asked).toBe(true)
  const live = await page.goto('/examples/counter/')
  expect(live?.fromServiceWorker()).toBe(false)
})
