/** A restart of the server in the middle of a lesson. */
import { expect, type Page } from '@playwright/test'
import { comeNear, joined, previewOf, rewrite } from './playing.ts'
import { test } from './site-process.ts'

const COUNTER = `import { html, LiveComponent } from 'telar'

export default class Counter extends LiveComponent {
  count = 40

  add() {
    this.count += 2
  }

  getTemplate() {
    return html\`<h1>Mine</h1><output>\${this.count}</output><button lv-click=\${this.add}>More</button>\`
  }
}
`

test('a restart of the server in mid-lesson loses no code and no progress: after a reload Check and preview go on', {
  tag: ['@B1', '@lesson-work-kept'],
}, async ({ page, sites }) => {
  const site = await sites.start()
  await page.goto(`${site.origin}/learn/counter`)
  await comeNear(page)
  await rewrite(page, COUNTER)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const results = page.getByRole('region', { name: 'Check results' })
  await expect(results.getByText(/steps pass\.$/)).toBeVisible()

  site.child.kill('SIGKILL')
  await site.ended
  const again = sites.launch(site.port)
  await expect.poll(() => again.said()).toContain(`Telar is ready at ${site.origin}`)
  // The page says so itself: what ran is gone with the server, what was written is not.
  await page.reload()
  await expect(page.getByRole('banner').getByText(/\d of \d steps/)).toBeVisible()
  await expect(page.getByText('this.count += 2').first()).toBeVisible()
  await expect(results).toBeHidden()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(results.getByText(/steps pass\.$/)).toBeVisible()
  await expect(previewOf(page).getByRole('button', { name: 'More' })).toBeVisible()
})

const lost = (page: Page, title = 'The connection to the server was lost') =>
  page.getByRole('alert').filter({ hasText: title })

for (const signal of ['SIGKILL', 'SIGTERM'] as const)
  test(`a page that lost its server by ${signal} finds it again by itself, with code and progress`, {
    tag: ['@B1', '@B7', '@lesson-work-kept'],
  }, async ({ page, sites }) => {
    const site = await sites.start()
    await page.goto(`${site.origin}/learn/counter`)
    await comeNear(page)
    await rewrite(page, COUNTER)
    await expect(previewOf(page).getByRole('button', { name: 'More' })).toBeVisible()
    await joined(page)
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    const results = page.getByRole('region', { name: 'Check results' })
    await expect(results.getByText(/steps pass\.$/)).toBeVisible()
    const progress = await page
      .getByRole('banner')
      .getByText(/\d of \d steps/)
      .textContent()

    const asked: number[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/telar-config.json')) asked.push(Date.now())
    })
    site.child.kill(signal)
    await site.ended
    await expect(lost(page)).toContainText('This page looks for the server by itself')
    // Less and less often: after half a second at least, then one, then two.
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(3)
    const [first = 0, second = 0, third = 0] = asked
    expect(second - first).toBeGreaterThanOrEqual(990)
    expect(third - second).toBeGreaterThanOrEqual(1990)
    await expect(page.getByText('this.count += 2').first()).toBeVisible()

    const again = sites.launch(site.port)
    await expect.poll(() => again.said()).toContain(`Telar is ready at ${site.origin}`)
    await expect(lost(page)).toBeHidden()
    await joined(page)
    await previewOf(page).getByRole('button', { name: 'More' }).click()
    await expect(previewOf(page).locator('output')).toHaveText('42')
    await expect(page.getByRole('banner').getByText(progress ?? '')).toBeVisible()
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(results.getByText(/steps pass\.$/)).toBeVisible()
  })

test('in Spanish the page says so in Spanish, and looks at once when it is asked to', async ({
  page,
  sites,
}) => {
  const site = await sites.start()
  await page.goto(`${site.origin}/es/learn/counter`)
  await joined(page, 'Vista previa')
  const asked: number[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/telar-config.json')) asked.push(Date.now())
  })
  site.child.kill('SIGKILL')
  await site.ended
  const notice = lost(page, 'Se perdió la conexión con el servidor')
  await expect(notice).toContainText('Esta página busca el servidor por sí sola')
  // By then it waits for four seconds or more, so that a question within the next one is the press's.
  await expect.poll(() => asked.length).toBeGreaterThanOrEqual(4)
  const pressed = Date.now()
  await notice.getByRole('button', { name: 'Probar ahora' }).click()
  await expect.poll(() => asked.length).toBeGreaterThanOrEqual(5)
  expect((asked[4] ?? 0) - pressed).toBeLessThan(2000)
  const again = sites.launch(site.port)
  await expect.poll(() => again.said()).toContain(`Telar is ready at ${site.origin}`)
  await expect(notice).toBeHidden()
  await joined(page, 'Vista previa')
})
