/** The preview: its own controls, and what it keeps while code goes in under it. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { expect, test } from '@playwright/test'
import {
  component,
  goBehind,
  joined,
  openPlayground,
  previewOf,
  rewrite,
  run,
  windowOf,
} from './playing.ts'

test('a reload is a new visit, and a window of its own shows the same page to another one', {
  tag: ['@B6', '@preview'],
}, async ({ page }) => {
  await openPlayground(page)
  await run(page)
  const add = previewOf(page).getByRole('button', { name: 'Add 1' })
  const count = previewOf(page).locator('output')
  await add.click()
  await add.click()
  await expect(count).toHaveText('2')
  await page.getByRole('button', { name: 'Reload preview' }).click()
  await expect(count).toHaveText('0')
  await joined(page)
  await add.click()
  await expect(count).toHaveText('1')
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Open in own window' }).click()
  const window = await opened
  await expect(window.locator('html[data-telar="connected"]')).toBeAttached()
  await expect(window.locator('output')).toHaveText('0')
  await window.getByRole('button', { name: 'Add 1' }).click()
  await expect(window.locator('output')).toHaveText('1')
  await expect(count).toHaveText('1')
})

test('a preview whose script was lost between two processes follows the next code all the same', {
  tag: ['@B5', '@B6', '@preview'],
}, async ({ page }) => {
  await openPlayground(page)
  let lost = 0
  // As where nobody listens: the document has come, its script has not.
  await page.route(/:\/\/[^/]+--3000\..*\.js/, (route) => {
    lost += 1
    return route.abort()
  })
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(previewOf(page).locator('output')).toHaveText('0')
  await expect.poll(() => lost).toBeGreaterThan(0)
  await page.unroute(/:\/\/[^/]+--3000\..*\.js/)
  await rewrite(
    page,
    component(
      'count = 7\n',
      '<output>${this.count}</output><button lv-click=${() => {}}>More</button>',
    ),
  )
  await expect(previewOf(page).getByRole('button', { name: 'More' })).toBeVisible()
  await joined(page)
})

test('a swap leaves the preview where it is: the same document, what was typed in it, and a word that code has come', {
  tag: ['@B5'],
}, async ({ page }) => {
  await openPlayground(page)
  await rewrite(
    page,
    component(
      "  word() {\n    return 'Old'\n  }\n",
      '<h1>${this.word()}</h1><input aria-label="Note">',
    ),
  )
  await run(page)
  await previewOf(page).getByLabel('Note').fill('half a th')
  const inside = await windowOf(page)
  await inside.evaluate(() => {
    const heard: unknown[] = []
    addEventListener('message', ({ data }) => heard.push(data))
    Object.assign(globalThis, { heard })
  })
  await goBehind(page, "'Old")
  await page.keyboard.type('er')
  await expect(previewOf(page).getByRole('heading', { name: 'Older' })).toBeVisible()
  await expect(previewOf(page).getByLabel('Note')).toHaveValue('half a th')
  // A new document would have lost the list.
  const heard = () => inside.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)
  await expect.poll(heard).toContainEqual({ source: 'telar', type: 'wake' })
})

test('a swap that can not keep a field says which one and why, and keeps the others', {
  tag: ['@B5', '@swap-refused'],
}, async ({ page }) => {
  const fields = (count: string, press: string) =>
    component(
      `  count = ${count}
  name = 'Ana'
  add() {
    ${press}
    this.name = 'Berta'
  }
`,
      '<button lv-click=${this.add}>Add</button><output>${this.name} ${this.count}</output>',
    )
  await openPlayground(page)
  await rewrite(page, fields('0', 'this.count += 1'))
  await run(page)
  await previewOf(page).getByRole('button', { name: 'Add' }).click()
  await expect(previewOf(page).locator('output')).toHaveText('Berta 1')
  await rewrite(page, fields("'none'", "this.count = 'one'"))
  await expect(page.getByText(/The new code runs with the state kept, except/)).toHaveText(
    /except Page\.count \(.+\)\./,
  )
  await expect(previewOf(page).locator('output')).toHaveText('Berta none')
})
