/** Ways into a lesson and through it: from the reader's own code, to one step of a check, by a number that is dragged, on a phone. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { comeNear, editorOf, goBehind, joined, openPage, previewOf, rewrite } from './playing.ts'

const resultsOf = (page: Page) => page.getByRole('region', { name: 'Check results' })
const check = (page: Page) => page.getByRole('button', { name: 'Check', exact: true })
const line = (page: Page, text: string) => page.locator('.view-line', { hasText: text })

test('a lesson that goes on with another offers the reader’s own code of it, and gives ours back', {
  tag: ['@B1', '@lesson-work-kept'],
}, async ({ page }) => {
  const offer = page.getByText('This lesson goes on with the code of “A card with a memory”.')
  await page.goto('/learn/slots')
  await comeNear(page)
  await expect(offer).toBeHidden()

  await page.goto('/learn/components')
  await comeNear(page)
  await page.getByRole('tab', { name: 'card.ts' }).click()
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('// my own card')
  await expect(page.getByText('Kept in this browser')).toBeVisible()

  await page.goto('/learn/slots')
  await comeNear(page)
  await page.getByRole('tab', { name: 'card.ts' }).click()
  await expect(offer).toBeVisible()
  await expect(line(page, '// my own card')).toHaveCount(0)
  await page.getByRole('button', { name: 'Start from my own code' }).click()
  await expect(page.getByText('This is your code of “A card with a memory”.')).toBeVisible()
  await page.getByRole('tab', { name: 'card.ts' }).click()
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(line(page, '// my own card')).toBeVisible()
  // What is new in this lesson is there too.
  await expect(page.getByRole('tab', { name: 'panel.ts' })).toBeVisible()

  await page.reload()
  await comeNear(page)
  await expect(offer).toBeHidden()
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await page.getByRole('tab', { name: 'card.ts' }).click()
  await expect(line(page, '// my own card')).toHaveCount(0)
})

test('an address of a step leads to it once the check has run', { tag: ['@B1', '@B3'] }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 600 })
  await page.goto('/learn/counter#step-starts-again')
  await joined(page)
  await check(page).click()
  const results = resultsOf(page)
  await expect(results.getByText(/of \d steps pass\.$/)).toBeVisible()
  await expect(results.locator('#step-starts-again')).toBeInViewport({ ratio: 1 })
})

test('an address of a step opens the workspace where there is room for one, and Back leaves it', {
  tag: ['@B1', '@B3'],
}, async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const title = page.locator('#text h1')
  await openPage(page, '/learn/counter')
  await expect(title).toBeVisible()
  await page.goto('/learn/counter#step-one-click-one')
  await expect(page.getByRole('tab', { name: 'counter.ts' })).toBeVisible()
  await expect(title).toBeHidden()
  await check(page).click()
  await expect(page.locator('#step-one-click-one')).toBeInViewport()
  await page.goBack()
  await expect(title).toBeVisible()
  await context.close()
})

test('an address that changes while the scripts of a page start is kept', {
  tag: ['@B1', '@B12'],
}, async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  for (const wait of [0, 50, 100, 150, 200, 300, 400]) {
    await page.goto('about:blank')
    await page.goto('/learn/counter', { waitUntil: 'commit' })
    await page.locator('#text h1').waitFor()
    await page.waitForTimeout(wait)
    await page.evaluate(() => {
      location.hash = 'workspace'
    })
    await expect(page.locator('#text h1'), `after ${wait} ms`).toBeHidden()
    expect(page.url()).toMatch(/#workspace$/)
  }
  await context.close()
})

test('a number that the reader drags is written into their code, and the preview follows', {
  tag: ['@B2'],
}, async ({ page }) => {
  await page.goto('/learn/cable')
  await joined(page)
  const away = previewOf(page).getByRole('button', { name: 'Server away for ten seconds' })
  const back = previewOf(page).getByText(/^Everybody is back after \d+ seconds$/)
  await away.click()
  const note = page.getByRole('dialog', { name: 'First a prediction' })
  if (await note.isVisible()) await note.getByRole('button', { name: 'Let it through' }).click()
  await expect(back).toHaveText('Everybody is back after 10 seconds')

  await page.locator('#passed > summary').click()
  const slider = page.getByRole('slider', { name: 'DOORS in herd.ts' })
  await expect(slider).toHaveValue('20')
  await slider.focus()
  await page.keyboard.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', '200 tablets a second')
  await expect(page.getByText(/^New code in/)).toBeVisible()
  await away.click()
  await expect(back).toHaveText('Everybody is back after 1 seconds')
  await comeNear(page)
  await page.getByRole('tab', { name: 'herd.ts' }).click()
  await goBehind(page, 'const DOORS = 200')

  // The code may say another number, or none.
  const herd = readFileSync(
    new URL('../../lessons/30-cable/start/herd.ts', import.meta.url),
    'utf8',
  )
  await rewrite(page, herd.replace('DOORS = 20', 'DOORS = 60'))
  await expect(slider).toHaveValue('60')
  await rewrite(page, herd.replaceAll('DOORS', 'GATES'))
  await expect(slider).toBeDisabled()
  await expect(page.getByText('herd.ts has no const DOORS with a number now.')).toBeVisible()
})

test('on a phone Show me goes to the preview and plays there', {
  tag: ['@B3', '@B15', '@counter-example'],
}, async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto('/learn/counter#workspace')
  await comeNear(page)
  const wrong = new URL('../../lessons/01-counter/wrong/adds-two/counter.ts', import.meta.url)
  await rewrite(page, readFileSync(wrong, 'utf8'))
  await joined(page)
  await check(page).click()
  await resultsOf(page).getByRole('button', { name: 'Show me' }).click()
  await expect(page.getByRole('tab', { name: 'Preview', selected: true })).toBeVisible()
  await expect(previewOf(page).locator('output')).toBeInViewport()
  await expect(previewOf(page).locator('output')).toHaveText('2')
  await expect(page.getByText('The number should be 1 now.').first()).toBeInViewport()
  await context.close()
})
