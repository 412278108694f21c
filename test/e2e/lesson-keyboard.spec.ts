/** Part 1 by keyboard alone: from the list through its lessons, each listed mistake made and mended, and the part's test. */
import { expect, type Page, test } from '@playwright/test'
import { lessonsOfPart, type Mistake, testOfPart, type Walk } from './course-walk.ts'
import {
  hears,
  hush,
  keepsFocus,
  listen,
  measure,
  predict,
  press,
  pressInPreview,
  tabTo,
  write,
} from './keyboard.ts'
import { editorOf, joined, previewOf } from './playing.ts'

const CHECK = 'Control+Shift+Enter'
// A walk is some hundred turns of one reader, each of which waits for the page.
test.setTimeout(900_000)

const results = (page: Page) => page.getByRole('region', { name: 'Check results' })
const bar = (page: Page) => page.getByRole('banner')
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

/** Checks by its keys, from wherever the focus is. */
async function passes(page: Page): Promise<void> {
  await hush(page)
  await page.keyboard.press(CHECK)
  await expect(results(page).getByRole('status').first()).toHaveText('All steps pass.')
  await hears(page, 'All steps pass.')
}

/** Checks, and is told by eye and by ear which step failed and why. */
async function fails(page: Page, { step, hint }: Mistake): Promise<void> {
  await hush(page)
  await page.keyboard.press(CHECK)
  const failed = results(page).locator(`[data-step="${step}"][data-state="failed"]`)
  await expect(failed.getByText(hint).first()).toBeVisible()
  await expect(results(page).locator('[data-state="failed"]')).toHaveCount(1)
  const title = await failed.locator('p').first().textContent()
  await hears(page, 'steps pass.')
  await hears(page, title!.replace(/\s+/g, ' ').trim(), hint)
}

for (const walk of [...lessonsOfPart(1), testOfPart(1)]) {
  test(`${walk.slug}: each of its ${walk.mistakes.length} listed mistakes is named with a hint, and mended it passes, by keyboard`, {
    tag: ['@B2', '@B3'],
  }, async ({ page }) => {
    await listen(page)
    await page.goto(`/learn/${walk.slug}`)
    await joined(page)
    await press(page, link(page, 'Skip to the workspace'))
    for (const mistake of walk.mistakes) {
      await test.step(mistake.name, async () => {
        await write(page, mistake.code)
        await fails(page, mistake)
        await expect(editorOf(page)).toBeFocused()
        await write(page, walk.solution)
        await passes(page)
      })
    }
    await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible()
  })
}

/** What a reader tries in the preview of each lesson once it is solved. */
const TRIES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async counter(page) {
    await pressInPreview(page, 'Add one')
    await expect(previewOf(page).locator('output')).toHaveText('2')
    await pressInPreview(page, 'Start again')
    await expect(previewOf(page).locator('output')).toHaveText('0')
  },
  async 'model-view-driver'(page) {
    await pressInPreview(page, 'Take back a roll')
    await expect(previewOf(page).getByText('Rolls: 1')).toBeVisible()
  },
  async clock(page) {
    const said = await previewOf(page).locator('time').textContent()
    await expect(previewOf(page).locator('time')).not.toHaveText(said!)
  },
  async 'button-input'(page) {
    await tabTo(page, previewOf(page).getByRole('textbox', { name: 'Your note' }))
    await page.keyboard.type('Two loaves')
    await pressInPreview(page, 'Send')
    await expect(previewOf(page).getByRole('listitem').last()).toHaveText('Two loaves')
  },
  async bytes(page) {
    await pressInPreview(page, 'Close the vote')
    await expect(previewOf(page).getByRole('button', { name: 'Open the vote' })).toBeFocused()
  },
}

/** From the top of a lesson until it is passed; the focus is in the editor then. */
async function doLesson(page: Page, walk: Walk): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: walk.title })).toBeVisible()
  await joined(page)
  for (const question of walk.questions.filter(({ of }) => of === 'start')) {
    const place = page.locator(`#predict-${question.id}`)
    await predict(page, place, question)
    await measure(page, place)
  }
  await write(page, walk.solution)
  await restart(page)
  for (const question of walk.questions.filter(({ of }) => of === 'solution')) {
    const place = page.locator(`#predict-${question.id}`)
    await predict(page, place, question)
    await measure(page, place)
  }
  await TRIES[walk.slug]!(page)
  await tabTo(page, editorOf(page))
  await passes(page)
}

/** What runs then is the code in the editor, and nothing is left of the session before. */
async function restart(page: Page): Promise<void> {
  const stopped = page.getByText('The server is stopped')
  await press(page, page.getByRole('button', { name: 'Stop', exact: true }))
  await expect(stopped).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Run', exact: true }))
  await expect(stopped).toBeHidden()
  await joined(page)
}

