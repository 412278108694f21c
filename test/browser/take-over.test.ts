/** Kills the server under a tab: another process takes the session up and the visitor loses nothing. */
import { expect, test } from 'vitest'
import { startDesk } from './support/desk.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { browser } = useBrowser()

test('a server killed under a tab loses no click; focus, caret, typed text, scroll and rows stay', {
  tags: [
    'A9',
    'A10',
    'A13',
    'driver-repaint',
    'event-queue',
    'exactly-once',
    'focus-stays',
    'wiped-children',
  ],
}, async () => {
  const desk = await startDesk()
  const tab = await browser().newPage()
  try {
    await tab.goto(desk.address)
    await connected(tab)
    for (let i = 0; i < 5; i++) await tab.click('#add')
    await tab.fill('#bound', 'kept by the server')
    await tab.fill('#free', 'known to the page alone')
    await tab.click('#note')
    await tab.waitForFunction(() => document.querySelector('#state')!.textContent === 'noted')
    await tab.focus('#free')
    await tab.evaluate(() => {
      const field = document.querySelector('#free') as HTMLInputElement
      field.setSelectionRange(3, 7)
      document.querySelector('#scroll')!.scrollTop = 120
      document.querySelector('[data-id="20"]')!.setAttribute('data-mine', 'same element')
    })
    await tab.waitForFunction(
      () => document.querySelector('p')!.textContent === 'kept by the server',
    )
    await desk.kill()
    // Clicks while nobody listens wait in the page.
    for (let i = 0; i < 3; i++)
      await tab.evaluate(() => (document.querySelector('#add') as HTMLElement).click())
    await tab.getByRole('status').filter({ hasText: /.+/ }).first().waitFor()
    await desk.start()
    await connected(tab)
    await tab.waitForFunction(() => document.querySelector('#add')!.textContent === '8')
    expect(
      await tab.evaluate(() => {
        const field = document.querySelector('#free') as HTMLInputElement
        return {
          bound: (document.querySelector('#bound') as HTMLInputElement).value,
          free: field.value,
          focused: document.activeElement === field,
          selection: [field.selectionStart, field.selectionEnd],
          scroll: document.querySelector('#scroll')!.scrollTop,
          row: document.querySelector('[data-id="20"]')!.getAttribute('data-mine'),
          rows: document.querySelectorAll('.row').length,
          notes: document.querySelectorAll('#notes li').length,
          state: document.querySelector('#state')!.textContent,
        }
      }),
    ).toEqual({
      bound: 'kept by the server',
      free: 'known to the page alone',
      focused: true,
      selection: [3, 7],
      scroll: 120,
      row: 'same element',
      rows: 40,
      notes: 1,
      state: 'noted',
    })
    await tab.click('#turn')
    await tab.waitForFunction(() => document.querySelector('.row')!.textContent === 'row 39')
    expect(await tab.getAttribute('[data-id="20"]', 'data-mine')).toBe('same element')
  } finally {
    await tab.close()
    await desk.kill()
  }
})
