/** Lessons as a reader takes them: run, check, take the hint, pass, come back later. */
import { expect, type Page, test } from '@playwright/test'

const LESSONS = [
  { slug: 'counter', failing: 'One press adds one', steps: 4 },
  { slug: 'clock', failing: 'A second later the page shows a second more', steps: 6 },
  { slug: 'button-input', failing: 'The button says the name that was typed', steps: 4 },
]

const bar = (page: Page) => page.getByRole('banner')

for (const { slug, failing, steps } of LESSONS) {
  test(`B2 B3 ${slug}: the start fails its check with a hint, the solution passes, and that is kept`, async ({
    page,
  }) => {
    await page.goto(`/learn/${slug}`)
    await expect(bar(page).getByText('Not checked yet')).toBeVisible()

    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(page.getByText(failing).first()).toBeVisible({ timeout: 30_000 })
    await expect(bar(page).getByText(new RegExp(`^\\d of ${steps} steps$`))).toBeVisible()

    await page.getByRole('button', { name: 'Solve' }).click()
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible({ timeout: 30_000 })

    await page.reload()
    await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible()
    await page.goto('/learn')
    await expect(page.getByText('Passed', { exact: true })).toHaveCount(1)
  })
}

test('B1 a lesson runs beside its text: the solved counter counts in its preview', async ({
  page,
}) => {
  await page.goto('/learn/counter')
  await page.getByRole('button', { name: 'Solve' }).click()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const preview = page.frameLocator('iframe[title="Preview"]')
  await preview.getByRole('button', { name: 'Add one' }).click({ timeout: 30_000 })
  await expect(preview.locator('output')).toHaveText('1')
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
  await page.locator('#workspace').scrollIntoViewIfNeeded()
  await expect(page.getByRole('tab', { name: 'counter.ts' })).toBeVisible({ timeout: 30_000 })
  await context.close()
})
