/** Reads waits off the pages' own clocks: a test runner's looks come up to a second apart. */
import { expect, type Page } from '@playwright/test'
import { previewOf } from '../../test/e2e/playing.ts'

/** Notes in each page that opens from now on when keys and buttons were pressed, and when what is looked for stood there. */
export async function startWatch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const now = () => performance.timeOrigin + performance.now()
    const stood: [words: string, at: number][] = []
    let pressed = 0
    for (const kind of ['click', 'keydown'])
      addEventListener(kind, () => (pressed = now()), { capture: true })
    // What a button says counts once the page has joined: a press before that is nobody's.
    const look = () => {
      if (document.documentElement?.dataset.telar !== 'connected') return
      const words = document.querySelector('button')?.textContent?.trim() ?? ''
      if (stood.at(-1)?.[0] !== words) stood.push([words, now()])
    }
    new MutationObserver(look).observe(document, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    })
    Object.assign(globalThis, { stopwatch: { pressed: () => pressed, stood } })
  })
}

/** Milliseconds from the last press in the page until the preview's first button said `words`. */
export async function waitedFor(page: Page, words: string): Promise<number> {
  const preview = previewOf(page).locator('html[data-telar="connected"]')
  await expect(preview.getByRole('button', { name: words, exact: true })).toBeVisible({
    timeout: 20_000,
  })
  const pressed = await page.evaluate(() => (globalThis as Watched).stopwatch.pressed())
  const at = await preview.evaluate(
    (_, wanted) =>
      (globalThis as Watched).stopwatch.stood.findLast(([said]) => said === wanted)![1],
    words,
  )
  return at - pressed
}

type Watched = typeof globalThis & {
  stopwatch: { pressed(): number; stood: [words: string, at: number][] }
}
