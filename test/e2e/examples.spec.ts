/** The live examples in real browsers, several visitors at a time. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'

async function open(page: Page, slug: string): Promise<Page> {
  await page.goto(`/examples/${slug}/`)
  await expect(page.locator('html')).toHaveAttribute('data-telar', 'connected')
  return page
}

// The kitchen is one for all tests that run at a time, and for a second round of them.
const dish = (name: string) => `${name} ${Math.random().toString(36).slice(2, 8)}`

test('the counter counts for each visitor alone', async ({ page, context }) => {
  const other = await open(await context.newPage(), 'counter')
  await open(page, 'counter')
  const add = page.getByRole('button', { name: 'Add one' })
  await add.click()
  await add.click()
  await expect(page.locator('output')).toHaveText('2')
  await expect(other.locator('output')).toHaveText('0')
})

test('the 50-line client without slots drives /examples/counter/', { tag: ['@A6'] }, async ({
  page,
}) => {
  const client = readFileSync('test/conformance/json-client.js', 'utf8')
  expect(client.trimEnd().split('\n').length).toBeLessThanOrEqual(50)
  await page.route('**/client.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: client }),
  )
  const heard: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
  )
  await page.goto('/examples/counter/')
  await expect.poll(() => heard.some((frame) => frame.includes('welcome'))).toBe(true)
  const add = page.getByRole('button', { name: 'Add one' })
  await add.click()
  await add.click()
  await expect(page.locator('output')).toHaveText('2')
  expect(JSON.parse(heard.at(-1)!)).toMatchObject({
    type: 'update',
    operations: [{ type: 'setText', value: '2' }],
  })
})

test('the server winds the clock: second after second', async ({ page }) => {
  await open(page, 'clock')
  const time = page.locator('time')
  const seconds = async () => {
    const text = (await time.textContent()) ?? ''
    expect(text).toMatch(/^\d\d:\d\d:\d\d$/)
    return text
  }
  const seen = [await seconds()]
  for (let ticks = 0; ticks < 2; ticks += 1) {
    await expect(time).not.toHaveText(seen.at(-1)!)
    seen.push(await seconds())
  }
  expect([...seen].sort()).toEqual(seen)
  const away = Math.abs(Date.parse(`1970-01-01T${seen.at(-1)}Z`) - (Date.now() % 86_400_000))
  expect(Math.min(away, 86_400_000 - away)).toBeLessThan(5000)
})

test('what is typed beside the button stands on it, and the button greets by that name', async ({
  page,
}) => {
  await open(page, 'button-input')
  const field = page.getByLabel('Your name')
  await field.pressSequentially('Ana')
  await expect(page.getByRole('button')).toHaveText('Greet Ana')
  await expect(field).toHaveValue('Ana')
  await expect(field).toBeFocused()
  await page.getByRole('button', { name: 'Greet Ana' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Ana' })).toHaveText(
    'Good to see you, Ana.',
  )
})

test('an order that a program posts shows on every screen, and moves on all of them', {
  tag: ['@A12'],
}, async ({ page, context, request }) => {
  const empanada = dish('Empanada')
  const other = await open(await context.newPage(), 'order-board')
  await open(page, 'order-board')
  const answer = await request.post('/examples/order-board/orders', {
    data: { table: '7', dish: empanada, quantity: 2 },
  })
  expect(answer.status()).toBe(201)
  const stage = (screen: Page, name: string) =>
    screen.locator('section.stage', { has: screen.getByRole('heading', { name }) })
  for (const screen of [page, other])
    await expect(stage(screen, 'Waiting')).toContainText(`2 × ${empanada}`)
  await page.getByRole('button', { name: `Cook ${empanada} for table 7` }).click()
  for (const screen of [page, other])
    await expect(stage(screen, 'Cooking')).toContainText(`2 × ${empanada}`)
  await expect(stage(other, 'Waiting')).not.toContainText(empanada)
})

test('an order from the page clears its fields; a wrong one says what is wrong, field by field', async ({
  page,
}) => {
  const locro = dish('Locro')
  await open(page, 'order-board')
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await field('Dish').fill(locro)
  await field('How many').fill('0')
  await page.getByRole('button', { name: 'Order', exact: true }).click()
  await expect(field('Table')).toHaveAccessibleDescription('Which table? 1 to 20 characters.')
  await expect(field('Dish')).toHaveValue(locro)
  await field('Table').fill('3')
  await field('How many').fill('1')
  await field('How many').press('Enter')
  await expect(page.getByText(`1 × ${locro}`)).toBeVisible()
  for (const name of ['Table', 'Dish', 'How many']) await expect(field(name)).toHaveValue('')
  await expect(field('How many')).toBeFocused()
})

test('two who chat see each other come, and what is said to one alone', { tag: ['@A12'] }, async ({
  browser,
}) => {
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
