/** Lessons as a reader takes them: run, check, take the hint, pass, come back later. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { comeNear, editorOf, previewOf, run, takeSolution } from './playing.ts'

const LESSONS = [
  { slug: 'counter', failing: 'One press adds one', steps: 5 },
  { slug: 'clock', failing: 'A second later the page shows a second more', steps: 7 },
  { slug: 'button-input', failing: 'An emptied field counts 0 letters', steps: 6 },
]

const bar = (page: Page) => page.getByRole('banner')

for (const { slug, failing, steps } of LESSONS) {
  test(`${slug}: the start fails its check with a hint, the solution passes, and that is kept`, {
    tag: ['@B2', '@B3'],
  }, async ({ page }) => {
    await page.goto(`/learn/${slug}`)
    await expect(bar(page).getByText('Not checked yet')).toBeVisible()

    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(page.getByText(failing).first()).toBeVisible()
    await expect(bar(page).getByText(new RegExp(`^\\d of ${steps} steps$`))).toBeVisible()

    await takeSolution(page)
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible()

    await page.reload()
    await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible()
    await page.goto('/learn')
    await expect(page.getByText('Passed', { exact: true })).toHaveCount(1)
  })
}

test('a lesson runs beside its text: the solved counter counts in its preview', {
  tag: ['@B1'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  await takeSolution(page)
  await run(page)
  // Until the new code is there, the button of the start stands there, which tells nobody.
  await expect(previewOf(page).getByRole('button', { name: 'Start again' })).toBeVisible()
  await previewOf(page).getByRole('button', { name: 'Add one' }).click()
  await expect(previewOf(page).locator('output')).toHaveText('1')
})

test('a lesson opens at its line: the caret is there, the line in the middle, the focus with the text', {
  tag: ['@B2'],
}, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 480 })
  await page.goto('/learn/button-input')
  await expect(editorOf(page)).toBeVisible()
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await comeNear(page)
  const line = page.locator('.view-line', { hasText: 'this.note = event.value' })
  await expect(line).toBeVisible()
  const middle = async (what: typeof line) => {
    const { y, height } = (await what.boundingBox())!
    return y + height / 2
  }
  const pane = page.locator('[data-editor="ready"]')
  await expect
    .poll(async () => Math.abs((await middle(line)) - (await middle(pane))))
    .toBeLessThan(30)
  await editorOf(page).focus()
  await page.keyboard.type('/')
  await expect(page.locator('.view-line', { hasText: /^\/\s+if.*event\.value/ })).toBeVisible()
})

/** Pixels of an element that are only seen by scrolling it. */
const hidden = (what: Locator) =>
  what.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)

test('Check makes room for what it found and leads to the first step that failed', {
  tag: ['@B3'],
}, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/learn/clock')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const results = page.getByRole('region', { name: 'Check results' })
  await expect(results.getByText(/of 7 steps pass/)).toBeVisible()
  await expect(results.getByText(/^[\d.]+ s$/)).toBeVisible()
  const failed = results.locator('[data-state="failed"]').first()
  await expect(failed).toBeInViewport({ ratio: 1 })
  await expect.poll(async () => (await results.boundingBox())!.height).toBeGreaterThan(240)
  await page.setViewportSize({ width: 1440, height: 600 })
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(results.getByText(/of 7 steps pass/)).toBeVisible()
  await expect.poll(() => hidden(results)).toBeGreaterThan(0)
  await expect(failed.locator('p').first()).toBeInViewport({ ratio: 1 })
  await results.getByRole('button', { name: 'Close the check' }).click()
  await expect(results).toBeHidden()
})

test('a lesson on a phone loads no editor until the workspace is seen', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto('/learn/counter')
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.monaco-editor')).toHaveCount(0)
  expect(
    await page.evaluate(
      () =>
        performance
          .getEntriesByType('resource')
          .filter(
            (entry) =>
              /\.js$/.test(entry.name) &&
              (entry as PerformanceResourceTiming).decodedBodySize > 1_000_000,
          ).length,
    ),
  ).toBe(0)
  await page.getByRole('link', { name: 'Workspace', exact: true }).click()
  await expect(page.getByRole('tab', { name: 'counter.ts' })).toBeVisible()
  await context.close()
})