test('from the list through the five lessons of part 1, by keyboard alone', {
  tag: ['@B1', '@B2', '@B3'],
}, async ({ page }) => {
  await listen(page)
  const lessons = lessonsOfPart(1)
  await page.goto('/learn')
  await press(page, link(page, lessons[0]!.title))
  for (const [at, walk] of lessons.entries()) {
    await test.step(walk.slug, () => doLesson(page, walk))
    const next = lessons[at + 1]
    if (!next) break
    // Both ways that the site has: the link below the text, and its keys outside the editor.
    if (at % 2 === 0) await press(page, link(page, next.title))
    else {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Alt+PageDown')
    }
    await expect(page).toHaveURL(new RegExp(`/learn/${next.slug}$`))
  }
  await press(page, page.getByRole('link', { name: /^Lesson 5 of/ }))
  await expect(page).toHaveURL(/\/learn$/)
  await expect(page.getByText('Passed', { exact: true })).toHaveCount(5)
})

test('the test of part 1 is found in the list, failed, mended and passed, by keyboard alone', {
  tag: ['@B2', '@B3'],
}, async ({ page }) => {
  await listen(page)
  const walk = testOfPart(1)
  const [mistake] = walk.mistakes
  await page.goto('/learn')
  await press(page, page.locator(`main a[href="/learn/${walk.slug}"]`))
  await expect(page.getByRole('heading', { level: 1, name: walk.title })).toBeVisible()
  await joined(page)
  await write(page, mistake!.code)
  await fails(page, mistake!)
  await write(page, walk.solution)
  await tabTo(page, previewOf(page).getByRole('textbox', { name: 'Name' }))
  await page.keyboard.type('Ana')
  await pressInPreview(page, 'Take a number')
  await expect(previewOf(page).getByRole('listitem')).toHaveText('Ana')
  await press(page, page.getByRole('button', { name: 'Check', exact: true }))
  await expect(results(page)).toContainText('tested out')
  await press(page, page.locator('article').getByRole('link', { name: 'Lessons', exact: true }))
  await expect(page.getByText('Tested out', { exact: true })).toHaveCount(5)
})

test('a press in the preview that waits for its prediction gives the focus to the question and takes it back', {
  tag: ['@B2', '@B15', '@predict'],
}, async ({ page }) => {
  await listen(page)
  const walk = lessonsOfPart(1)[1]!
  const [question] = walk.questions
  await page.goto(`/learn/${walk.slug}`)
  await joined(page)
  await tabTo(page, page.locator(`#predict-${question!.id}`).getByRole('radio'))
  await pressInPreview(page, 'Evening: half price')
  const note = page.getByRole('dialog', { name: 'First a prediction' })
  await expect(note.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(note).toBeHidden()
  await pressInPreview(page, 'Evening: half price')
  await expect(note.getByRole('radio').first()).toBeFocused()
  await predict(page, note, question!)
  await measure(page, note)
  await press(page, note.getByRole('button', { name: 'Close' }))
  await expect(note).toBeHidden()
  await keepsFocus(page)
  await pressInPreview(page, 'Add a roll')
  await expect(previewOf(page).getByText('Rolls: 3')).toBeVisible()
})

test('Tab leaves the editor, or indents once Ctrl+M is pressed, and the page says which', async ({
  page,
}) => {
  await listen(page)
  await page.goto('/learn/counter')
  await write(page, 'let a')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Tab leaves the editor/ })).toBeFocused()
  await tabTo(page, editorOf(page))
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('button', { name: /^Tab indents/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(editorOf(page)).toBeFocused()
  await expect(page.locator('.view-lines')).toHaveText(/^let\sa\s+$/)
  await page.keyboard.press('Control+m')
  await page.keyboard.press('Shift+Tab')
  await expect(editorOf(page)).not.toBeFocused()
  await keepsFocus(page)
})

test('closed results, lines taken, a notice dismissed and a stopped server leave the focus where one goes on', {
  tag: ['@B3'],
}, async ({ page }) => {
  await listen(page)
  await page.goto('/learn/counter')
  await joined(page)
  const check = page.getByRole('button', { name: 'Check', exact: true })
  await press(page, check)
  await expect(results(page).locator('[data-state="failed"]')).toBeVisible()
  await press(page, results(page).getByRole('button', { name: 'Close the check' }))
  await expect(check).toBeFocused()
  await press(page, page.getByRole('button', { name: 'Solve' }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Take it' }))
  await expect(page.getByRole('button', { name: 'Solve' })).toBeFocused()
  await press(page, page.getByRole('button', { name: 'Bring mine back' }))
  await keepsFocus(page)
  await press(page, page.getByRole('button', { name: 'Stop', exact: true }))
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused()
})
