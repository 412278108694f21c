/** Room for what matters: what a lesson tells the reader to press is in sight, in every size of window. */

import { expect, type Locator, type Page, test } from '@playwright/test'
import { hold } from '../support/hold.ts'
import { previewOf, run } from './playing.ts'

/** Windows as they come; the last are 200 % and 400 % of them. */
const SIZES = [
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1024, 768],
  [390, 844],
  [360, 740],
  [640, 360],
  [683, 384],
  [720, 450],
] as const
const FAR = [
  [320, 180],
  [342, 192],
] as const

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const preview = (page: Page) => page.locator('iframe[title="Preview"]')
const results = (page: Page) => page.getByRole('region', { name: 'Check results' })

async function openLesson(page: Page, [width, height]: readonly [number, number]) {
  await page.setViewportSize({ width, height })
  await page.goto('/learn/counter')
  const toWorkspace = page.getByRole('link', { name: 'Workspace', exact: true })
  if (await toWorkspace.isVisible()) await toWorkspace.click()
  await run(page)
}

const heightOf = async (what: Locator) => (await what.boundingBox())?.height ?? 0

async function isOver(one: Locator, other: Locator): Promise<boolean> {
  if (await one.isHidden()) return false
  const [a, b] = [await one.boundingBox(), await other.boundingBox()]
  if (!a || !b) return false
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

for (const size of SIZES) {
  const [width, height] = size
  test(`at ${width} × ${height} the button that the lesson names is in sight after Run and after Check`, async ({
    page,
  }) => {
    await openLesson(page, size)
    const add = previewOf(page).getByRole('button', { name: 'Add one' })
    await expect(add).toBeInViewport({ ratio: 1 })
    await expect
      .poll(() => heightOf(preview(page)))
      .toBeGreaterThanOrEqual(width === 1280 ? 260 : 240)
    await button(page, 'Check').click()
    await expect(results(page).getByText(/of 5 steps pass/)).toBeVisible()
    await expect(results(page).getByText(/of 5 steps pass/)).toBeInViewport({ ratio: 1 })
    if (await preview(page).isHidden()) await page.getByRole('tab', { name: 'Preview' }).click()
    await expect(add).toBeInViewport({ ratio: 1 })
    await expect
      .poll(() => heightOf(preview(page)))
      .toBeGreaterThanOrEqual(width === 1280 ? 260 : 240)
    expect(await isOver(results(page), preview(page))).toBe(false)
  })
}

for (const [width, height] of FAR) {
  test(`at ${width} × ${height}, which is 400 % of a laptop, one can run, write, press and check`, async ({
    page,
  }) => {
    await openLesson(page, [width, height])
    await previewOf(page).getByRole('button', { name: 'Add one' }).click()
    await page.getByRole('tab', { name: 'Code' }).click()
    await page.getByRole('textbox', { name: 'Editor', exact: true }).focus()
    await expect(page.locator('[data-editor="ready"]')).toBeVisible()
    await page.keyboard.type('//')
    await expect(page.locator('.view-lines')).toContainText('//')
    await button(page, 'Check').click()
    await expect(
      results(page)
        .getByText(/of 5 steps pass|The check/)
        .first(),
    ).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })
}

test('on a phone text and workspace are two views with one switch, and Back goes from one to the other', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/learn/counter')
  const heading = page.getByRole('heading', { name: 'Change it while it runs' })
  const workspace = page.getByRole('region', { name: 'Workspace' })
  await expect(heading).toBeVisible()
  await expect(workspace).toBeHidden()
  await heading.scrollIntoViewIfNeeded()
  const read = await page.evaluate(() => scrollY)
  expect(read).toBeGreaterThan(200)
  await page.getByRole('link', { name: 'Workspace', exact: true }).click()
  await expect(workspace).toBeInViewport()
  await expect(heading).toBeHidden()
  await page.goBack()
  await expect(workspace).toBeHidden()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(read)
  await page.goForward()
  await expect(workspace).toBeInViewport()
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(read)
})

test('on a phone the place in the text stands for whoever scrolled before the page was live', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const live = await hold(page, '**/*.js')
  await page.goto('/learn/counter', { waitUntil: 'commit' })
  await page.getByRole('heading', { name: 'Change it while it runs' }).waitFor()
  await page.evaluate(() => scrollTo(0, 700))
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700)
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)))
  live()
  const workspace = page.getByRole('region', { name: 'Workspace' })
  await page.getByRole('link', { name: 'Workspace', exact: true }).click()
  await expect(workspace).toBeInViewport()
  await page.goBack()
  await expect(workspace).toBeHidden()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700)
})

test('on a phone the place in the text stands for whoever switches in the moment of scrolling', async ({
  page,
}) => {
  await openLesson(page, [390, 844])
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  const link = page.getByRole('link', { name: 'Workspace', exact: true })
  await link.evaluate((one: HTMLElement) => {
    scrollTo(0, 700)
    one.click()
  })
  await expect(page.getByRole('region', { name: 'Workspace' })).toBeInViewport()
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700)
})

test('on a phone what a check found comes into view, wherever Check was pressed', async ({
  page,
}) => {
  await openLesson(page, [390, 844])
  const found = results(page).getByText(/of 5 steps pass/)
  const check = async () => {
    await button(page, 'Check').click()
    await expect(found).toBeVisible()
    await expect(found).toBeInViewport({ ratio: 1 })
  }
  for (const pane of ['Code', 'Preview', 'Console']) {
    await page.getByRole('tab', { name: pane }).click()
    await check()
    await button(page, 'Close the check').click()
  }
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  await check()
})

test('an empty console is one line', async ({ page }) => {
  await openLesson(page, [1280, 720])
  const console = page.getByRole('region', { name: 'Console', exact: true })
  await expect(console).toContainText('Nothing printed yet')
  expect(await heightOf(console)).toBeLessThan(40)
})
