/** A lesson runs by itself, asks for predictions before a press, and measures what then crosses. */
import { expect, type Page, test } from '@playwright/test'
import { weighScripts } from '../support/page-scripts.ts'
import { editorOf, joined, previewOf, takeSolution } from './playing.ts'

const press = (page: Page) => previewOf(page).getByRole('button', { name: 'Add one' })
const predict = (page: Page, id: string) => page.locator(`#predict-${id}`)
const note = (page: Page) => page.getByRole('dialog', { name: 'First a prediction' })

/** Opens what the text says behind a question, without a prediction. */
const readOn = (page: Page, id: string) => page.locator(`[data-question="${id}"] > summary`).click()

async function openCounter(page: Page, address = '/learn/counter') {
  await page.goto(address)
  await joined(page, address.startsWith('/es') ? 'Vista previa' : 'Preview')
}

/** The lesson's own answer, with a handler. */
async function solve(page: Page) {
  await takeSolution(page)
  await expect(press(page)).toHaveAttribute('lv-click', /\d/)
}

test('a lesson runs by itself, and the editor is not loaded for that', { tag: ['@B1'] }, async ({
  page,
}) => {
  const began = Date.now()
  await page.goto('/learn/counter')
  await joined(page)
  console.log(`the page of the lesson's code has joined ${Date.now() - began} ms after the visit`)
  await expect(page.locator('.monaco-editor')).toHaveCount(0)
  await expect(editorOf(page)).toContainText('getTemplate()')
})

test('a reader who saves data, or whose tab is hidden, is asked to press Run', async ({
  browser,
}) => {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const saving = await context.newPage()
  await saving.goto('/learn/counter')
  await expect(editorOf(saving)).toBeVisible()
  await saving.waitForTimeout(2000)
  await expect(saving.getByRole('heading', { name: 'Nothing runs yet' })).toBeVisible()
  await context.close()

  const other = await browser.newContext()
  await other.addInitScript(() => {
    let state = 'hidden'
    Object.defineProperty(document, 'visibilityState', { get: () => state })
    Object.assign(window, {
      show() {
        state = 'visible'
        document.dispatchEvent(new Event('visibilitychange'))
      },
    })
  })
  const hidden = await other.newPage()
  await hidden.goto('/learn/counter')
  await expect(editorOf(hidden)).toBeVisible()
  await hidden.waitForTimeout(2000)
  await expect(hidden.locator('iframe[title="Preview"]')).toHaveCount(0)
  await hidden.evaluate(() => (window as unknown as { show(): void }).show())
  await joined(hidden)
  await other.close()
})

test('the first key and the place of the first click are kept while the editor comes', async ({
  page,
}) => {
  await openCounter(page)
  // The third line, behind its last letter.
  await editorOf(page).click({ position: { x: 500, y: 22 * 2.5 } })
  await page.keyboard.type('// here')
  await expect(page.locator('[data-editor="ready"]')).toBeVisible()
  await page.keyboard.type(' and there')
  await expect(
    page.locator('.view-line', { hasText: 'extends LiveComponent {// here and there' }),
  ).toBeVisible()
})

test('a press waits for its prediction, which the real frames then answer, and that is kept', {
  tag: ['@B2', '@B15', '@predict'],
}, async ({ page }) => {
  await openCounter(page)
  const question = predict(page, 'nobody-listens')
  await question.scrollIntoViewIfNeeded()
  await press(page).click()
  await expect(note(page)).toBeVisible()
  await note(page).getByLabel('The whole page').check()
  await note(page).getByRole('button', { name: 'That is my prediction' }).click()
  await press(page).click()
  await expect(note(page).getByText('Not what you said.')).toBeVisible()
  await expect(question.getByText('Not what you said.')).toBeVisible()
  await page.reload()
  await expect(question.getByText('Not what you said.')).toBeVisible()
  await question.getByRole('button', { name: 'Predict again' }).click()
  await question.getByLabel('Nothing').check()
  await question.getByRole('button', { name: 'That is my prediction' }).click()
  await question.getByRole('button', { name: 'Press it' }).click()
  await expect(question.getByText('As you said.')).toBeVisible()
})

