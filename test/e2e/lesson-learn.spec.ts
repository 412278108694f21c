/** What a lesson does around its check: old results, other languages, the diff, lines in order, after passing, review, tests of parts, the file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import AxeBuilder from 'axe-core'
import { carry, orderIn, puzzleOf, sortByButtons } from './lines.ts'
import { comeNear, editorOf, openPage, previewOf, rewrite } from './playing.ts'

const LESSON = join(import.meta.dirname, '../../lessons/01-counter')
const read = (file: string) => readFileSync(join(LESSON, file), 'utf8')
const SOLUTION = read('solution/counter.ts')
const WRONG = read('wrong/adds-two/counter.ts')

const resultsOf = (page: Page) => page.getByRole('region', { name: 'Check results' })
const bar = (page: Page) => page.getByRole('banner')

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(resultsOf(page).getByText(/steps pass\.$/)).toBeVisible()
}

/** Puts `text` into the open file. */
async function write(page: Page, text: string): Promise<void> {
  await comeNear(page)
  await rewrite(page, text)
}

async function solve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Solve' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** What axe finds in the part of the page that this file is about. */
const violations = async (page: Page, part = 'body'): Promise<string[]> => {
  await page.evaluate(AxeBuilder.source)
  return page.evaluate(async (part) => {
    const { axe } = window as unknown as { axe: typeof AxeBuilder }
    const { violations } = await axe.run({ include: [part], exclude: ['iframe'] } as never)
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }, part)
}

test('a result speaks for the code that it checked and for no other', {
  tag: ['@B3', '@checked-code'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  await write(page, WRONG)
  await check(page)
  const status = resultsOf(page).getByRole('status').first()
  await expect(status).not.toContainText('before the last change')
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('// new')
  await expect(status).toContainText('For your code of before the last change:')
  await expect(resultsOf(page).getByRole('button', { name: 'Show me' })).toBeHidden()
  for (let at = 0; at < 6; at++) await page.keyboard.press('Backspace')
  await expect(status).not.toContainText('before the last change')

  // What is edited while a check runs is not judged.
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await rewrite(page, SOLUTION)
  await expect(status).toContainText('For your code of before the last change:')
  await expect(bar(page).getByText('Passed', { exact: true })).toBeHidden()
  await resultsOf(page).getByRole('button', { name: 'Check again' }).click()
  await expect(status).toHaveText('All steps pass.')
})

test('a second Check while one runs takes its place', { tag: ['@B3'] }, async ({ page }) => {
  await page.goto('/learn/counter')
  await write(page, WRONG)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await rewrite(page, SOLUTION)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(resultsOf(page).getByRole('status').first()).toHaveText('All steps pass.')
  const ids = await resultsOf(page)
    .locator('[data-step]')
    .evaluateAll((steps) => steps.map((step) => (step as HTMLElement).dataset.step))
  expect(new Set(ids).size).toBe(ids.length)
})

test('the first check on a warm page', { tag: ['@B3'] }, async ({ page }, info) => {
  await page.goto('/learn/counter')
  await expect(previewOf(page).getByRole('button', { name: 'Add one' })).toBeVisible()
  await page.waitForTimeout(3000)
  const ms = await page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Check',
    )!
    const begun = performance.now()
    button.click()
    return new Promise<number>((resolve) => {
      const look = () =>
        document.querySelector('[data-step][data-state="failed"]')
          ? resolve(performance.now() - begun)
          : setTimeout(look, 5)
      look()
    })
  })
  info.annotations.push({ type: 'first check', description: `${Math.round(ms)} ms` })
  console.log(`first check on a warm page: ${Math.round(ms)} ms`)
})

