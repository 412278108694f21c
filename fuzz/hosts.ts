/** The two places where the property runs: a page of Chromium, and Node with windows of jsdom. */
import { JSDOM } from 'jsdom'
import type { Browser } from 'playwright-core'
import type { RunOptions, RunResult } from './dom/run.ts'
import type { MakeWindow } from './dom/windows.ts'

interface Bundle {
  runInPage(options: RunOptions): Promise<RunResult>
  run(options: RunOptions, makeWindow: MakeWindow): Promise<RunResult>
  tabWindow(window: Window & typeof globalThis, hasLayout: boolean): ReturnType<MakeWindow>
}

/** In a fresh page, so that each share has its own table of templates. */
export async function runInChromium(
  browser: Browser,
  bundle: string,
  options: RunOptions,
): Promise<RunResult> {
  const page = await browser.newPage()
  try {
    await page.setContent('<!doctype html><title>fuzz</title>')
    await page.addScriptTag({ content: bundle })
    return await page.evaluate(
      (given) => (globalThis as unknown as { telarFuzz: Bundle }).telarFuzz.runInPage(given),
      options,
    )
  } finally {
    await page.close()
  }
}

export async function runInNode(bundle: string, options: RunOptions): Promise<RunResult> {
  const { run, tabWindow } = new Function(`${bundle};return telarFuzz`)() as Bundle
  const made: JSDOM[] = []
  try {
    return await run(options, () => {
      const dom = new JSDOM('<!doctype html>', {
        runScripts: 'outside-only',
        pretendToBeVisual: false,
      })
      made.push(dom)
      // What browsers have and jsdom lacks.
      Object.assign(dom.window, {
        TextDecoder,
        TextEncoder,
        CSS: { escape: (name: string) => name },
      })
      return tabWindow(dom.window as unknown as Window & typeof globalThis, false)
    })
  } finally {
    for (const dom of made) dom.window.close()
  }
}
