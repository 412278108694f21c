/** How long a reader waits: in the playground from Run to the first preview (aim: 1.5 s in the middle) and from an edit to the changed one (aim: 700 ms), in a lesson from opening it until a press moves something in its preview (aim: 2 s). */
import type { Browser } from 'playwright-core'
import { goBehind, openPlayground, previewOf, run } from '../../test/e2e/playing.ts'
import { launchChromium } from '../../test/support/chromium.ts'
import { type Measured, measured } from '../report.ts'
import { startWatch, waitedFor } from './stopwatch.ts'

const RUNS = 20
const OPENINGS = 5

export async function readerRows(origin: string): Promise<Measured[]> {
  const browser = await launchChromium()
  try {
    return [
      measured('reader', 'Run → first preview', 'ms', await firstPreviews(browser, origin)),
      measured('reader', 'edit → changed preview', 'ms', await changedPreviews(browser, origin)),
      ...(await lessonRows(browser, origin)),
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

/** Each is a reader of its own again. The press comes as soon as the page in the preview can answer it. */
async function lessonRows(browser: Browser, origin: string): Promise<Measured[]> {
  const joined: number[] = []
  const moved: number[] = []
  for (let at = 0; at < OPENINGS; at += 1) {
    const context = await browser.newContext({ baseURL: origin })
    const page = await context.newPage()
    await page.addInitScript(pressOnceJoined, 'Add a roll')
    await page.goto('/learn/model-view-driver')
    const opened = await page.evaluate(() => performance.timeOrigin)
    const preview = previewOf(page).locator('html[data-moved]')
    await preview.waitFor({ state: 'attached' })
    const { dataset } = await preview.evaluate(({ dataset }) => ({ dataset: { ...dataset } }))
    joined.push(Number(dataset.joined) - opened)
    moved.push(Number(dataset.moved) - opened)
    await context.close()
  }
  return [
    measured('reader', 'lesson opened → preview joined', 'ms', joined),
    measured('reader', 'lesson opened → a press moves it', 'ms', moved),
  ]
}

/** Runs in each page that opens: the one in the preview notes on itself when it joined, and when a press had changed it. */
function pressOnceJoined(name: string) {
  if (window === top) return
  const now = () => String(performance.timeOrigin + performance.now())
  let before: string | undefined
  const look = () => {
    const { dataset } = document.documentElement
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === name,
    )
    if (dataset.telar !== 'connected' || !button || dataset.moved) return
    if (before === undefined) {
      dataset.joined = now()
      before = document.body.textContent
      button.click()
    } else if (document.body.textContent !== before) dataset.moved = now()
  }
  new MutationObserver(look).observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  })
}
