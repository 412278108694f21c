/** How long a reader waits in the playground: from Run to the first preview (aim: 1.5 s in the middle), from an edit to the changed one (aim: 700 ms). */
import type { Browser } from 'playwright-core'
import { goBehind, openPlayground, run } from '../../test/e2e/playing.ts'
import { launchChromium } from '../../test/support/chromium.ts'
import { type Measured, measured } from '../report.ts'
import { startWatch, waitedFor } from './stopwatch.ts'

const RUNS = 20

export async function readerRows(origin: string): Promise<Measured[]> {
  const browser = await launchChromium()
  try {
    return [
      measured('reader', 'Run → first preview', 'ms', await firstPreviews(browser, origin)),
      measured('reader', 'edit → changed preview', 'ms', await changedPreviews(browser, origin)),
    ]
  } finally {
    await browser.close()
  }
}

/** Each is a reader of its own, who opens the page anew. */
async function firstPreviews(browser: Browser, origin: string): Promise<number[]> {
  const waits: number[] = []
  for (let at = 0; at < RUNS; at += 1) {
    const context = await browser.newContext({ baseURL: origin })
    const page = await context.newPage()
    await startWatch(page)
    await openPlayground(page)
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    waits.push(await waitedFor(page, 'Add 1'))
    await context.close()
  }
  return waits
}

async function changedPreviews(browser: Browser, origin: string): Promise<number[]> {
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
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
  await context.close()
  return waits
}
