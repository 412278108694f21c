/** The hands of a reader in the playground: opens it, writes, runs, looks. */
import { expect, type Frame, type Page } from '@playwright/test'

/** Opens an address of the playground and waits until its editor takes letters. */
export async function openPlayground(page: Page, address = '/playground'): Promise<void> {
  await page.goto(address)
  await comeNear(page)
}

/** Opens a page to read and waits until it hears keys and presses: its scripts come after its first paint. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('[aria-keyshortcuts^="Control+K"]')).toBeVisible()
}

/** Goes into the code, as whoever has come to write does: the editor loads with that. */
export async function comeNear(page: Page): Promise<void> {
  await editorOf(page).focus()
  await expect(page.locator('[data-editor="ready"]')).toBeVisible()
}

export const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Editor', exact: true })

export const previewOf = (page: Page, title = 'Preview') =>
  page.frameLocator(`iframe[title="${title}"]`)

export const consoleOf = (page: Page) => page.getByRole('region', { name: 'Console', exact: true })

export const problemsOf = (page: Page) =>
  page.getByRole('region', { name: 'Problems', exact: true })

/** Writes `text` in place of all that stands in the open file, as a paste does. */
export async function rewrite(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  const lines = page.locator('.view-lines')
  await expect(lines).toHaveText('')
  await page.keyboard.press('ControlOrMeta+v')
  // A paste is one edit, but the browser gives it out later than the keys.
  await expect(lines).not.toHaveText('')
}

/** Sets the caret behind `text`, where it stands once in the open file. */
export async function goBehind(page: Page, text: string): Promise<void> {
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+f')
  const find = page.getByRole('textbox', { name: 'Find', exact: true })
  const count = page.locator('.find-widget .matchesCount')
  // The count lags behind the box: without this it may still be that of the search before.
  await find.fill(NOWHERE)
  await expect(count).toHaveText('No results')
  await find.fill(text)
  await expect(count).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(editorOf(page)).toBeFocused()
  await page.keyboard.press('ArrowRight')
}

/** Text that no file has. */
const NOWHERE = '☃'

/** Presses Run and waits until the preview has joined; the first one of a page boots a container. */
export async function run(page: Page): Promise<void> {
  const frame = page.locator('iframe[title="Preview"]')
  // A lesson has run by itself, and its page lives on in the process of this press.
  if (new URL(page.url()).pathname.includes('/learn/')) await joined(page)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(frame).toBeVisible()
  await joined(page)
}

/** Puts the lesson's right answer into the files; its lines are shown first. */
export async function takeSolution(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Solve' }).click()
  await page.getByRole('button', { name: 'Take it' }).click()
}

/** Waits until a preview has joined its session: a press before that is nobody's. */
export const joined = (page: Page, title?: string) =>
  expect(previewOf(page, title).locator('html[data-telar="connected"]')).toBeAttached()

/** The preview's own window, which a new document would end. */
export async function windowOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe[title="Preview"]').elementHandle()
  return (await element?.contentFrame())!
}

/** A component as the playground's entry, its template and members given. */
export const component = (
  members: string,
  markup: string,
) => `import { html, LiveComponent } from 'telar'

export default class Page extends LiveComponent {
${members}
  getTemplate() {
    return html\`${markup}\`
  }
}
`
