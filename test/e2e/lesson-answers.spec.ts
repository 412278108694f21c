/** What follows a question in a lesson's text is folded until the reader has answered it. */

import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { hold } from '../support/hold.ts'
import {
  comeNear,
  consoleOf,
  joined,
  openPage,
  previewOf,
  rewrite,
  takeSolution,
} from './playing.ts'

const question = (page: Page, id = 'nobody-listens') => page.locator(`#predict-${id}`)
/** The first sentence behind the first question of the counter. */
const answer = (page: Page) => page.getByText('The page sends only what the server has asked')
const show = (page: Page, name = 'Show the answer') => page.getByText(name).first()

async function predict(page: Page, choice: string): Promise<void> {
  await question(page).getByLabel(choice).check()
  await question(page).getByRole('button', { name: 'That is my prediction' }).click()
}

test('an answer is folded until its question is answered, and stays open after a reload', {
  tag: ['@B2', '@predict'],
}, async ({ page }) => {
  await openPage(page, '/learn/counter')
  await expect(show(page)).toBeVisible()
  await expect(answer(page)).toBeHidden()
  // The next section begins below it as before.
  await expect(page.getByRole('heading', { name: 'Write a handler' })).toBeVisible()
  await predict(page, 'The whole page')
  await expect(answer(page)).toBeVisible()
  await expect(page.locator('[data-question="nobody-listens"] > summary')).toBeHidden()
  await page.reload()
  await expect(answer(page)).toBeVisible()
  await expect(page.getByText('When a handler ends')).toBeHidden()
})

test('whoever wants to read on without a prediction does, by keyboard too', {
  tag: ['@B2'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  const fold = page.locator('[data-question="nobody-listens"]')
  await fold.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(answer(page)).toBeVisible()
  await expect(fold.locator('summary')).toHaveText('Hide the answer', { useInnerText: true })
  await expect(fold.locator('summary')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(answer(page)).toBeHidden()
})

test('a fold that is opened before the page is live stays open', { tag: ['@B2'] }, async ({
  page,
}) => {
  const start = await hold(page, '**/_next/static/chunks/*.js')
  await page.goto('/learn/counter', { waitUntil: 'commit' })
  const fold = page.locator('[data-question="nobody-listens"]')
  await expect(fold.locator('p').first()).toBeHidden()
  await fold.locator('summary').click()
  await expect(answer(page)).toBeVisible()
  start()
  await joined(page)
  await expect(answer(page)).toBeVisible()
  await fold.locator('summary').click()
  await expect(answer(page)).toBeHidden()
})

test('a prediction that is made again folds its answer again', async ({ page }) => {
  await page.goto('/learn/counter')
  await joined(page)
  await predict(page, 'Nothing')
  await question(page).getByRole('button', { name: 'Press it' }).click()
  await expect(question(page).getByText('As you said.')).toBeVisible()
  await expect(answer(page)).toBeVisible()
  await question(page).getByRole('button', { name: 'Predict again' }).click()
  await expect(answer(page)).toBeHidden()
})

test('a screen reader meets the fold as what opens, and nothing that is in it', {
  tag: ['@B2'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  await expect(answer(page)).toBeHidden()
  const article = page.getByRole('article')
  await expect(article).not.toMatchAriaSnapshot('- paragraph: /The page sends only/')
  await predict(page, 'Nothing')
  await expect(article).toMatchAriaSnapshot('- paragraph: /The page sends only/')
})

test('without a script, on paper and as Markdown the whole text is there', {
  tag: ['@B2'],
}, async ({ page, browser, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const bare = await context.newPage()
  await bare.goto('/learn/counter')
  await expect(answer(bare)).toBeVisible()
  await expect(bare.getByText('the answer', { exact: false }).first()).toBeHidden()
  await context.close()

  await page.goto('/learn/counter')
  await expect(answer(page)).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(answer(page)).toBeVisible()
  await expect(show(page)).toBeHidden()

  const text = await (await request.get('/learn/counter.md')).text()
  expect(text).toContain('The page sends only what the server has asked to hear.')
})

test('an address that leads into an answer opens it', { tag: ['@B1'] }, async ({ page }) => {
  await page.route('**/learn/counter', async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    await route.fulfill({
      response,
      body: body.replace('<p>The page sends only', '<p id="deep">The page sends only'),
    })
  })
  await page.goto('/learn/counter#deep')
  await expect(page.locator('#deep')).toBeInViewport()
  await expect(page.getByText('When a handler ends')).toBeHidden()
})

test('nothing moves while a lesson loads, with its question answered or not', {
  tag: ['@B1'],
}, async ({ page }) => {
  // All of the section is on the screen, so that what moves counts.
  await page.setViewportSize({ width: 1280, height: 1600 })
  await page.addInitScript(() => {
    const seen = window as unknown as { shifts: string[] }
    seen.shifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        sources: { node: Node | null }[]
      })[])
        for (const { node } of entry.sources)
          if (node?.parentElement?.closest('#text'))
            seen.shifts.push((node.textContent ?? '').slice(0, 60))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const shifts = () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)
  // The fonts of a first visit may come late.
  await page.goto('/learn/counter')
  await joined(page)
  await page.reload()
  await joined(page)
  expect(await shifts()).toEqual([])
  await predict(page, 'Nothing')
  await expect(answer(page)).toBeVisible()
  await page.reload()
  await joined(page)
  await expect(answer(page)).toBeVisible()
  expect(await shifts()).toEqual([])
})

test('in Spanish the fold speaks Spanish', async ({ page }) => {
  await page.goto('/es/learn/counter')
  const fold = page.locator('[data-question="nobody-listens"]')
  await expect(fold.locator('p').first()).toBeHidden()
  await show(page, 'Ver la respuesta').click()
  await expect(fold.locator('p').first()).toBeVisible()
  await expect(show(page, 'Ocultar la respuesta')).toBeVisible()
})

const SOLUTION = readFileSync(
  new URL('../../lessons/01-counter/solution/counter.ts', import.meta.url),
  'utf8',
)

test('new code that takes over around a press is no part of what the press cost', {
  tag: ['@B15', '@predict'],
}, async ({ page }) => {
  await page.goto('/learn/counter')
  await joined(page)
  await takeSolution(page)
  await expect(previewOf(page).getByRole('button', { name: 'Start again' })).toBeVisible()
  await predict(page, 'The text 0, once more')
  // The press waits in the page until new code has taken over: only then is there a server to press for.
  await comeNear(page)
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[data-visitor="1"]')!
    const ask = { do: 'cut', ms: 6000 }
    frame.contentWindow!.postMessage({ source: 'telar-page', id: 1_000_000, ask }, '*')
  })
  await expect(previewOf(page).locator('html:not([data-telar="connected"])')).toBeAttached()
  await rewrite(page, `${SOLUTION}\nconsole.log('Here is new code')\n`)
  await expect(consoleOf(page)).toContainText('Here is new code')
  await previewOf(page).getByRole('button', { name: 'Add one' }).click()
  await expect(previewOf(page).locator('output')).toHaveText('1')
  await expect(question(page).getByText('As you said.')).toBeVisible()
  await expect(question(page).locator('dd').last()).toHaveText('The text 0, once more')
})
