/** Moving between pages where the engine is a guest: below a prefix of someone else's server, and in a frame of the playground. */
import { createServer } from 'node:http'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { listen } from '../../engine/http/listen.ts'
import { html, LiveComponent, page } from '../../engine/index.ts'
import { createHandler, silentLogger } from '../../engine/server/index.ts'
import { launchChromium } from '../support/chromium.ts'

let browser: Browser
let context: BrowserContext | undefined
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  browser = await launchChromium()
}, 60_000)
afterEach(async () => {
  await context?.close()
  for (const close of closing.splice(0)) await close()
})
afterAll(() => browser?.close())

class List extends LiveComponent {
  at = 1
  paramsChanged({ page = '1' }: Record<string, string>) {
    this.at = Number(page)
  }
  next() {
    this.patch(`?page=${this.at + 1}`)
  }
  leave() {
    this.navigate('/shop/items/8')
  }
  getTemplate() {
    return html`<main><h1>List ${this.at}</h1><button id="next" lv-click=${this.next}>next</button>
      <button id="leave" lv-click=${this.leave}>leave</button><a id="seven" lv-link href="/shop/items/7">seven</a></main>`
  }
}

class Item extends LiveComponent {
  count = 0
  add() {
    this.count++
  }
  getTemplate() {
    return html`<main><h1>Item ${this.session.params.id}</h1><button id="count" lv-click=${this.add}>${this.count}</button></main>`
  }
}

/** Someone's server with pages below /shop, and a page at / that frames them. */
async function start(options: object = {}) {
  const live = createHandler({
    pages: [page('/', List, options), page('/items/:id', Item, options)],
    prefix: '/shop',
    logger: silentLogger,
  })
  const server = createServer(async (request, response) => {
    if (await live.handle(request, response)) return
    response.setHeader('content-type', 'text/html')
    response.end(
      '<!doctype html><title>Frame</title><script>heard=[];onmessage=({data})=>heard.push(data)</script><iframe src="/shop/" title="Preview" sandbox="allow-scripts allow-same-origin allow-forms" width="600" height="400"></iframe>',
    )
  })
  live.attach(server)
  const port = await listen(server, 0, '127.0.0.1')
  closing.push(async () => {
    await live.drain()
    server.closeAllConnections()
    server.close()
  })
  context = await browser.newContext()
  const tab = await context.newPage()
  const sockets: string[] = []
  tab.on('websocket', (socket) => sockets.push(socket.url()))
  return { tab, sockets, address: `http://localhost:${port}` }
}

const shows = (where: Page | FrameLocator, heading: string) =>
  where.getByRole('heading', { name: heading, exact: true }).waitFor()

/** The whole way: a link, a press there, Back, a patch, a navigation of the server's, Back again. */
async function walk(where: Page | FrameLocator, back: () => Promise<unknown>) {
  await shows(where, 'List 1')
  await where.locator('html[data-telar=connected]').waitFor()
  await where.locator('#seven').click()
  await shows(where, 'Item 7')
  await where.locator('#count').click()
  await where.getByText('1', { exact: true }).waitFor()
  await back()
  await shows(where, 'List 1')
  await where.locator('#next').click()
  await shows(where, 'List 2')
  await where.locator('#leave').click()
  await shows(where, 'Item 8')
  await where.locator('#count').click()
  await where.getByText('1', { exact: true }).waitFor()
  await back()
  await shows(where, 'List 2')
}

test('below a prefix of another server all of it is one document and one socket', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab, sockets, address } = await start()
  await tab.goto(`${address}/shop/`)
  await tab.evaluate(() => Object.assign(window, { mark: 'same' }))
  await walk(tab, () => tab.evaluate(() => history.back()))
  expect(new URL(tab.url()).pathname).toBe('/shop/')
  expect(await tab.evaluate(() => 'mark' in window)).toBe(true)
  expect(sockets.length).toBe(1)
})

test('in a sandboxed frame, with what the playground hears: the framing page stays, and its wire goes on', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab, sockets, address } = await start({ debug: true, frameAncestors: '*' })
  await tab.goto(`${address}/`)
  const frame = tab.frameLocator('iframe')
  await walk(frame, () => frame.locator('body').evaluate(() => history.back()))
  expect(new URL(tab.url()).pathname).toBe('/')
  expect(sockets.length).toBe(1)
  const heard = await tab.evaluate(
    () => (globalThis as { heard?: { type: string; direction?: string }[] }).heard!,
  )
  const frames = heard.filter(({ type }) => type === 'frame').map(({ direction }) => direction)
  expect(frames.filter((one) => one === 'up').length).toBeGreaterThan(6)
  expect(frames.filter((one) => one === 'down').length).toBeGreaterThan(6)
})
