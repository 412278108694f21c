/** The larger live examples in real browsers, several visitors at a time. */
import { expect, type Page, test } from '@playwright/test'

async function open(page: Page, slug: string): Promise<Page> {
  await page.goto(`/examples/${slug}/`)
  await expect(page.locator('html')).toHaveAttribute('data-telar', 'connected')
  return page
}

test('A12 an order that a program posts shows on every screen, and moves on all of them', async ({
  page,
  context,
  request,
}) => {
  const other = await open(await context.newPage(), 'order-board')
  await open(page, 'order-board')
  const answer = await request.post('/examples/order-board/orders', {
    data: { table: '7', dish: 'Empanada', quantity: 2 },
  })
  expect(answer.status()).toBe(201)
  const stage = (screen: Page, name: string) =>
    screen.locator('section.stage', { has: screen.getByRole('heading', { name }) })
  for (const screen of [page, other])
    await expect(stage(screen, 'Waiting')).toContainText('2 × Empanada')
  await page.getByRole('button', { name: 'Cook Empanada for table 7' }).click()
  for (const screen of [page, other])
    await expect(stage(screen, 'Cooking')).toContainText('2 × Empanada')
  await expect(stage(other, 'Waiting')).not.toContainText('Empanada')
})

test('an order from the page clears its fields; a wrong one says what is wrong, field by field', async ({
  page,
}) => {
  await open(page, 'order-board')
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await field('Dish').fill('Locro')
  await field('How many').fill('0')
  await page.getByRole('button', { name: 'Order', exact: true }).click()
  await expect(field('Table')).toHaveAccessibleDescription('Which table? 1 to 20 characters.')
  await expect(field('Dish')).toHaveValue('Locro')
  await field('Table').fill('3')
  await field('How many').fill('1')
  await field('How many').press('Enter')
  await expect(page.getByText('1 × Locro')).toBeVisible()
  for (const name of ['Table', 'Dish', 'How many']) await expect(field(name)).toHaveValue('')
  await expect(field('How many')).toBeFocused()
})

test('A12 two who chat see each other come, and what is said to one alone', async ({ browser }) => {
  const visitor = async (name: string) => {
    const page = await open(await (await browser.newContext()).newPage(), 'chat')
    await page.getByLabel('Your name').fill(name)
    await page.keyboard.press('Enter')
    return page
  }
  const ana = await visitor('Ana')
  const berta = await visitor('Berta')
  await ana.getByRole('button', { name: 'Berta' }).click()
  await ana.getByLabel('Say to Berta').fill('Just you')
  await ana.keyboard.press('Enter')
  await expect(berta.getByRole('log')).toContainText('Ana to you alone Just you')
  await expect(ana.getByLabel('Say to Berta')).toHaveValue('')
  await expect(ana.getByLabel('Say to Berta')).toBeFocused()
  for (const page of [ana, berta]) await page.context().close()
})

test('the keyed table takes 1,000 rows and marks the one that is chosen', async ({ page }) => {
  await open(page, 'keyed-table')
  await page.locator('#run').click()
  await expect(page.locator('tbody tr')).toHaveCount(1000)
  await page.locator('tbody tr:nth-child(2) a').first().click()
  await expect(page.locator('tr.danger td').first()).toHaveText('2')
  await page.locator('#swaprows').click()
  await expect(page.locator('tbody tr:nth-child(999)')).toHaveClass('danger')
})
