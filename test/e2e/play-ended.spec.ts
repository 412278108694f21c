/** A server that stopped or ended, in Chromium: it says why, and one click starts it again. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { expect, type Page, test } from '@playwright/test'
import { component, consoleOf, joined, openPlayground, previewOf, rewrite, run } from './playing.ts'

const ending = (how: string) =>
  component(
    `  count = 0
  add() {
    this.count += 1
  }
  end() {
    ${how}
  }
`,
    '<button lv-click=${this.add}>Add</button><button lv-click=${this.end}>End</button><output>${this.count}</output>',
  )

async function addOnce(page: Page, count: string) {
  await previewOf(page).getByRole('button', { name: 'Add' }).click()
  await expect(previewOf(page).locator('output')).toHaveText(count)
}

/** A new visit begins with a new document: the old one may still say that it is connected. */
async function startAgain(page: Page) {
  const old = await page.locator('iframe[title="Preview"]').elementHandle()
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect.poll(() => old?.evaluate((frame) => frame.isConnected)).toBe(false)
  await joined(page)
}

test('Stop stops the server, and one click starts it again', async ({ page }) => {
  await openPlayground(page)
  await rewrite(page, ending(''))
  await run(page)
  await addOnce(page, '1')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByText('The server is stopped')).toBeVisible()
  await startAgain(page)
  await expect(page.getByText('The server is stopped')).toBeHidden()
  await addOnce(page, '1')
})

for (const [name, how, title, printed] of [
  [
    'a server that ended itself says so, and one click starts it again',
    'process.exit(3)',
    'The server ended',
    'code 3',
  ],
  [
    'a server that took more memory than there is says so, and one click starts it again',
    // With pauses: without any it is an endless loop, and told as one on a machine that is slow enough.
    'const kept = []; setInterval(() => kept.push(new Uint8Array(4_000_000).fill(1)), 5)',
    'The container ran out of memory',
    '512 MB',
  ],
] as const)
  test(name, { tag: ['@B7', '@server-ended'] }, async ({ page }) => {
    await openPlayground(page)
    await rewrite(page, ending(how))
    await run(page)
    await addOnce(page, '1')
    await previewOf(page).getByRole('button', { name: 'End' }).click()
    await expect(page.getByRole('alert').filter({ hasText: title })).toContainText(printed)
    await expect(consoleOf(page)).toContainText(printed)
    await startAgain(page)
    await expect(page.getByText(title)).toBeHidden()
    await addOnce(page, '1')
  })