test('a Spanish page says the check in Spanish', { tag: ['@B3', '@check-language'] }, async ({
  page,
}) => {
  await page.goto('/es/learn/counter')
  await page.getByRole('button', { name: 'Comprobar', exact: true }).click()
  const results = page.getByRole('region', { name: 'Resultados de la comprobación' })
  const failed = results.locator('[data-state="failed"]')
  await expect(failed).toContainText('Una pulsación suma uno')
  await expect(failed).toContainText('La página debería mostrar 1 después de una pulsación')
  await expect(failed).toContainText('La pulsación no deja rastro')
  await expect(results.locator('[lang="en"]')).toHaveCount(0)
})

test('the counter-example plays in the preview', {
  tag: ['@B3', '@B15', '@counter-example'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  await write(page, WRONG)
  await expect(previewOf(page).getByRole('button', { name: 'Add one' })).toBeVisible()
  await check(page)
  await resultsOf(page).getByRole('button', { name: 'Show me' }).click()
  await expect(previewOf(page).locator('output')).toHaveText('2')
  await expect(page.getByText('The number should be 1 now.').first()).toBeVisible()
})

test('Solve shows what would change, and changes nothing before it is taken', {
  tag: ['@B3', '@B2', '@solve-diff'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  await page.getByRole('button', { name: 'Solve' }).click()
  const dialog = page.getByRole('dialog', { name: 'One right answer' })
  await expect(dialog.locator('ins').filter({ hasText: 'this.count += 1' })).toBeVisible()
  await expect(dialog.locator('del').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await check(page)
  await expect(resultsOf(page).locator('[data-state="failed"]')).toBeVisible()
  await solve(page)
  await check(page)
  await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Solve' }).click()
  await expect(dialog.getByText('already the same')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Take it' })).toBeHidden()
})

const PUZZLE = puzzleOf('counter')

async function openLines(page: Page): Promise<Locator> {
  await check(page)
  await expect(resultsOf(page).getByRole('button', { name: 'Put the lines' })).toBeHidden()
  await check(page)
  await resultsOf(page).getByRole('button', { name: 'Put the lines in order' }).click()
  const dialog = page.getByRole('dialog', { name: 'Put the lines in order' })
  await expect(dialog.getByRole('listitem').last()).toBeVisible()
  return dialog
}

test('after two failed checks the lines can be put in order by buttons, and go into the editor', {
  tag: ['@B3', '@B15', '@shuffled-lines'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  const dialog = await openLines(page)
  await dialog.getByRole('button', { name: 'Check the order' }).click()
  await expect(dialog.getByRole('status').last()).toContainText(/line|order/)
  expect(await violations(page)).toEqual([])
  await sortByButtons(dialog, PUZZLE, (button) => button.click())
  await dialog.getByRole('button', { name: 'Check the order' }).click()
  await expect(dialog.getByText('That is the right order.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Put this into the editor' }).click()
  await expect(page.getByText('The lines are in the editor.')).toBeVisible()
  await check(page)
  await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'History' }).click()
  await expect(page.getByText('before you put the lines in order')).toBeVisible()
})

test('a line is carried by mouse and by keyboard, and a screen reader hears where it is', {
  tag: ['@B3', '@B15', '@shuffled-lines'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  const dialog = await openLines(page)
  const before = await orderIn(dialog)
  const grip = (at: number) =>
    dialog.getByRole('listitem').nth(at).locator('[aria-roledescription]')

  await grip(0).focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByText('Picked up line 1.')).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByText(/^Now at place 2 of/)).toBeAttached()
  await page.keyboard.press('Space')
  await expect.poll(() => orderIn(dialog)).toEqual([before[1], before[0], ...before.slice(2)])

  // Escape puts the line back, and the dialog stays.
  await grip(0).focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByText('Picked up line 1.')).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  expect(await orderIn(dialog)).toEqual([before[1], before[0], ...before.slice(2)])

  // The line that was put back glides to its place.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  )
  const [from, to] = await Promise.all([grip(0).boundingBox(), grip(1).boundingBox()])
  await page.mouse.move(from!.x + 8, from!.y + 8)
  await page.mouse.down()
  await page.mouse.move(from!.x + 8, from!.y + 16, { steps: 3 })
  await page.mouse.move(to!.x + 8, to!.y + 14, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => orderIn(dialog)).toEqual(before)
})

test('after passing, the lesson says why, with another answer’s bytes beside, and keeps it', {
  tag: ['@B2', '@B15', '@other-answer'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  const passed = page.locator('details#passed')
  await expect(passed).not.toHaveAttribute('open')
  await solve(page)
  await check(page)
  const results = resultsOf(page)
  await expect(results).toContainText('Both handlers change a field')
  await expect(results.getByRole('row', { name: /^Yours \d+ bytes$/ })).toBeVisible()
  await expect(results.getByRole('row', { name: /^The other one \d+ bytes$/ })).toBeVisible()
  await results.getByText('The other answer', { exact: true }).click()
  await expect(results.locator('pre')).toContainText('LiveComponent')
  expect(await violations(page, '[aria-label="Check results"]')).toEqual([])
  await page.reload()
  await expect(passed).toHaveAttribute('open')
})

const passedLong = (page: Page) =>
  page.addInitScript(() => {
    if (localStorage.getItem('telar.progress')) return
    const counter = { passed: ['a'], steps: 1, done: true }
    localStorage.setItem('telar.progress', JSON.stringify({ counter }))
  })

test('review cards are due after 1, 3, 8 and 20 days, run, and come back sooner after a wrong answer', {
  tag: ['@B2', '@B15', '@review-cards'],
}, async ({ page }) => {
  await passedLong(page)
  await page.clock.setFixedTime(new Date('2026-03-01T20:00:00'))
  await page.goto('/learn/review')
  await expect(page.getByText(/Nothing is due now\. The next 2 cards come on/)).toBeVisible()

  await page.clock.setFixedTime(new Date('2026-03-02T08:00:00'))
  await page.goto('/learn')
  await page.getByRole('link', { name: '2 review cards are due' }).click()
  await expect(page.getByRole('heading', { name: '2 cards for today' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  const answers: Record<string, string> = { 'Two visitors': '1', 'The counter says 0': '5' }
  for (let card = 0; card < 2; card++) {
    const question = (await page.locator('form p[id$="question"]').textContent()) ?? ''
    const [, answer] = Object.entries(answers).find(([begin]) => question.startsWith(begin))!
    await page.getByLabel('Your answer').fill(answer)
    await page.getByRole('button', { name: 'Run it' }).click()
    if (answer === '1')
      await expect(page.getByText('Right: it is 1. This card comes back in 3 days.')).toBeVisible()
    else
      await expect(
        page.getByText('It is 0. You said 5. This card comes back tomorrow.'),
      ).toBeVisible()
    await page.getByRole('button', { name: 'Next card' }).click()
  }
  await expect(page.getByText('That was the last card for today.')).toBeVisible()

  await page.clock.setFixedTime(new Date('2026-03-03T08:00:00'))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The last card for today' })).toBeVisible()
  await expect(page.locator('form')).toContainText('The counter says 0')
  await page.clock.setFixedTime(new Date('2026-03-05T08:00:00'))
  await page.goto('/es/learn/review')
  await expect(page.getByRole('heading', { name: '2 tarjetas para hoy' })).toBeVisible()
})

test('the test of a part passes its lessons', { tag: ['@B2', '@B15', '@test-out'] }, async ({
  page,
}) => {
  await page.goto('/learn')
  await page.locator('a[href="/learn/part-1-test"]').click()
  await expect(bar(page).getByText('Test of part 1')).toBeVisible()
  await solve(page)
  await check(page)
  await expect(resultsOf(page).getByRole('status').first()).toHaveText('All steps pass.')
  await expect(resultsOf(page)).toContainText('tested out')
  await page.goto('/learn')
  await expect(page.getByText('Tested out', { exact: true })).toHaveCount(5)
})

test('progress and code travel as one file, which asks before it replaces and can be undone', {
  tag: ['@B1', '@progress-file'],
}, async ({ page, browser }) => {
  await page.goto('/learn/counter')
  await solve(page)
  await check(page)
  await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible()
  await openPage(page, '/learn')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const path = await (await download).path()
  await expect(page.getByText(/keeps downloads: [\d.]+ KB, in [\d.]+ s\.$/)).toBeVisible()

  const context = await browser.newContext()
  const other = await context.newPage()
  await openPage(other, '/learn')
  await other.locator('input[type="file"]').setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"telar-progress","version":9}'),
  })
  await expect(other.getByText('written by a newer release (version 9)')).toBeVisible()
  await other.locator('input[type="file"]').setInputFiles(path)
  const dialog = other.getByRole('dialog', { name: 'Replace what is here?' })
  await expect(dialog).toContainText(
    '1 lesson passed and code for 1 lesson. This browser has 0 lessons passed',
  )
  expect(await violations(other)).toEqual([])
  await dialog.getByRole('button', { name: 'Keep what is here' }).click()
  await expect(other.getByText('Passed', { exact: true })).toHaveCount(0)
  await other.locator('input[type="file"]').setInputFiles(path)
  await dialog.getByRole('button', { name: 'Replace with the file' }).click()
  await expect(other.getByText(/^The file is loaded, in [\d.]+ s\.$/)).toBeVisible()
  await expect(other.getByText('Passed', { exact: true })).toHaveCount(1)
  const lesson = await context.newPage()
  await lesson.goto('/learn/counter')
  await expect(lesson.getByText('this.count += 1').first()).toBeVisible()
  await other.reload()
  await other.getByRole('button', { name: 'Undo' }).click()
  await expect(other.getByText('Passed', { exact: true })).toHaveCount(0)
  // The tab that has the lesson open follows.
  await expect(lesson.locator('#workspace').getByText('this.count += 1')).toHaveCount(0)
  await context.close()
})

test('a reload and a second tab in mid-lesson lose nothing', {
  tag: ['@B1', '@lesson-work-kept'],
}, async ({ page, context }) => {
  await page.goto('/learn/counter')
  await write(page, WRONG)
  await check(page)
  await expect(bar(page).getByText(/\d of \d steps/)).toBeVisible()
  await page.reload()
  await expect(bar(page).getByText(/\d of \d steps/)).toBeVisible()
  await expect(page.getByText('this.count += 2').first()).toBeVisible()
  const second = await context.newPage()
  await second.goto('/learn/counter')
  await expect(second.getByText('this.count += 2').first()).toBeVisible()
  await solve(second)
  await check(second)
  await expect(bar(second).getByText('Passed', { exact: true })).toBeVisible()
  await expect(bar(page).getByText('Passed', { exact: true })).toBeVisible()
  await expect(page.getByText('this.count += 1').first()).toBeVisible()
})

test('on a phone the diff and the lines fit, and a finger carries a line', {
  tag: ['@B3'],
}, async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await page.goto('/learn/counter#workspace')
  await page.getByRole('button', { name: 'Solve' }).tap()
  const diff = page.getByRole('dialog', { name: 'One right answer' })
  await expect(diff.locator('ins').first()).toBeVisible()
  expect(await widthOver(page)).toBeLessThanOrEqual(0)
  await diff.getByRole('button', { name: 'Keep mine' }).tap()
  const dialog = await openLines(page)
  expect(await widthOver(page)).toBeLessThanOrEqual(0)
  const before = await orderIn(dialog)
  await carry(page, dialog, 0, 1)
  await expect.poll(() => orderIn(dialog)).toEqual([before[1], before[0], ...before.slice(2)])
  await context.close()
})

/** Pixels by which the page is wider than the screen. */
const widthOver = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
