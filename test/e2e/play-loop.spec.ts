/** A handler that never ends, in Chromium. Alone: what must come in time is held up by nobody else's work. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { expect, type Page, test } from '@playwright/test'
import {
  component,
  consoleOf,
  goBehind,
  joined,
  openPlayground,
  previewOf,
  problemsOf,
  rewrite,
  run,
  windowOf,
} from './playing.ts'

const SPINNING = component(
  `  said = 0
  spin() {
    for (;;) {}
  }
  say() {
    this.said += 1
  }
`,
  '<button lv-click=${this.spin}>Spin</button><button lv-click=${this.say}>Say</button><output>${this.said}</output>',
)

const banner = (page: Page) => page.getByText('A handler did not end')

async function openSpinning(page: Page) {
  await openPlayground(page)
  await rewrite(page, SPINNING)
  await run(page)
}

const spin = (page: Page) => previewOf(page).getByRole('button', { name: 'Spin' }).click()

async function sayOnce(page: Page, said: string) {
  await joined(page)
  await previewOf(page).getByRole('button', { name: 'Say' }).click()
  await expect(previewOf(page).locator('output')).toHaveText(said)
}

test('a handler that never ends: the console names component, handler and line; an edit brings the page back', {
  tag: ['@B7', '@endless-loop'],
}, async ({ page }) => {
  await openSpinning(page)
  await sayOnce(page, '1')
  await spin(page)
  const since = Date.now()
  const line = consoleOf(page).locator('p', { hasText: 'Page.spin ran for 2 seconds' })
  await Promise.all([
    expect(banner(page)).toBeVisible(),
    expect(line).toContainText(/at counter\.ts:6/),
    expect(line.getByRole('button', { name: /^counter\.ts:6:\d+$/ })).toBeVisible(),
    expect(problemsOf(page)).toContainText('Page · spin'),
  ])
  console.log(`a handler that never ends: named after ${Date.now() - since} ms (aim: 6 s)`)
  await goBehind(page, 'for (;')
  await page.keyboard.type('false')
  await expect(banner(page)).toBeHidden()
  await expect(problemsOf(page)).toHaveText('No problems.')
  await sayOnce(page, '2')
})

test('after a handler that never ends one click starts the server again', {
  tag: ['@B7', '@server-ended'],
}, async ({ page }) => {
  await openSpinning(page)
  await spin(page)
  await expect(banner(page)).toBeVisible()
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect(banner(page)).toBeHidden()
  await sayOnce(page, '1')
})

test('a preview whose server died comes back at the word of the page around it, not at its own next try', {
  tag: ['@B5'],
}, async ({ page }) => {
  await openSpinning(page)
  const inside = await windowOf(page)
  // No timer goes off in the preview any more, so no next try ever comes.
  await inside.evaluate(() => {
    Object.assign(globalThis, { setTimeout: () => 0 })
  })
  await spin(page)
  await expect(banner(page)).toBeVisible()
  await goBehind(page, 'for (;')
  await page.keyboard.type('false')
  await expect(banner(page)).toBeHidden()
  await joined(page)
})
