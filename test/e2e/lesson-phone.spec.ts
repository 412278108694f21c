/** Parts 1 and 2 on a phone, by finger: read, predict, switch, run, check with a mistake, mend, pass, go on. */
import { expect, type Page, test } from '@playwright/test'
import { LAUNCH } from '../support/chromium.ts'
import { lessonsOfPart, testOfPart, type Walk } from './course-walk.ts'
import { carry, orderIn, puzzleOf, sortByButtons } from './lines.ts'
import {
  type Edit,
  edit,
  look,
  lookAt,
  measureByFinger,
  openPhone,
  predictByFinger,
} from './phone.ts'
import { joined, previewOf } from './playing.ts'

// In a frame with a process of its own, Chromium gives out the click of a tap that a test makes at a wrong place.
test.use({
  launchOptions: { ...LAUNCH, args: [...LAUNCH.args, '--disable-site-isolation-trials'] },
})
// A walk is some hundred turns of one reader, each of which waits for the page.
test.setTimeout(900_000)

const results = (page: Page) => page.getByRole('region', { name: 'Check results' })
const bar = (page: Page) => page.getByRole('banner')

/** A slip of a few letters in the right answer, the step that fails for it, and what mends it. */
interface Slip {
  readonly slip: readonly Edit[]
  readonly mend: readonly Edit[]
  readonly step: string
}

const SLIPS: Readonly<Record<string, Slip>> = {
  counter: {
    slip: [{ behind: 'this.count += 1', erase: 1, write: '2' }],
    mend: [{ behind: 'this.count += 2', erase: 1, write: '1' }],
    step: 'one-click-one',
  },
  'model-view-driver': {
    slip: [{ behind: 'this.rolls > ', erase: 0, write: '-1 + ' }],
    mend: [{ behind: 'this.rolls > -1 + ', erase: 5, write: '' }],
    step: 'never-below',
  },
  clock: {
    slip: [
      { behind: 'this.every', erase: 5, write: 'after' },
      { behind: '() => this.tick()', erase: 17, write: "'tick'" },
    ],
    mend: [
      { behind: 'this.after', erase: 5, write: 'every' },
      { behind: "1000, 'tick'", erase: 6, write: '() => this.tick()' },
    ],
    step: 'keeps-ticking',
  },
  'button-input': {
    slip: [{ behind: "this.note === '", erase: 0, write: ' ' }],
    mend: [{ behind: "this.note === ' ", erase: 1, write: '' }],
    step: 'nothing-to-send',
  },
  bytes: {
    slip: [{ behind: 'this.rye += 1', erase: 1, write: '2' }],
    mend: [{ behind: 'this.rye += 2', erase: 1, write: '1' }],
    step: 'votes-count',
  },
  'part-1-test': {
    slip: [{ behind: "this.name === '", erase: 0, write: ' ' }],
    mend: [{ behind: "this.name === ' ", erase: 1, write: '' }],
    step: 'clears-field',
  },
  places: {
    slip: [{ behind: '=== 0', erase: 0, write: " ? 'true' : 'false'" }],
    mend: [{ behind: "'false'", erase: 19, write: '' }],
    step: 'order-when-chosen',
  },
  conditions: {
    slip: [{ behind: 'this.count === 1', erase: 1, write: '9' }],
    mend: [{ behind: 'this.count === 9', erase: 1, write: '1' }],
    step: 'one',
  },
  rows: {
    slip: [{ behind: '=> item.id', erase: 2, write: 'name' }],
    mend: [{ behind: '=> item.name', erase: 4, write: 'id' }],
    step: 'twice',
  },
  escaping: {
    slip: [{ behind: '<div>${text', erase: 0, write: ".replace(/<[^>]*>/g, '')" }],
    mend: [{ behind: "'')", erase: 24, write: '' }],
    step: 'shown-as-typed',
  },
  looks: {
    slip: [{ behind: "'#colours')}>", erase: 13, write: ')}>' }],
    mend: [{ behind: 'toggle(', erase: 0, write: "'#colours'" }],
    step: 'opens-for-nothing',
  },
  'part-2-test': {
    slip: [{ behind: 'things.length < 2', erase: 1, write: '9' }],
    mend: [{ behind: 'things.length < 9', erase: 1, write: '2' }],
    step: 'sorts',
  },
}

/** What a reader tries by finger in the preview of a lesson once it is solved. */
const TRIES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  counter: (page) => tapInPreview(page, 'Add one', '1'),
  'model-view-driver': (page) => tapInPreview(page, 'Add a roll', 'Rolls: 3'),
  async 'button-input'(page) {
    await previewOf(page).getByRole('textbox', { name: 'Your note' }).tap()
    await page.keyboard.insertText('Two loaves')
    await tapInPreview(page, 'Send', 'Two loaves')
  },
  bytes: (page) => tapInPreview(page, 'Close the vote', 'The vote is closed.'),
  conditions: (page) => tapInPreview(page, 'Parcel arrives', '2 parcels'),
  looks: (page) => tapInPreview(page, 'Colours', 'gold'),
}

