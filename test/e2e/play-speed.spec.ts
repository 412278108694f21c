/** How long a reader waits: from Run to the first preview, from an edit to the changed one. */
import { expect, test } from '@playwright/test'
import { goBehind, openPlayground, run } from './playing.ts'
import { startWatch, waitedFor } from './stopwatch.ts'

const RUNS = 20
// What is printed is the report. The bounds only catch what makes everyone wait twice as long, on any machine.
const RUN_BOUND = 3000
const EDIT_BOUND = 1400

test.setTimeout(300_000)

test('20 readers press Run: the wait for the first preview is printed (aim: 1.5 s in the middle)', async ({
  browser,
}) => {
  const waits: number[] = []
  for (let at = 0; at < RUNS; at += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await startWatch(page)
    await openPlayground(page)
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    waits.push(await waitedFor(page, 'Add 1'))
    await context.close()
  }
  expect(tell('Run → first preview', waits)).toBeLessThan(RUN_BOUND)
})

test('20 edits: the wait for the changed preview is printed (aim: 700 ms in the middle)', async ({
  page,
}) => {
  await startWatch(page)
  await openPlayground(page)
  await run(page)
  await goBehind(page, 'const step = 1')
  const waits: number[] = []
  for (let at = 0; at < RUNS; at += 1) {
    const digit = String((at % 8) + 2)
    await page.keyboard.press('Backspace')
    await page.keyboard.type(digit)
    waits.push(await waitedFor(page, `Add ${digit}`))
  }
  expect(tell('edit → changed preview', waits)).toBeLessThan(EDIT_BOUND)
})

/** Prints the waits and gives the one in the middle. */
function tell(what: string, waits: readonly number[]): number {
  const sorted = waits.map(Math.round).sort((one, other) => one - other)
  const middle = sorted[Math.floor(sorted.length / 2)]!
  console.log(
    `${what}: p50 ${middle} ms, slowest ${sorted.at(-1)} ms, over ${sorted.length} runs (${sorted.join(' ')})`,
  )
  return middle
}
