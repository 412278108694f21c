/** The reference in Chromium: it reads without script, its list keeps the place, its examples open in the playground. */
import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { previewOf, run } from './playing.ts'

/** Gzipped bytes of the scripts that a page loads. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const loaded: Promise<Buffer>[] = []
  const note = (response: { ok(): boolean; url(): string; body(): Promise<Buffer> }) => {
    if (response.ok() && new URL(response.url()).pathname.endsWith('.js'))
      loaded.push(response.body())
  }
  page.on('response', note)
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  page.off('response', note)
  const files = await Promise.all(loaded)
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0)
}

test('a page of the reference loads no script of its own', { tag: ['@B14'] }, async ({ page }) => {
  const others = await scriptBytes(page, '/examples')
  expect(await scriptBytes(page, '/reference/form')).toBeLessThanOrEqual(others + 1000)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('I read a name, its members, its errors and its examples', { tag: ['@B14'] }, async ({
    page,
  }) => {
    await page.goto('/reference/form')
    await expect(page.getByRole('heading', { level: 1, name: 'form' })).toBeVisible()
    await expect(page.getByText('Function of telar · Since 0.1.0')).toBeVisible()
    await expect(page.getByText('class SignUp extends LiveComponent')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'form-schema' }).first().click()
    await expect(page).toHaveURL(/\/reference\/errors#form-schema$/)
    await expect(page.locator('#form-schema')).toContainText('Cause')
  })

  test('the list beside the page says where I am, and on a phone a press opens it', async ({
    page,
  }) => {
    await page.goto('/reference/form')
    const list = page.getByRole('navigation', { name: 'Pages of the reference' })
    await expect(list.locator('[aria-current=page]')).toHaveText('form')
    await expect(list).toBeVisible()
    await list.getByRole('link', { name: 'Limits' }).focus()
    await expect(list.getByRole('link', { name: 'Limits' })).toBeFocused()
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(list).toBeHidden()
    await page.getByText('Pages of the reference').click()
    await expect(list).toBeVisible()
  })
})

test('the switch of languages keeps the place, and all that it says of a name is in Spanish', async ({
  page,
}) => {
  await page.goto('/reference/form')
  await page.getByRole('link', { name: 'Español' }).click()
  await expect(page).toHaveURL(/\/es\/reference\/form$/)
  await expect(
    page.getByText('Lo que escribe un visitante se queda como lo escribió'),
  ).toBeVisible()
  await expect(page.locator('main [lang=en]')).toHaveCount(0)
})

test('each page has its Markdown', async ({ page, request }) => {
  await page.goto('/es/reference/protocol/setText')
  const href = await page
    .getByRole('link', { name: 'Esta página en Markdown' })
    .getAttribute('href')
  expect(href).toBe('/es/reference/protocol/setText.md')
  for (const [path, start] of [
    [href!, '# `setText`'],
    ['/reference.md', '# Reference'],
    ['/reference/form.md', '# `form`'],
    [
      '/es/reference/form.md',
      '# `form`\\n\\nFunción de telar · Desde 0.1.0\\n\\nUn formulario cuyos valores, errores y progreso son estado de su componente.',
    ],
  ] as const) {
    const answer = await request.get(path)
    expect(answer.headers()['content-type']).toBe('text/markdown; charset=utf-8')
    expect(await answer.text()).toMatch(new RegExp(`^${start}\n`))
  }
})

test('an example opens in the playground and runs there', { tag: ['@B14'] }, async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/reference/LiveComponent')
  await page.getByRole('link', { name: 'Open in the playground' }).first().click()
  await expect(page).toHaveURL(/\/playground#1\./)
  await run(page)
  const preview = previewOf(page)
  await preview.getByRole('button', { name: 'Off' }).click()
  await expect(preview.getByRole('button', { name: 'On' })).toBeVisible()
})

test('there is no page for a name that is none', async ({ page }) => {
  const answer = await page.goto('/reference/nothing')
  expect(answer?.status()).toBe(404)
})
