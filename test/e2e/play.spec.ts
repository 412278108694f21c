/** The main job in Chromium: edit a component, see it run on its server. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots

import { expect, test } from '@playwright/test'
import { hold } from '../support/hold.ts'
import {
  component,
  consoleOf,
  editorOf,
  goBehind,
  joined,
  openPlayground,
  previewOf,
  problemsOf,
  rewrite,
  run,
} from './playing.ts'

test('a changed step goes into the running server and the count is kept', {
  tag: ['@B5', '@hot-swap'],
}, async ({ page }) => {
  await openPlayground(page)
  await run(page)
  const preview = previewOf(page)
  await preview.getByRole('button', { name: 'Add 1' }).click()
  await preview.getByRole('button', { name: 'Add 1' }).click()
  await expect(preview.locator('output')).toHaveText('2')
  await goBehind(page, 'const step = 1')
  await page.keyboard.type('0')
  await preview.getByRole('button', { name: 'Add 10' }).click()
  await expect(preview.locator('output')).toHaveText('12')
})

test('a visit that runs code leaves nothing red in the browser’s console', async ({ page }) => {
  const red: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') red.push(`${message.text()} (${message.location().url})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) red.push(`${response.status()} ${response.url()}`)
  })
  await openPlayground(page)
  await run(page)
  await previewOf(page).getByRole('button', { name: 'Add 1' }).click()
  await expect(previewOf(page).locator('output')).toHaveText('1')
  expect(red).toEqual([])
})

test('a boot shows its steps in order while they happen', async ({ page }) => {
  await page.addInitScript(() => {
    const steps: string[] = []
    new MutationObserver(() => {
      const now = document.querySelector('li[aria-current="step"]')?.textContent
      if (now && steps.at(-1) !== now) steps.push(now)
    }).observe(document, { attributes: true, childList: true, subtree: true })
    Object.assign(globalThis, { steps })
  })
  // A network that brings the engine late; the page is asked for it after the reader said Run.
  const send = await hold(page, '**/telar-engine.json')
  await openPlayground(page)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const list = page.getByRole('list').filter({ hasText: 'Start your server' })
  // Those that are done say how long they took.
  await expect(list.getByRole('listitem')).toHaveText([
    /^Open the host’s page[\d.]+ s$/,
    /^Get a container[\d.]+ s$/,
    'Carry the files over',
    'Load the engine',
    'Start your server',
  ])
  await expect(list.locator('[aria-current="step"]')).toHaveText('Carry the files over')
  await expect(page.getByText('Step 3 of 5: Carry the files over')).toBeAttached()
  send()
  await expect(previewOf(page).locator('output')).toHaveText('0')
  expect(
    await page.evaluate(() => (globalThis as typeof globalThis & { steps: string[] }).steps),
  ).toEqual(['Carry the files over', 'Load the engine', 'Start your server'])
})

test('a click crosses the thread in at most 25 bytes and opens to its bytes', {
  tag: ['@B8'],
}, async ({ page }) => {
  await openPlayground(page)
  await run(page)
  await previewOf(page).getByRole('button', { name: 'Add 1' }).click()
  const thread = page.getByRole('region', { name: 'The wire' })
  const click = thread.getByRole('button', { name: /^click/ })
  await expect(click).toHaveText(/^click\d+ B/)
  expect(Number(/(\d+) B/.exec((await click.textContent()) ?? '')?.[1])).toBeLessThanOrEqual(25)
  await thread.getByRole('button', { name: /^setText/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('It answers the click')
  await expect(dialog.getByText('setText · slot')).toBeVisible()
  await expect(dialog.getByLabel('The message in hexadecimal')).toHaveText(/0000 {2}[0-9a-f]{2} /)
})

test('two previews are two visitors, and a broadcast reaches both', {
  tag: ['@A12', '@preview'],
}, async ({ page }) => {
  await openPlayground(page)
  await rewrite(
    page,
    component(
      `  heard = 0
  connected() {
    this.subscribe('bell', () => { this.heard += 1 })
  }
  ring() {
    this.publish('bell', {})
  }
`,
      '<button lv-click=${this.ring}>Ring</button><output>heard ${this.heard}</output>',
    ),
  )
  await run(page)
  await expect(previewOf(page).locator('output')).toHaveText('heard 0')
  await page.getByRole('button', { name: 'Second visitor' }).click()
  const second = previewOf(page, 'Preview 2')
  await expect(second.locator('output')).toHaveText('heard 0')
  await joined(page, 'Preview 2')
  await second.getByRole('button', { name: 'Ring' }).click()
  await expect(second.locator('output')).toHaveText('heard 1')
  await expect(previewOf(page).locator('output')).toHaveText('heard 1')
})

test('a syntax error stands at its line, the last good preview is marked as old', {
  tag: ['@B7', '@editor-problems', '@source-positions'],
}, async ({ page }) => {
  await openPlayground(page)
  await run(page)
  await expect(previewOf(page).locator('output')).toHaveText('0')
  await goBehind(page, 'this.count += step')
  await page.keyboard.type(' +')
  await expect(problemsOf(page)).toContainText('Your code')
  await expect(problemsOf(page).getByRole('button', { name: 'counter.ts:10:3' })).toBeVisible()
  await expect(page.getByText('Old: your newest code does not start')).toBeVisible()
  await expect(previewOf(page).locator('output')).toHaveText('0')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(problemsOf(page)).toHaveText('No problems.')
  await expect(page.getByText('Old: your newest code does not start')).toBeHidden()
})

test('a thrown error names component, handler, line and column, and leads there', {
  tag: ['@B7', '@source-positions'],
}, async ({ page }) => {
  await openPlayground(page)
  await rewrite(
    page,
    component(
      `  fall() {
    console.log('about to fall')
    throw new Error('fell down')
  }
`,
      '<button lv-click=${this.fall}>Fall</button>',
    ),
  )
  await run(page)
  await previewOf(page).getByRole('button', { name: 'Fall' }).click()
  await expect(problemsOf(page)).toContainText('fell down')
  await expect(problemsOf(page)).toContainText('Page · fall')
  await expect(consoleOf(page)).toContainText('about to fall')
  await problemsOf(page).getByRole('button', { name: 'counter.ts:6:11' }).click()
  await expect(editorOf(page)).toBeFocused()
})

test('a component file without a default export is a sentence', async ({ page }) => {
  await openPlayground(page)
  await rewrite(page, 'export const nothing = 1\n')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(problemsOf(page)).toContainText('default')
  await expect(page.getByText('It did not start')).toBeVisible()
})
