/** The editor in Chromium: completion, hover, types, format, keyboard, screen readers, phones. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { editorOf, goBehind, joined, openPlayground, previewOf, rewrite, run } from './playing.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

const suggestion = (page: Page, name: string) =>
  page.locator('.suggest-widget').getByRole('option', { name: new RegExp(`^${name}(,|$)`) })

/** Takes the suggestion with Enter, once that is the one Enter would take. */
async function take(page: Page, name: string) {
  await expect(suggestion(page, name).and(page.locator('.focused'))).toBeVisible()
  await page.keyboard.press('Enter')
}

test('typing lv- in a literal offers lv-click with its documentation and writes it', {
  tag: ['@B4', '@completion'],
}, async ({ page }) => {
  await openPlayground(page)
  await goBehind(page, '<h1')
  await page.keyboard.type(' lv-')
  await expect(suggestion(page, 'lv-click')).toBeVisible()
  await expect(page.locator('.suggest-details')).toContainText(
    'Runs a handler in the server when the element is clicked.',
  )
  await take(page, 'lv-click')
  await expect(page.locator('.view-line', { hasText: /<h1\slv-click=\$\{this\.\}>/ })).toBeVisible()
  await expect(suggestion(page, 'add')).toBeVisible()
})

test('completion and hover know the engine by its own types', {
  tag: ['@B4', '@completion'],
}, async ({ page }) => {
  await openPlayground(page)
  await goBehind(page, 'this.count += step')
  await page.keyboard.type('; this.comm')
  await take(page, 'commit')
  await page.keyboard.type('(1)')
  // The engine's types say that commit takes nothing.
  await expect(page.locator('.squiggly-error').first()).toBeVisible()
  await goBehind(page, 'extends LiveComponent')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.press('ControlOrMeta+i')
  await expect(page.locator('.monaco-hover').first()).toContainText('class LiveComponent')
})

test('markup in a literal is coloured as markup', { tag: ['@B4'] }, async ({ page }) => {
  await openPlayground(page)
  const colour = (text: string) =>
    page
      .locator('.view-line span span', { hasText: new RegExp(`^${text}$`) })
      .first()
      .evaluate((element) => getComputedStyle(element).color)
  expect(await colour('main')).not.toBe(await colour('count'))
  expect(await colour('lv-click')).not.toBe(await colour('main'))
})

test('Shift+Alt+F formats code and the markup in it', { tag: ['@B4', '@format'] }, async ({
  page,
}) => {
  await openPlayground(page)
  await rewrite(
    page,
    "import { html } from 'telar'\nexport const a = html`<p   class=x  >${ 1 }</p>`;",
  )
  await page.keyboard.press('Shift+Alt+F')
  await expect(page.locator('.view-lines')).toContainText('html`<p class="x">${1}</p>`')
})

test('Tab leaves the editor, Ctrl+M lets it indent', { tag: ['@B4', '@editor-keyboard'] }, async ({
  page,
}) => {
  await openPlayground(page)
  await editorOf(page).focus()
  await page.keyboard.press('Tab')
  await expect(editorOf(page)).not.toBeFocused()
  await editorOf(page).focus()
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('button', { name: /Tab indents/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(editorOf(page)).toBeFocused()
})

test('Ctrl+Enter runs from the editor', { tag: ['@B4'] }, async ({ page }) => {
  await openPlayground(page)
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.locator('iframe[title="Preview"]')).toBeVisible()
  await expect(previewOf(page).locator('output')).toHaveText('0')
})

test('a reader with a keyboard alone runs, clicks, opens a message of the thread, shares', {
  tag: ['@B12', '@editor-keyboard'],
}, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPlayground(page)
  await page.getByRole('button', { name: 'Run', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('iframe[title="Preview"]')).toBeVisible()
  await joined(page)
  const thread = page.getByRole('region', { name: 'The wire' })
  await expect(thread.getByRole('button', { name: /^welcome/ })).toBeVisible()
  await previewOf(page).getByRole('button', { name: 'Add 1' }).focus()
  await page.keyboard.press('Enter')
  await expect(previewOf(page).locator('output')).toHaveText('1')
  await expect(thread.getByRole('button', { name: /^setText/ })).toBeVisible()
  await thread.getByRole('button', { name: /^setText/ }).focus()
  await expect(thread.getByRole('button', { name: /^setText/ })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  // The toolbar moves the focus a task later; a key pressed before that is the old button's.
  await expect(thread.getByRole('button', { name: /^click/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Page to server: click')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(thread.getByRole('button', { name: /^click/ })).toBeFocused()
  const share = page.getByRole('button', { name: 'Share', exact: true })
  await share.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('The link is copied')
  await page.keyboard.press('Escape')
  await expect(share).toBeFocused()
})

test('on a phone one pane stands at a time and Run is at hand', { tag: ['@B12'] }, async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await openPlayground(page)
  await run(page)
  await expect(page.getByRole('tab', { name: 'Preview' })).toHaveAttribute('aria-selected', 'true')
  await previewOf(page).getByRole('button', { name: 'Add 1' }).click()
  await expect(page.getByRole('button', { name: /Messages on the wire/ })).toHaveText(
    /sent [1-9].*received [1-9]/,
  )
  await page.getByRole('tab', { name: 'Code' }).click()
  await expect(editorOf(page)).toBeVisible()
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  await context.close()
})

test('axe finds nothing serious on the running playground, at a desk and on a phone, light and dark', {
  tag: ['@B12'],
}, async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.setViewportSize({ width: 1440, height: 800 })
  await openPlayground(page)
  await run(page)
  await page.evaluate(axeSource)
  for (const [width, form] of [
    [1440, 'wide'],
    [360, 'phone'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await expect(page.locator(`[data-form="${form}"]`)).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await seriousFindings(page), `${colorScheme}, ${width} px`).toEqual([])
    }
  }
  await context.close()
})

interface Axe {
  run(
    where: Document,
    how: { iframes: boolean },
  ): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }>
}

const seriousFindings = (page: Page) =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    // The preview is the reader's own page.
    const { violations } = await axe.run(document, { iframes: false })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
