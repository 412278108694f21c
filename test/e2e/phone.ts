/** A reader with a phone: taps, switches between text and workspace, writes with the keyboard on the screen. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { Question } from './course-walk.ts'
import { editorOf, joined, previewOf } from './playing.ts'

export async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  return context.newPage()
}

/** The fixed switch of a lesson. */
export const look = (page: Page, at: 'Text' | 'Workspace') =>
  page.getByRole('navigation', { name: 'Text or workspace' }).getByRole('link', { name: at }).tap()

/** The tabs of the workspace. */
export const lookAt = async (page: Page, pane: 'Code' | 'Preview' | 'Console') => {
  await page.getByRole('tab', { name: pane }).tap()
  await expect(page.getByRole('tabpanel', { name: pane })).toBeInViewport()
}

/** Gives the right prediction in the text, or in the note over the preview. */
export async function predictByFinger(page: Page, place: Locator, question: Question) {
  const say = place.getByRole('button', { name: 'That is my prediction' })
  if (question.label !== undefined) {
    await place.getByRole('radio', { name: question.label, exact: true }).tap()
  } else if (question.measure === 'elements') {
    await place.getByRole('button', { name: 'Mark in the preview' }).tap()
    await look(page, 'Workspace')
    await lookAt(page, 'Preview')
    for (const tag of question.answer.split('+')) await previewOf(page).locator(tag).first().tap()
    await look(page, 'Text')
    await expect(place.getByRole('checkbox', { checked: true })).toHaveCount(
      question.answer.split('+').length,
    )
  } else {
    await place.locator('input').tap()
    await page.keyboard.insertText(question.answer)
  }
  await say.tap()
}

/** Has it measured; until the workspace was seen, nothing runs, and the question leads there. */
export async function measureByFinger(page: Page, place: Locator): Promise<void> {
  const act = place.getByRole('button', { name: /^(Press it|Type it|Watch now)$/ })
  const way = place.getByRole('link', { name: /see the workspace/ })
  await expect(act.or(way)).toBeVisible()
  if (await way.isVisible()) {
    await way.tap()
    await joined(page)
    await look(page, 'Text')
  }
  await act.tap()
  await expect(place.getByText('As you said.')).toBeVisible()
  await expect(place.getByText('As you said.')).toBeInViewport()
}

/** Letters in one place of the file: those before the caret, how many of them go, and what comes. */
export interface Edit {
  readonly behind: string
  readonly erase: number
  readonly write: string
}

/** Taps behind some letters of the open file and writes there. */
export async function edit(page: Page, { behind, erase, write }: Edit): Promise<void> {
  await lookAt(page, 'Code')
  const ready = page.locator('[data-editor="ready"]')
  if (!(await ready.isVisible())) await editorOf(page).tap()
  await expect(ready).toBeVisible()
  const { x, y } = await placeBehind(page, behind)
  await page.touchscreen.tap(x, y)
  await expect(editorOf(page)).toBeFocused()
  for (let left = erase; left > 0; left -= 1) await page.keyboard.press('Backspace')
  if (write) await page.keyboard.insertText(write)
}

/** Scrolls the file by finger until the letters can be tapped. */
async function placeBehind(page: Page, text: string): Promise<{ x: number; y: number }> {
  for (let swipes = 0; swipes < 20; swipes += 1) {
    const { pane, at } = await restingPlace(page, text)
    if (at) return at
    await swipe(page, pane, swipes < 10 ? -1 : 1)
  }
  throw new Error(`Expected “${text}” in the open file, received a file without it.`)
}

/** A swipe rolls on for a while, and a notice moves the file: the letters are where they stay. */
async function restingPlace(page: Page, text: string): Promise<ReturnType<typeof placeIn>> {
  const editor = page.locator('[data-editor="ready"]')
  let place = await editor.evaluate(placeIn, text)
  await expect
    .poll(async () => {
      const before = place
      place = await editor.evaluate(placeIn, text)
      return JSON.stringify(place) === JSON.stringify(before)
    })
    .toBe(true)
  return place
}

function placeIn(editor: Element, text: string) {
  const { x: left, top, bottom, width, height } = editor.getBoundingClientRect()
  const pane = { x: left + width / 2, top, height }
  for (const line of editor.querySelectorAll('.view-line')) {
    const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(text)
    const row = line.getBoundingClientRect()
    if (at < 0 || row.top < top || row.bottom > bottom) continue
    const letters = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    let rest = at + text.length
    for (let node = letters.nextNode() as Text | null; node; node = letters.nextNode() as Text) {
      if (rest <= node.length) {
        const range = new Range()
        range.setStart(node, rest - 1)
        range.setEnd(node, rest)
        const x = range.getBoundingClientRect().right
        return { pane, at: { x, y: (row.top + row.bottom) / 2 } }
      }
      rest -= node.length
    }
  }
  return { pane, at: undefined }
}

async function swipe(
  page: Page,
  { x, top, height }: { x: number; top: number; height: number },
  way: -1 | 1,
): Promise<void> {
  const touch = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x, y }],
    })
  const begin = top + height / 2 - (way * height) / 4
  await send('touchStart', begin)
  for (let step = 1; step <= 6; step += 1)
    await send('touchMove', begin + (way * height * step) / 12)
  await send('touchEnd')
  await touch.detach()
}
