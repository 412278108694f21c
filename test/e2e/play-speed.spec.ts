/** How long a reader waits: from Run to the first preview, from an edit to the changed one. Reports, not bounds: machines differ. */
import { expect, test } from '@playwright/test'
import { goBehind, openPlayground, previewOf, run } from './playing.ts'

const RUNS = 20

test.setTimeout(300_000)

test('20 readers press Run: the wait for the first preview is printed (aim: 1.5 s in the middle)', async ({
  browser,
}) => {
  const waits: number[] = []
  for (let at = 0; at < RUNS; at += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await openPlayground(page)
    const from = Date.now()
    await run(page)
    await previewOf(page).getByRole('button', { name: 'Add 1' }).waitFor()
    waits.push(Date.now() - from)
    await context.close()
  }
  tell('Run → first preview', waits)
  expect(waits).toHaveLength(RUNS)
})

test('20 edits: the wait for the changed preview is printed (aim: 700 ms in the middle)', async ({
  page,
}) => {
  await openPlayground(page)
  await run(page)
  await previewOf(page).getByRole('button', { name: 'Add 1' }).waitFor()
  await goBehind(page, 'const step = 1')
  const waits: number[] = []
  for (let at = 0; at < RUNS; at += 1) {
    const digit = String((at % 8) + 2)
    await page.keyboard.press('Backspace')
    const from = Date.now()
    await page.keyboard.type(digit)
    await previewOf(page)
      .getByRole('button', { name: `Add ${digit}`, exact: true })
      .waitFor()
    waits.push(Date.now() - from)
  }
  tell('edit → changed preview', waits)
  expect(waits).toHaveLength(RUNS)
})

const middle = (waits: readonly number[]) =>
  [...waits].sort((one, other) => one - other)[Math.floor(waits.length / 2)]!

function tell(what: string, waits: readonly number[]) {
  const most = Math.max(...waits)
  console.log(`${what}: p50 ${middle(waits)} ms, slowest ${most} ms, over ${waits.length} runs`)
}
