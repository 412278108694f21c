/** A reader with a keyboard alone: goes by Tab, presses what has the focus, hears what a screen reader is told. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Question } from './course-walk.ts'
import { editorOf, previewOf } from './playing.ts'

/** More stops than any way in a lesson has: who needs more has lost the way. */
const MAX_STOPS = 160

type Ears = Window & { heard: string[]; hadFocus: boolean }

/** Notes in each page that opens from now on what its live regions say, and whether anything has had the focus. */
export async function listen(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    const REGIONS = '[role="status"],[role="alert"],[aria-live="polite"],[aria-live="assertive"]'
    const heard: string[] = []
    const said = new WeakMap<Element, string>()
    // A region that comes together with its words is not announced; words that come into one are.
    const hear = (records: readonly MutationRecord[]) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        const region = element?.closest(REGIONS)
        if (!region || region.getClientRects().length === 0) continue
        const words = region.textContent.replace(/\s+/g, ' ').trim()
        if (words && said.get(region) !== words) heard.push(words)
        said.set(region, words)
      }
    }
    new MutationObserver(hear).observe(document, {
      characterData: true,
      childList: true,
      subtree: true,
    })
    Object.assign(window, { heard, hadFocus: false })
    addEventListener('focusin', () => Object.assign(window, { hadFocus: true }))
  })
}

/** Waits until a live region has said all of these in one breath since the last `hush`. */
export async function hears(page: Page, ...words: string[]): Promise<void> {
  const heard = () => page.evaluate(() => (window as unknown as Ears).heard)
  await expect
    .poll(async () => (await heard()).some((said) => words.every((word) => said.includes(word))), {
      message: `Expected a live region to say ${words.join(' and ')}.`,
    })
    .toBe(true)
}

/** Forgets what was heard so far. */
export const hush = (page: Page) =>
  page.evaluate(() => {
    ;(window as unknown as Ears).heard.length = 0
  })

/** Goes by Tab, or back by Shift+Tab, until `wanted` has the focus; gives the number of stops. */
export async function tabTo(page: Page, wanted: Locator): Promise<number> {
  await keepsFocus(page)
  await expect(wanted.first()).toBeAttached()
  const key = await wayTo(page, wanted.first())
  const passed: string[] = []
  for (let stops = 0; stops <= MAX_STOPS; stops += 1) {
    if (await hasFocus(page, wanted)) return stops
    await page.keyboard.press(key)
    passed.push(await focused(page))
  }
  throw new Error(
    `Expected ${wanted} within ${MAX_STOPS} presses of ${key}, received ${passed.join(' → ')}.`,
  )
}

/** Goes there and presses it. */
export async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press(key)
}

/** What had the focus has not gone without giving it on. */
export const keepsFocus = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          const { hadFocus } = window as unknown as Ears
          return !hadFocus || document.activeElement !== document.body
        }),
      { message: 'Expected something to have the focus, received a page without.' },
    )
    .toBe(true)

/** Whether the focus is in one of these elements' own page, and on it. */
async function hasFocus(page: Page, wanted: Locator): Promise<boolean> {
  const where = await wanted.evaluateAll((elements) =>
    elements.includes(document.activeElement as never) ? (window === top ? 'page' : 'frame') : '',
  )
  return where === 'page' || (where === 'frame' && (await focused(page)).startsWith('IFRAME'))
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    const words = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
    return `${activeElement?.tagName} ${words.trim().slice(0, 30)}`
  })

/** A frame lies where its element does. */
async function wayTo(page: Page, wanted: Locator): Promise<'Tab' | 'Shift+Tab'> {
  const frame = await (await wanted.elementHandle())?.ownerFrame()
  const isFramed = frame && frame !== page.mainFrame()
  const place = isFramed ? await frame.frameElement() : (await wanted.elementHandle())!
  return place.evaluate((element) => {
    const here = document.activeElement ?? document.body
    const isBefore = here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
    return isBefore ? 'Shift+Tab' : 'Tab'
  })
}

/** Goes into the editor and writes `text` in place of all that stands there, as a paste does. */
export async function write(page: Page, text: string): Promise<void> {
  await tabTo(page, editorOf(page))
  await expect(page.locator('[data-editor="ready"]')).toBeVisible()
  await expect(editorOf(page)).toBeFocused()
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  const lines = page.locator('.view-lines')
  await expect(lines).toHaveText('')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(lines).not.toHaveText('')
}

/** Gives the right prediction in the text, or in the note beside a press, which asks the same. */
export async function predict(page: Page, place: Locator, question: Question): Promise<void> {
  const say = place.getByRole('button', { name: 'That is my prediction' })
  if (question.label !== undefined) {
    await choose(page, place, question.label)
    await press(page, say)
  } else if (question.measure === 'elements') {
    await press(page, place.getByRole('button', { name: 'Mark in the preview' }))
    for (const tag of question.answer.split('+'))
      await press(page, place.getByRole('checkbox', { name: new RegExp(`^${tag}\\b`) }), 'Space')
    await press(page, say)
  } else {
    await tabTo(page, place.locator('input'))
    await page.keyboard.type(question.answer)
    await page.keyboard.press('Enter')
  }
  await keepsFocus(page)
}

/** Has the prediction measured, and reads whether it was right. */
export async function measure(page: Page, place: Locator): Promise<void> {
  await hush(page)
  await press(page, place.getByRole('button', { name: /^(Press it|Type it|Watch now)$/ }))
  await expect(place.getByText('As you said.')).toBeVisible()
  await hears(page, 'As you said.')
  const holdsFocus = () => place.evaluate((element) => element.contains(document.activeElement))
  await expect.poll(holdsFocus, { message: 'Expected the question to keep the focus.' }).toBe(true)
}

/** A group of radios is one stop; the arrows choose in it. */
async function choose(page: Page, place: Locator, label: string): Promise<void> {
  const radios = place.getByRole('radio')
  const wanted = place.getByRole('radio', { name: label, exact: true })
  await press(page, radios, 'Space')
  for (let left = await radios.count(); left > 0 && !(await wanted.isChecked()); left -= 1)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
}

/** Presses a button of the preview. */
export async function pressInPreview(page: Page, name: string): Promise<void> {
  await press(page, previewOf(page).getByRole('button', { name, exact: true }))
}
