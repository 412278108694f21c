/** What hands expect of an editor and of links: saving, adding, tabs, types, and what programs make of addresses. */
import { expect, test } from '@playwright/test'
import {
  comeNear,
  component,
  consoleOf,
  editorOf,
  openPlayground,
  previewOf,
  rewrite,
  run,
} from './playing.ts'

test('I see my code in colours before the editor has come, and my first click sets the caret', async ({
  page,
}) => {
  const scripts: number[] = []
  page.on('response', async (answer) => {
    if (answer.url().includes('/_next/')) scripts.push(Number(answer.headers()['content-length']))
  })
  await page.goto('/playground')
  const still = editorOf(page)
  await expect(still).toContainText('getTemplate()')
  await page.waitForLoadState('networkidle')
  await expect(page.locator('[data-editor="ready"]')).toHaveCount(0)
  const [plain, keyword] = await still.evaluate((element) =>
    ['add', 'import'].map((word) => {
      const spans = element.parentElement?.querySelectorAll('span') ?? []
      const span = [...spans].find((one) => one.textContent?.includes(word))
      return getComputedStyle(span as Element).color
    }),
  )
  expect(keyword).not.toBe(plain)
  await still.click({ position: { x: 60, y: 12 + 22 * 2.5 - 12 } })
  await expect(page.locator('[data-editor="ready"]')).toBeVisible()
  await expect(editorOf(page)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type('23')
  await expect(page.locator('.view-line', { hasText: 'const step = 123' })).toBeVisible()
})

test('Ctrl+S formats my file, says that it is saved, and the browser does not ask', async ({
  page,
}) => {
  await openPlayground(page)
  await rewrite(page, component('  count   =  0', '<p>${this.count}</p>'))
  const taken = await page.evaluateHandle(() => ({
    key: new Promise<boolean>((resolve) => {
      addEventListener('keydown', (event) => {
        if (event.key === 's') resolve(event.defaultPrevented)
      })
    }),
  }))
  await page.keyboard.press('Control+s')
  expect(await taken.evaluate(({ key }) => key)).toBe(true)
  await expect(page.getByText('Saved in this browser.')).toBeVisible()
  await expect(page.locator('.view-line', { hasText: 'count = 0' })).toBeVisible()
})

test('I add a file and write at once, and its tab is in sight among many', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 720 })
  await openPlayground(page)
  for (const name of ['first-of-many.ts', 'second-of-many.ts', 'third-of-many.ts', 'last.ts']) {
    await page.getByRole('button', { name: 'New file' }).click()
    await page.getByLabel('File name').fill(name)
    await page.keyboard.press('Enter')
    await expect(editorOf(page)).toBeFocused()
  }
  await page.keyboard.type('export const word = 7')
  await expect(page.locator('.view-line', { hasText: 'export const word = 7' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'last.ts' })).toBeInViewport({ ratio: 1 })
})

test('My choice for the Tab key is kept', async ({ page }) => {
  await openPlayground(page)
  await page.getByRole('button', { name: /Tab leaves the editor/ }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: /Tab indents/ })).toBeVisible()
  await comeNear(page)
  await expect(page.getByRole('button', { name: /Tab indents/ })).toBeVisible()
})

test('The editor knows the modules of Node, from our own address', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openPlayground(page)
  expect(asked.some((url) => url.includes('node-types'))).toBe(false)
  await rewrite(
    page,
    `import { readFileSync } from 'node:fs'\nexport const size: string = readFileSync('a').byteLength\n`,
  )
  const marked = page.locator('.squiggly-error')
  await expect(marked).toHaveCount(1)
  expect(asked.some((url) => url.endsWith('/telar-node-types.json'))).toBe(true)
})

for (const [says, mangle] of [
  ['a full stop behind it', (hash: string) => `#${hash}.`],
  ['a bracket behind it', (hash: string) => `#${hash})`],
  ['its dot encoded', (hash: string) => `#${hash.replace('.', '%2E')}`],
  ['its # encoded', (hash: string) => `%23${hash}`],
  ['a tracking parameter', (hash: string) => `#${hash}&amp;utm_source=mail`],
] as const)
  test(`A link with ${says} opens`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openPlayground(page)
    await page.getByRole('button', { name: 'Share' }).click()
    const field = page.getByRole('dialog').getByRole('textbox')
    await expect(field).toHaveValue(/#1\./)
    const [, hash] = (await field.inputValue()).split('#')
    const other = await context.newPage()
    await other.goto(`/playground${mangle(hash!)}`)
    await expect(other.getByText('A copy from a link.')).toBeVisible()
  })

test('A link to another site in the preview opens in a tab of its own', async ({
  page,
  context,
}) => {
  await context.route('https://example.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'Elsewhere' }),
  )
  await openPlayground(page)
  await rewrite(page, component('', '<a href="https://example.com/there">Elsewhere</a>'))
  await run(page)
  const opened = context.waitForEvent('page')
  await previewOf(page).getByRole('link', { name: 'Elsewhere' }).click()
  await (await opened).waitForURL('https://example.com/there')
  await expect(previewOf(page).getByRole('link', { name: 'Elsewhere' })).toBeVisible()
})

test('I am told at once that I am offline, and nothing is waited for', async ({
  page,
  context,
}) => {
  await openPlayground(page)
  await context.setOffline(true)
  await expect(page.getByText('You are offline.')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('You are offline.')).toHaveCount(0)
})

test('A handler that I called instead of handing it over is told at its line', async ({ page }) => {
  await openPlayground(page)
  await rewrite(
    page,
    component(
      '  count = 0\n  add() {\n    this.count += 1\n  }',
      '<output>${this.count}</output><button lv-click=${this.add()}>Add</button>',
    ),
  )
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(
    page
      .getByText(
        'Expected a function at lv-click, received undefined. Write ${this.add} without ().',
      )
      .first(),
  ).toBeVisible()
  await expect(consoleOf(page)).toBeVisible()
})
