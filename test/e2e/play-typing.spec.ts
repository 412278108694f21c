/** Nothing that a reader types is lost: before the editor has come, while it comes, and whatever file it goes to. */

import { expect, type Page, test } from '@playwright/test'
import { hold } from '../support/hold.ts'
import { component, editorOf, openPlayground, previewOf, rewrite, takeSolution } from './playing.ts'

const isReady = (page: Page) => page.locator('[data-editor="ready"]')
const shown = (page: Page, text: string) => page.locator('.view-line', { hasText: text })
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })

async function openAtRest(page: Page): Promise<void> {
  await page.goto('/playground')
  await expect(editorOf(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
}

/** Opens the playground on a network that holds the editor back until it is let through. */
async function openHeld(page: Page): Promise<() => void> {
  await openAtRest(page)
  return hold(page, '**/_next/**')
}

async function addFile(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New file' }).click()
  await page.getByLabel('File name').fill(name)
  await page.keyboard.press('Enter')
  await expect(editorOf(page)).toBeFocused()
}

/** All that stands in the open file, which is short enough to be in sight. */
const written = (page: Page) =>
  page.locator('.view-line').evaluateAll((rows) =>
    rows
      .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((row) => row.textContent?.replaceAll('\u00a0', ' '))
      .join('\n'),
  )

test('What I write before the editor has come is kept, and I write on in it', async ({ page }) => {
  const open = await openHeld(page)
  await editorOf(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('const early = 1\nconst la')
  await expect(isReady(page)).toHaveCount(0)
  open()
  await expect(isReady(page)).toBeVisible()
  await expect(editorOf(page)).toBeFocused()
  await page.keyboard.type('ter = 2\n')
  await expect(shown(page, 'const early = 1')).toBeVisible()
  await expect(shown(page, 'const later = 2')).toBeVisible()
})

test('Letters that I type while the editor arrives all stand there, in their order', async ({
  page,
}) => {
  const open = await openHeld(page)
  await editorOf(page).focus()
  await page.keyboard.press('Control+Home')
  const letters = Array.from({ length: 60 }, (_, at) => `w${at}`).join('_')
  const typing = page.keyboard.type(letters, { delay: 20 })
  open()
  await typing
  // Typed on until the editor is there, however long that takes.
  let more = 0
  while ((await isReady(page).count()) === 0) await page.keyboard.type(`_m${more++}`, { delay: 20 })
  const rest = Array.from({ length: more }, (_, at) => `_m${at}`).join('')
  await page.keyboard.type('_end\n')
  await expect.poll(() => written(page)).toContain(`${letters}${rest}_end`)
})

test('Where the editor never comes I am told so, and can write and run all the same', async ({
  page,
}) => {
  await openAtRest(page)
  await page.route('**/_next/**', async (route) => {
    const answer = await route.fetch()
    const isEditor = (await answer.text()).includes('inmemory://model')
    await (isEditor ? route.abort() : route.fulfill({ response: answer }))
  })
  await editorOf(page).focus()
  await expect(page.getByText('The editor did not load')).toBeVisible()
  await editorOf(page).fill(component('', '<p>Written without it</p>'))
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(previewOf(page).getByText('Written without it')).toBeVisible()
})

test('Where nothing more comes of the page, Run says what to do', async ({ page }) => {
  await openAtRest(page)
  await page.route('**/_next/**', (route) => route.abort())
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByText('A part of this page did not load')).toBeVisible()
})

test('I add a file before the editor has come, and what I write at once stands in that file', async ({
  page,
}) => {
  const open = await openHeld(page)
  await addFile(page, 'early.ts')
  await page.keyboard.type('export const early = 1')
  open()
  await expect(isReady(page)).toBeVisible()
  await page.keyboard.type('23')
  await expect.poll(() => written(page)).toBe('export const early = 123')
})

test('I add files one after the other, and what I write at once stands in each', async ({
  page,
}) => {
  await openPlayground(page)
  for (const name of ['one.ts', 'two.css', 'three.ts']) {
    await addFile(page, name)
    await page.keyboard.type(`/* of ${name} */`)
  }
  for (const name of ['one.ts', 'two.css', 'three.ts']) {
    await tab(page, name).click()
    await expect.poll(() => written(page)).toBe(`/* of ${name} */`)
  }
})

test('I change the file by its tab and write at once, to and fro', async ({ page }) => {
  await openPlayground(page)
  await addFile(page, 'notes.md')
  for (const word of ['one ', 'two ', 'three ']) {
    for (const name of ['counter.ts', 'notes.md']) {
      await tab(page, name).click()
      await editorOf(page).focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(word)
    }
  }
  await expect.poll(() => written(page)).toBe('one two three ')
  await tab(page, 'counter.ts').click()
  await expect.poll(() => written(page)).toMatch(/\none two three $/)
})

test('After Solve, and after its undo, I write at once', async ({ page }) => {
  await openPlayground(page, '/learn/counter')
  await takeSolution(page)
  await editorOf(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('const first = 1\n')
  await expect.poll(() => written(page)).toMatch(/^const first = 1\n/)
  await page.getByRole('button', { name: 'Bring mine back' }).click()
  await editorOf(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('const second = 2\n')
  await expect.poll(() => written(page)).toMatch(/^const second = 2\nimport/)
})

test('A burst of letters, as fast as they come, stands there whole while the program follows', async ({
  page,
}) => {
  await openPlayground(page)
  await rewrite(page, component('', '<p>Run</p>'))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await editorOf(page).focus()
  await page.keyboard.press('Control+Home')
  const burst = Array.from({ length: 80 }, (_, at) => `n${at}`).join('_')
  await page.keyboard.type(`const ${burst} = 0\n`)
  await expect.poll(() => written(page)).toContain(`const ${burst} = 0`)
})
