/** What a server tells its tab beside the page: a title, a flash. In Chromium, with literal frames. */
import { expect, test } from 'vitest'
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import { useClient } from './browser.ts'

const { open, page: currentPage } = useClient()
const BODY = '<main lv-t="0"></main>'

const flash = (kind: string, text: string) =>
  encodeOps([{ op: 'signal', kind: 'flash', value: { kind, text } }])

test('a flash that had to be fetched for comes in its order, and is put away by hand', {
  tags: ['A22'],
}, async () => {
  const tab = currentPage()
  let tries = 0
  await tab.route('**/client-trouble.js', (route) =>
    tries++ === 0 ? route.abort() : route.continue(),
  )
  const { server } = await open({ body: BODY })
  server.send(flash('info', 'first'))
  server.send(flash('error', '<b>second</b>'))
  const notes = tab.locator('.telar-flashes[role=status] .telar-flash')
  await notes.nth(1).waitFor()
  expect(await notes.locator('span').allTextContents()).toEqual(['first', '<b>second</b>'])
  expect(await notes.nth(1).getAttribute('data-kind')).toBe('error')
  await notes.nth(0).getByRole('button', { name: 'Close' }).click()
  expect(await notes.count()).toBe(1)
})

test('a flash goes by itself, but not while somebody points at it', {
  tags: ['A22', 'flash'],
}, async () => {
  const tab = currentPage()
  await tab.clock.install()
  const { server } = await open({ body: BODY })
  server.send(flash('info', 'Saved'))
  const note = tab.locator('.telar-flash')
  await note.hover()
  await tab.clock.runFor(7000)
  expect(await note.count()).toBe(1)
  await tab.mouse.move(1, 1)
  await tab.clock.runFor(7000)
  expect(await note.count()).toBe(0)
})

test('an app shows a flash in its own way: telar:flash is prevented', {
  tags: ['A22', 'flash'],
}, async () => {
  const { page, server } = await open({
    body: BODY,
    head: `<script>addEventListener('telar:flash', (event) => {
      event.preventDefault()
      document.title = event.detail.kind + ' ' + event.detail.text
    })</script>`,
  })
  server.send(flash('info', 'Saved'))
  await page.waitForFunction(() => document.title === 'info Saved')
  expect(await page.locator('.telar-flashes').count()).toBe(0)
})