async function tapInPreview(page: Page, name: string, says: string): Promise<void> {
  await previewOf(page).getByRole('button', { name, exact: true }).tap()
  await expect(previewOf(page).getByText(says).first()).toBeVisible()
}

/** The result comes into view wherever Check was pressed. */
async function check(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Check', exact: true }).tap()
  await expect(results(page).getByText(/steps pass\.$/)).toBeInViewport()
}

async function fails(page: Page, step: string): Promise<void> {
  await check(page)
  const failed = results(page).locator(`[data-step="${step}"][data-state="failed"]`)
  // Its hint is the last paragraph.
  await expect(failed.locator('p').last()).toBeInViewport()
  await fits(page)
}

async function passes(page: Page): Promise<void> {
  await check(page)
  await expect(results(page).getByRole('status').first()).toHaveText('All steps pass.')
}

/** Nothing of the page has to be pushed sideways. */
const fits = async (page: Page) =>
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBeLessThanOrEqual(0)

async function takeSolution(page: Page): Promise<void> {
  await lookAt(page, 'Code')
  await page.getByRole('button', { name: 'Solve' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it' }).tap()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Two checks of the start fail, which is when its lines are offered. */
async function putLinesInOrder(page: Page, slug: string): Promise<void> {
  await check(page)
  await check(page)
  await results(page).getByRole('button', { name: 'Put the lines in order' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Put the lines in order' })
  await expect(dialog.getByRole('listitem').last()).toBeVisible()
  const before = await orderIn(dialog)
  await carry(page, dialog, 0, 1)
  await expect.poll(() => orderIn(dialog)).toEqual([before[1], before[0], ...before.slice(2)])
  await sortByButtons(dialog, puzzleOf(slug), (button) => button.tap())
  await dialog.getByRole('button', { name: 'Check the order' }).tap()
  await dialog.getByRole('button', { name: 'Put this into the editor' }).tap()
  await expect(page.getByText('The lines are in the editor.')).toBeVisible()
}

/** The failed step plays in the preview, which comes into view with what it says. */
async function showMe(page: Page): Promise<void> {
  await results(page).getByRole('button', { name: 'Show me' }).tap()
  await expect(page.getByText('The number should be 1 now.').first()).toBeInViewport()
  await expect(previewOf(page).locator('output')).toBeInViewport()
  await lookAt(page, 'Console')
}

async function reloadPreview(page: Page): Promise<void> {
  await lookAt(page, 'Preview')
  const before = await page.locator('iframe[title="Preview"]').elementHandle()
  await page.getByRole('button', { name: 'Reload preview' }).tap()
  await expect.poll(() => before!.evaluate((frame) => frame.isConnected)).toBe(false)
  await joined(page)
}

/** Run brings the preview; what runs then is the code in the editor, in a process of its own. */
async function restart(page: Page): Promise<void> {
  const stopped = page.getByText('The server is stopped')
  await lookAt(page, 'Preview')
  await page.getByRole('button', { name: 'Stop', exact: true }).tap()
  await expect(stopped).toBeVisible()
  await lookAt(page, 'Code')
  await page.getByRole('button', { name: 'Run', exact: true }).tap()
  await expect(page.locator('iframe[title="Preview"]')).toBeInViewport()
  await expect(stopped).toBeHidden()
  await joined(page)
}

/** Answers the questions about one state of the code, in the text. */
async function predictAll(page: Page, { questions }: Walk, of: 'start' | 'solution') {
  for (const question of questions) {
    if (question.of !== of) continue
    if (of === 'solution') await reloadPreview(page)
    await look(page, 'Text')
    const place = page.locator(`#predict-${question.id}`)
    await predictByFinger(page, place, question)
    await measureByFinger(page, place)
    await fits(page)
    await look(page, 'Workspace')
  }
}

async function doLesson(page: Page, walk: Walk): Promise<void> {
  const { slug, title } = walk
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeInViewport()
  await fits(page)
  await predictAll(page, walk, 'start')
  await look(page, 'Workspace')
  await joined(page)
  if (slug === 'counter') await putLinesInOrder(page, slug)
  else await takeSolution(page)
  await restart(page)
  await predictAll(page, walk, 'solution')
  await reloadPreview(page)
  await TRIES[slug]?.(page)
  const { slip, mend, step } = SLIPS[slug]!
  for (const one of slip) await edit(page, one)
  await fails(page, step)
  if (slug === 'counter') await showMe(page)
  for (const one of mend) await edit(page, one)
  await passes(page)
}

for (const number of [1, 2]) {
  test(`part ${number} on a phone, from the list to its end`, {
    tag: ['@B1', '@B2', '@B3'],
  }, async ({ browser }) => {
    const page = await openPhone(browser)
    const lessons = lessonsOfPart(number)
    await page.goto('/learn')
    await page.getByRole('link', { name: lessons[0]!.title, exact: true }).tap()
    for (const [at, walk] of lessons.entries()) {
      await test.step(walk.slug, () => doLesson(page, walk))
      const next = lessons[at + 1]
      await look(page, 'Text')
      if (!next) break
      await page.getByRole('link', { name: next.title, exact: true }).tap()
      await expect(page).toHaveURL(new RegExp(`/learn/${next.slug}$`))
    }
    await bar(page).getByRole('button', { name: 'All lessons' }).tap()
    await page.getByRole('link', { name: 'Overview of the course' }).tap()
    await expect(page.getByText('Passed', { exact: true })).toHaveCount(lessons.length)
    await page.context().close()
  })

  test(`the test of part ${number} on a phone`, { tag: ['@B2', '@B3'] }, async ({ browser }) => {
    const page = await openPhone(browser)
    const walk = testOfPart(number)
    await page.goto('/learn')
    await page.locator(`main a[href="/learn/${walk.slug}"]`).tap()
    await doLesson(page, walk)
    await expect(results(page)).toContainText('tested out')
    await look(page, 'Text')
    await page.locator('article').getByRole('link', { name: 'Lessons', exact: true }).tap()
    await expect(page.getByText('Tested out', { exact: true })).toHaveCount(5)
    await page.context().close()
  })
}

test('a press in the preview that waits for its prediction asks over it, and a finger answers', {
  tag: ['@B2', '@B15', '@predict'],
}, async ({ browser }) => {
  const page = await openPhone(browser)
  const walk = lessonsOfPart(1)[1]!
  const [question] = walk.questions
  await page.goto(`/learn/${walk.slug}`)
  await page.locator(`#predict-${question!.id}`).scrollIntoViewIfNeeded()
  await look(page, 'Workspace')
  await joined(page)
  await lookAt(page, 'Preview')
  await previewOf(page).getByRole('button', { name: 'Evening: half price' }).tap()
  const note = page.getByRole('dialog', { name: 'First a prediction' })
  await expect(note).toBeInViewport({ ratio: 1 })
  await predictByFinger(page, note, question!)
  await note.getByRole('button', { name: 'Press it' }).tap()
  await expect(note.getByText('As you said.')).toBeInViewport()

  // What comes into it late, as a drawn frame may, moves it up, never out of the window.
  await note.evaluate((element) => {
    const late = document.createElement('p')
    late.style.height = '20rem'
    element.prepend(late)
  })
  await expect(note).toBeInViewport({ ratio: 1 })
  await note.getByRole('button', { name: 'Close' }).tap()
  await expect(note).toBeHidden()
  await page.context().close()
})

test('elements can be marked from the list, also in a preview that was loaded behind the text', {
  tag: ['@B2', '@predict'],
}, async ({ browser }) => {
  const page = await openPhone(browser)
  await page.goto('/learn/addresses')
  const place = page.locator('#predict-what-changes')
  await look(page, 'Workspace')
  await joined(page)
  await lookAt(page, 'Preview')
  const before = await page.locator('iframe[title="Preview"]').elementHandle()
  await page.getByRole('button', { name: 'Reload preview' }).tap()
  await look(page, 'Text')
  await expect.poll(() => before!.evaluate((frame) => frame.isConnected)).toBe(false)
  await place.getByRole('button', { name: 'Mark in the preview' }).tap()
  const boxes = place.getByRole('checkbox')
  await expect(boxes.and(page.getByLabel(/^button/)).first()).toBeVisible({ timeout: 15_000 })
  const count = await boxes.count()
  await boxes.first().check()
  await expect(place.getByText('1 element marked')).toBeVisible()

  // What is marked in a page that goes is gone; the list of the next one comes by itself.
  await look(page, 'Workspace')
  await page.getByRole('button', { name: 'Reload preview' }).tap()
  await look(page, 'Text')
  await expect(place.getByText('Nothing is marked')).toBeVisible()
  await expect(boxes).toHaveCount(count)
  await page.context().close()
})

test('a preview that does not run is named where its elements would be listed', {
  tag: ['@B2', '@predict'],
}, async ({ browser }) => {
  const page = await openPhone(browser)
  await page.goto('/learn/addresses')
  const place = page.locator('#predict-what-changes')
  await look(page, 'Workspace')
  await joined(page)
  await look(page, 'Text')
  await place.getByRole('button', { name: 'Mark in the preview' }).tap()
  const boxes = place.getByRole('checkbox')
  await expect(boxes.first()).toBeVisible()
  await look(page, 'Workspace')
  await page.getByRole('button', { name: 'Stop', exact: true }).tap()
  await look(page, 'Text')
  await expect(
    place.getByText('The preview isn’t running, so there is nothing to mark.'),
  ).toBeVisible()
  await expect(boxes).toHaveCount(0)
  await place.getByRole('button', { name: 'Run', exact: true }).tap()
  await expect(boxes.first()).toBeVisible()
  await page.context().close()
})
