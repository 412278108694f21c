/** Where code runs: with no sandbox on the machine, and with StackBlitz to choose or out of reach. */
import { expect, type Page } from '@playwright/test'
import { goBehind, joined, openPlayground, previewOf } from './playing.ts'
import { programFolder, test } from './site-process.ts'

const STACKBLITZ = 'https://stackblitz.com/**'

const runButton = (page: Page) => page.getByRole('button', { name: 'Run', exact: true })

async function counts(page: Page) {
  await expect(page.locator('iframe[title="Preview"]')).toBeVisible()
  await joined(page)
  await previewOf(page).getByRole('button', { name: 'Add 1' }).click()
  await expect(previewOf(page).locator('output')).toHaveText('1')
}

test('without a sandbox own code runs only after the reader agreed, with what does not hold listed', {
  tag: ['@B11', '@no-sandbox'],
}, async ({ sites, page }) => {
  const { origin } = await sites.start({ PATH: programFolder({}) })
  await openPlayground(page, `${origin}/playground`)
  await runButton(page).click()
  await expect(page.getByRole('heading', { name: 'Run your own code here?' })).toBeVisible()
  await expect(page.getByText('The code can reach the network')).toBeVisible()
  await expect(page.locator('iframe[title="Preview"]')).toHaveCount(0)
  await page.getByRole('button', { name: 'It is my own code, run it' }).click()
  await counts(page)
})

test('without a sandbox code from a link does not run: the page says so and Run is off', {
  tag: ['@B11', '@no-sandbox'],
}, async ({ sites, page, browser }) => {
  const { origin } = await sites.start({ PATH: programFolder({}) })
  await openPlayground(page, `${origin}/playground`)
  await goBehind(page, 'const step = 1')
  await page.keyboard.type('5')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  const fresh = await browser.newContext()
  const other = await fresh.newPage()
  await openPlayground(other, link)
  await expect(other.getByRole('heading', { name: 'This code does not run here' })).toBeVisible()
  await expect(other.getByText('stays as text')).toBeVisible()
  await expect(runButton(other)).toBeDisabled()
  // The keys run nothing either.
  await goBehind(other, 'const step = 15')
  await other.keyboard.press('ControlOrMeta+Enter')
  await expect(other.getByRole('heading', { name: 'This code does not run here' })).toBeVisible()
  await expect(other.locator('iframe')).toHaveCount(0)
  await fresh.close()
})

test('with TELAR_HOST=auto and no way to StackBlitz there is no choice, and Run works', async ({
  sites,
  page,
}) => {
  const { origin } = await sites.start({ TELAR_HOST: 'auto' })
  const refused = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('stackblitz'),
  )
  await page.route(STACKBLITZ, (route) => route.abort('internetdisconnected'))
  await openPlayground(page, `${origin}/playground`)
  await refused
  await expect(page.getByText('Nothing runs yet')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Where it runs' })).toHaveCount(0)
  await runButton(page).click()
  await counts(page)
})

test('with TELAR_HOST=auto and StackBlitz in reach the page offers both, and this server runs when chosen', async ({
  sites,
  page,
}) => {
  const { origin } = await sites.start({ TELAR_HOST: 'auto' })
  await page.route(STACKBLITZ, (route) => route.fulfill({ body: '' }))
  await openPlayground(page, `${origin}/playground`)
  const choice = page.getByRole('group', { name: 'Where it runs' })
  await choice.getByRole('radio', { name: 'In your browser, by StackBlitz' }).check()
  await choice.getByRole('radio', { name: 'On this server' }).check()
  await runButton(page).click()
  await counts(page)
  await expect(choice).toHaveCount(0)
})
