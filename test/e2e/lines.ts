/** The lines of a solution that are put in order: what the right order is, and hands that bring it about. */
import type { Locator, Page } from '@playwright/test'
import { findLesson } from '../../site/lib/lessons.ts'
import { cutPuzzle } from '../../site/lib/line-puzzle.ts'

type Puzzle = NonNullable<ReturnType<typeof cutPuzzle>>

export function puzzleOf(slug: string): Puzzle {
  const { start, solution, wrong } = findLesson(slug)!
  return cutPuzzle({ start: start.files, solution: solution.files, wrong })!
}

/** The place of each line from the top, with the bar as "bar". */
export const orderIn = (dialog: Locator) =>
  dialog
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => item.querySelector('code')?.textContent?.trim() ?? 'bar'),
    )

/** Brings the wanted line to each place with the button Move up; mistakes go below the bar. */
export async function sortByButtons(
  dialog: Locator,
  puzzle: Puzzle,
  press: (button: Locator) => Promise<void>,
): Promise<void> {
  const move = (at: number, way: RegExp) =>
    press(dialog.getByRole('listitem').nth(at).getByRole('button', { name: way }))
  const wanted = [...puzzle.answer.map(({ lines }) => trimmed(lines)), 'bar']
  for (const [place, text] of wanted.entries()) {
    for (;;) {
      const order = (await orderIn(dialog)).map((code) => code.replace(/\s+/g, ' '))
      const at = order.indexOf(text, place)
      if (at === place) break
      // The bar does not move: what stands above it and is not used goes down.
      if (text === 'bar') await move(at - 1, /^Move down/)
      else await move(at, /^Move up/)
    }
  }
}

const trimmed = (lines: readonly string[]) => lines.map((line) => line.trim()).join(' ')

/** A finger rests on the line at `from` until it can be carried, and puts it down at `to`. */
export async function carry(page: Page, dialog: Locator, from: number, to: number): Promise<void> {
  const boxOf = async (at: number) => (await dialog.getByRole('listitem').nth(at).boundingBox())!
  const [start, goal] = [await boxOf(from), await boxOf(to)]
  const touch = await page.context().newCDPSession(page)
  const x = start.x + 60
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x, y }],
    })
  const begin = start.y + start.height / 2
  const end = goal.y + goal.height / 2 + 8 * Math.sign(to - from)
  await send('touchStart', begin)
  // Until it has rested this long, a finger scrolls.
  await page.waitForTimeout(400)
  for (let step = 1; step <= 10; step++)
    await send('touchMove', begin + ((end - begin) * step) / 10)
  await send('touchEnd')
  await touch.detach()
}
