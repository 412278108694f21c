/** Holds back what a page asks for. */
import type { Page } from 'playwright-core'

/** Whatever fits `url` waits until the answer is called. */
export async function hold(page: Page, url: string): Promise<() => void> {
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route(url, async (route) => {
    await held
    await route.continue()
  })
  return () => go()
}
