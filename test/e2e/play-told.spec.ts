/** What is wrong, told once and where it belongs: problems, console, wire. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { expect, test } from '@playwright/test'
import {
  component,
  consoleOf,
  editorOf,
  goBehind,
  joined,
  openPlayground,
  previewOf,
  problemsOf,
  rewrite,
  run,
  takeSolution,
} from './playing.ts'

test('Problems lists what the editor underlines, types too, and forgets it when it is mended', async ({
  page,
}) => {
  await openPlayground(page)
  await rewrite(page, component('  count: number = 1\n', '<output>${this.count}</output>'))
  await run(page)
  await goBehind(page, 'count: number = ')
  await page.keyboard.press('Delete')
  await page.keyboard.type("'one'")
  await expect(problemsOf(page)).toContainText("Type 'string' is not assignable to type 'number'")
  await problemsOf(page).getByRole('button', { name: 'counter.ts:4:3' }).click()
  await expect(editorOf(page)).toBeFocused()
  await goBehind(page, "= 'one'")
  for (let letter = 0; letter < 5; letter += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('2')
  await expect(problemsOf(page)).toHaveText('No problems.')
})

test('typing half a line leaves nothing behind in the console, and Clear empties it', async ({
  page,
}) => {
  await openPlayground(page)
  await rewrite(
    page,
    component(
      "  count = 1\n  start() { console.log('started') }\n",
      '<output>${this.count}</output>',
    ),
  )
  await run(page)
  await expect(consoleOf(page)).toContainText('started')
  await goBehind(page, 'count = 1')
  await page.keyboard.type('\nbroken = this.no.such')
  await expect(problemsOf(page)).not.toHaveText('No problems.')
  await expect(page.getByText('Old: your newest code does not start')).toBeVisible()
  await rewrite(page, component('  count = 2\n', '<output>${this.count}</output>'))
  await expect(problemsOf(page)).toHaveText('No problems.')
  await expect(consoleOf(page).locator('[data-stream="err"]')).toHaveCount(0)
  await consoleOf(page).getByRole('button', { name: 'Clear' }).click()
  await expect(consoleOf(page)).toContainText('Nothing printed yet')
})

test('Stop says that the server is stopped, and nothing of a lost connection', async ({ page }) => {
  await openPlayground(page)
  await run(page)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByText('The server is stopped')).toBeVisible()
  await expect(previewOf(page).locator('html:not([data-telar="connected"])')).toBeAttached()
  await expect(page.getByText(/Connection lost|Connecting/)).toBeHidden()
})

test('a printed error shows the reader’s frames, which lead there; the engine’s fold', async ({
  page,
}) => {
  await openPlayground(page)
  await rewrite(
    page,
    component(
      "  fall() {\n    console.error(new Error('seen'))\n  }\n",
      '<button lv-click=${this.fall}>Fall</button>',
    ),
  )
  await run(page)
  await previewOf(page).getByRole('button', { name: 'Fall' }).click()
  await expect(consoleOf(page)).toContainText('Error: seen')
  const folded = consoleOf(page).locator('details')
  await expect(folded).toHaveCount(1)
  await expect(folded.locator('p').first()).toBeHidden()
  await folded.locator('summary').click()
  await expect(folded.locator('p').first()).toBeVisible()
  await consoleOf(page)
    .getByRole('button', { name: /^counter\.ts:5:\d+$/ })
    .click()
  await expect(editorOf(page)).toBeFocused()
})

test('after Solve the result of the check before it is gone', async ({ page }) => {
  await page.goto('/learn/counter')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const results = page.getByRole('region', { name: 'Check results' })
  await expect(results).toContainText('of 5 steps pass')
  await takeSolution(page)
  await expect(results).toBeHidden()
})

test('two visitors are told apart in the strip by name and colour, and the totals are those of its list', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await openPlayground(page)
  await run(page)
  await page.getByRole('button', { name: 'Second visitor' }).click()
  await joined(page, 'Preview 2')
  for (const title of ['Preview', 'Preview 2']) {
    await previewOf(page, title).getByRole('button').first().click()
  }
  const strip = page.getByRole('region', { name: 'The wire' })
  const clicks = (visitor: number) =>
    strip.getByRole('button', { name: new RegExp(`^click ?Visitor ${visitor}`) })
  await expect(clicks(1)).toHaveCount(1)
  await expect(clicks(2)).toHaveCount(1)
  const colour = (visitor: number) =>
    clicks(visitor)
      .getByText(`Visitor ${visitor}`)
      .evaluate((element) => getComputedStyle(element).color)
  expect(await colour(1)).not.toBe(await colour(2))
  await expect
    .poll(async () => {
      const ticks = await strip.locator('[data-direction] button').allTextContents()
      const ups = await strip.locator('li[data-direction="up"]').count()
      const downs = await strip.locator('li[data-direction="down"]').count()
      const sent = await strip.locator('span[data-direction="up"]').textContent()
      const received = await strip.locator('span[data-direction="down"]').textContent()
      return [
        ticks.length === ups + downs,
        sent?.startsWith(`sent ${ups} · `),
        received?.startsWith(`received ${downs} · `),
      ]
    })
    .toEqual([true, true, true])
})

test('a loop of awaits is named with its handler and line, told once in full, and an edit brings the page back', async ({
  page,
}) => {
  await openPlayground(page)
  await rewrite(
    page,
    component(
      '  done = false\n  async check() { return 1 }\n  async go() {\n    while (!this.done) await this.check()\n  }\n',
      '<button lv-click=${this.go}>Go</button>',
    ),
  )
  await run(page)
  await previewOf(page).getByRole('button', { name: 'Go' }).click()
  await expect(problemsOf(page)).toContainText('Page.go ran for 2 seconds')
  await expect(
    problemsOf(page).getByRole('button', { name: /^counter\.ts:[57]:\d+$/ }),
  ).toBeVisible()
  await goBehind(page, 'while (')
  await page.keyboard.type('false && ')
  await expect(problemsOf(page)).toHaveText('No problems.')
  await joined(page)
})