test('nobody is locked out: a press can be let through without a prediction', async ({ page }) => {
  await openCounter(page)
  await solve(page)
  await predict(page, 'nobody-listens').scrollIntoViewIfNeeded()
  await press(page).click()
  await note(page).getByRole('button', { name: 'Let it through anyway' }).click()
  await expect(note(page)).toBeHidden()
  await expect(previewOf(page).locator('output')).toHaveText('1')
  await press(page).click()
  await expect(previewOf(page).locator('output')).toHaveText('2')
})

test('elements are marked by keyboard from the list, and the frame of the truth is drawn', async ({
  page,
}) => {
  await openCounter(page)
  await solve(page)
  const question = predict(page, 'what-moves')
  await question.getByRole('button', { name: 'Mark in the preview' }).press('Enter')
  await question.getByRole('checkbox', { name: /^output/ }).press('Space')
  await expect(question.getByText('1 element marked')).toBeVisible()
  await question.getByRole('button', { name: 'That is my prediction' }).press('Enter')
  await question.getByRole('button', { name: 'Press it' }).press('Enter')
  await expect(question.getByText('As you said.')).toBeVisible()
  const row = question.locator('tr[data-field="text"]')
  await expect(row.getByRole('cell').first()).toHaveText('31')
  await expect(row).toContainText('“1”')
})

test('the last frame stands in the text field by field, and before it a sentence', async ({
  page,
}) => {
  await openCounter(page)
  await readOn(page, 'what-moves')
  await expect(page.getByText('the frame that comes back is drawn here')).toBeVisible()
  await solve(page)
  await press(page).click()
  await note(page).getByRole('button', { name: 'Let it through anyway' }).click()
  await expect(previewOf(page).locator('output')).toHaveText('1')
  const drawing = page.getByRole('table', { name: 'The last frame from the server' })
  await expect(drawing.locator('tr[data-field="op"]')).toContainText('setText: sets a text')
})

test('in Spanish the note and the truth are Spanish', async ({ page }) => {
  await page.goto('/es/learn/counter')
  const frame = page.frameLocator('iframe[data-visitor="1"]')
  await expect(frame.locator('html[data-telar="connected"]')).toBeAttached()
  await predict(page, 'nobody-listens').scrollIntoViewIfNeeded()
  await frame.getByRole('button', { name: 'Add one' }).click()
  const held = page.getByRole('dialog', { name: 'Antes, una predicción' })
  await held.getByLabel('Nada').check()
  await held.getByRole('button', { name: 'Esa es mi predicción' }).click()
  await held.getByRole('button', { name: 'Púlsalo' }).click()
  await expect(held.getByText('Como habías dicho.')).toBeVisible()
})

test('a slider slows the connection of the preview down', async ({ page }) => {
  await page.goto('/learn/looks')
  await joined(page)
  await readOn(page, 'open-costs')
  const slider = page.getByRole('slider').first()
  await slider.focus()
  await slider.press('Home')
  await expect(slider).toHaveValue('0')
  await slider.press('End')
  await expect(slider).toHaveValue('1200')
})

test('without a script a question and its answers can be read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/learn/counter')
  const question = predict(page, 'nobody-listens')
  await expect(question).toContainText('What does the server send back?')
  for (const answer of ['The text 0, once more', 'The whole page', 'Nothing'])
    await expect(question.getByText(answer)).toBeVisible()
  await context.close()
})

/** How much more the scripts of a lesson may weigh than those of Next's empty page. */
const ALLOWED = 15_000

test('before the editor the scripts of a lesson weigh at most 15 KB more than those of an empty page', async ({
  page,
  request,
}) => {
  const html = await (await request.get('/learn/counter')).text()
  const read = async (address: string) => (await request.get(address)).body()
  const { empty, page: lesson } = await weighScripts(html, read)
  console.log(
    `script, gzipped: an empty page ${empty} B, a lesson ${lesson} B (+${lesson - empty})`,
  )
  expect(lesson - empty).toBeLessThanOrEqual(ALLOWED)
  await page.goto('/learn/counter')
  await joined(page)
  await expect(page.locator('.monaco-editor')).toHaveCount(0)
})
