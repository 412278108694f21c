/** What a page really fetches: the core and the rules for fields while all is well, and more when it has something to say. */

import type { Page, Request, WebSocket } from 'playwright-core'
import { expect, test } from 'vitest'
import { hold } from '../support/hold.ts'
import { startDesk } from './support/desk.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { browser } = useBrowser()
const sockets = new WeakMap<Page, WebSocket>()

test('a page that is well loads the core, 9 KB as served, and the rules for its fields; a take-over adds the words for it', {
  tags: ['A8'],
}, async () => {
  const desk = await startDesk()
  const tab = await browser().newPage()
  const scripts = watchScripts(tab)
  try {
    await tab.goto(desk.address)
    await connected(tab)
    const until = Date.now() + 3000
    let count = 0
    while (Date.now() < until) {
      await tab.click('#add')
      await shows(tab, '#add', `${++count}`)
    }
    await tab.fill('#bound', 'typed')
    await shows(tab, 'p', 'typed')
    await tab.click('#turn')
    await shows(tab, '.row', 'row 39')
    expect(scripts.map(nameOf)).toEqual(['client.js', 'client-fields.js'])
    expect((await scripts[0]!.sizes()).responseBodySize).toBeLessThanOrEqual(9 * 1024)

    await desk.kill()
    await shows(tab, '.telar-status', 'Connection lost. Trying again…')
    await tab.evaluate(() => document.querySelector<HTMLElement>('#add')!.click())
    await desk.start()
    await connected(tab)
    await shows(tab, '#add', `${count + 1}`)
    await shows(tab, '.telar-status', 'Connected again.')
    expect(scripts.map(nameOf)).toEqual(['client.js', 'client-fields.js', 'client-trouble.js'])
    expect(await tab.inputValue('#bound')).toBe('typed')
    await shows(tab, '.telar-status', '')
  } finally {
    await tab.close()
    await desk.kill()
  }
})

test('a driver is fetched with the first frame that asks for one, and frames behind it wait', {
  tags: ['A8'],
}, async () => {
  const desk = await startDesk()
  const tab = await browser().newPage()
  const scripts = watchScripts(tab)
  const release = await hold(tab, '**/client-extras.js')
  try {
    await tab.goto(desk.address)
    await connected(tab)
    const asked = tab.waitForRequest('**/client-extras.js')
    await tab.click('#note')
    await asked
    const answered = frames(tab)
    await tab.click('#add')
    await answered
    expect(await tab.textContent('#add')).toBe('0')
    release()
    await shows(tab, '#notes', 'a note')
    await shows(tab, '#add', '1')
    expect(scripts.map(nameOf)).toEqual(['client.js', 'client-fields.js', 'client-extras.js'])
  } finally {
    await tab.close()
    await desk.kill()
  }
})

/** Resolves once the server has answered with another frame. */
const frames = (tab: Page) =>
  new Promise<void>((resolve) => sockets.get(tab)!.once('framereceived', () => resolve()))

function watchScripts(tab: Page): Request[] {
  const scripts: Request[] = []
  tab.on('websocket', (socket) => sockets.set(tab, socket))
  tab.on('request', (request) => {
    if (request.resourceType() === 'script' || request.url().endsWith('.js')) scripts.push(request)
  })
  return scripts
}

const nameOf = (request: Request) => request.url().split('/').at(-1)

const shows = (tab: Page, selector: string, text: string) =>
  tab.waitForFunction(
    ([at, wanted]) => document.querySelector(at!)?.textContent === wanted,
    [selector, text],
  )
