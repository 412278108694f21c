/** A command and a repaint: who wrote last. */
import { expect, test } from 'vitest'
import type { Op } from '../../engine/protocol/ops.ts'
import { connected, useClient } from './browser.ts'

const { page: currentPage, server: currentServer } = useClient()

const painted = (tone: string): Op[] => [
  { op: 'template', number: 0, html: '<p lv-s="1:class 2:lv-do-click">x</p>' },
  {
    op: 'insert',
    list: 0,
    tpl: 0,
    base: 1,
    before: 0,
    key: '',
    strings: [tone, '[["addClass","","open"],["hide","i"]]'],
  },
]

test('what a command did stands over a take-over, until the server gives that attribute a new value', {
  tags: ['A22', 'A10', 'client-commands'],
}, async () => {
  const [page, server] = [currentPage(), currentServer()]
  server.options = { body: '<main lv-t="0"></main><i>hint</i>' }
  await page.goto(server.address)
  const takeOver = async (count: number, tone: string) => {
    await server.hello(count)
    server.welcome({ epoch: count, applied: 0, resumed: false, frame: 1 })
    server.ops(painted(tone), { repaint: true })
    await connected(page)
  }
  const extras = page.waitForResponse('**/client-extras.js')
  await takeOver(1, 'plain')
  await extras
  await page.click('p')
  await page.waitForSelector('p.plain.open')
  expect(await page.locator('i').isHidden()).toBe(true)

  server.socket.close(1012)
  await takeOver(2, 'plain')
  expect(await page.getAttribute('p', 'class')).toBe('plain open')
  expect(await page.locator('i').isHidden()).toBe(true)

  server.socket.close(1012)
  await takeOver(3, 'loud')
  await page.waitForSelector('p.loud')
  expect(await page.getAttribute('p', 'class')).toBe('loud')
})
