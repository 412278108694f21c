/** Moving between pages in Chromium: links, Back and Forward, what a visitor finds on arrival, and what stays the browser's. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type LiveServer, serve, silentLogger } from '../../engine/server/index.ts'
import { launchChromium } from '../support/chromium.ts'
import { connected } from './support/live-page.ts'
import { LOST, PAGES } from './support/shop.ts'

let browser: Browser
let server: LiveServer
let context: BrowserContext | undefined

beforeAll(async () => {
  browser = await launchChromium()
  server = await serve({ pages: PAGES, errorPages: { 404: LOST }, port: 0, logger: silentLogger })
}, 60_000)
afterEach(() => context?.close())
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** A visitor's tab on a page; `sockets` are those that it has opened. */
async function visitor(path = '/') {
  context = await browser.newContext()
  const tab = await context.newPage()
  const sockets: string[] = []
  tab.on('websocket', (socket) => sockets.push(socket.url()))
  const complaints: string[] = []
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await tab.goto(server.address + path)
  await connected(tab)
  // A document that is loaded anew has no mark.
  await tab.evaluate(() => Object.assign(window, { mark: 'same' }))
  return { tab, sockets, complaints }
}

/** Waits until the tab shows this page at this address, and is live. */
const shows = (tab: Page, url: string, heading: string) =>
  tab.waitForFunction(
    ([url, heading]) =>
      location.pathname + location.search + location.hash === url &&
      document.querySelector('h1')?.textContent === heading &&
      document.documentElement.dataset.telar === 'connected',
    [url, heading],
    { timeout: 8_000 },
  )

const isSameDocument = (tab: Page) => tab.evaluate(() => 'mark' in window)
const scrolled = (tab: Page) => tab.evaluate(() => Math.round(scrollY))
const clicked = (tab: Page) => tab.textContent('#count')

test('a link goes to another page in the same document, over the same socket, and the page there is live', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab, sockets, complaints } = await visitor()
  await tab.click('#i7')
  await shows(tab, '/items/7', 'Item 7')
  await tab.click('#count')
  await tab.waitForFunction(() => document.querySelector('#count')?.textContent === '1')
  expect([await isSameDocument(tab), sockets.length, complaints]).toEqual([true, 1, []])
})

test('the keyboard follows a link as the mouse does: Enter', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab } = await visitor()
  await tab.focus('#i7')
  await tab.keyboard.press('Enter')
  await shows(tab, '/items/7', 'Item 7')
  expect(await isSameDocument(tab)).toBe(true)
})

test('on arrival the page is at its top, the heading has the focus, the title is said', {
  tags: ['A22', 'arrival'],
}, async () => {
  const { tab } = await visitor()
  await tab.evaluate(() => scrollTo(0, 700))
  await tab.evaluate(() => (document.querySelector('#i7') as HTMLElement).click())
  await shows(tab, '/items/7', 'Item 7')
  expect(await scrolled(tab)).toBe(0)
  expect(await tab.evaluate(() => document.activeElement?.outerHTML)).toMatch(
    /^<h1.*>Item 7<\/h1>$/,
  )
  await tab.waitForFunction(
    () => document.querySelector('.telar-title[role=status]')?.textContent === 'Item 7',
  )
  expect(await tab.title()).toBe('Item 7')
})

test('a link to a place in another page arrives there', {
  tags: ['A22', 'arrival'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#abouthash')
  await shows(tab, '/about#more', 'About us')
  expect(await scrolled(tab)).toBeGreaterThan(500)
})

test('a link to a place in this page is the browser’s: it scrolls, and Back scrolls back', {
  tags: ['A22', 'plain-links'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#hash')
  await tab.waitForFunction(() => location.hash === '#end' && scrollY > 500)
  await tab.goBack()
  await tab.waitForFunction(() => location.hash === '' && scrollY < 200)
  expect([await isSameDocument(tab), await tab.textContent('#heard')]).toEqual([true, ''])
})

test('Back shows the page as it was: what was typed where nobody hears it, the scroll of a box, the focus, its state', {
  tags: ['A22', 'kept-pages'],
}, async () => {
  const { tab, sockets } = await visitor()
  await tab.click('#count')
  await tab.fill('#note', 'noted')
  await tab.fill('#free', 'half a thou')
  await tab.evaluate(() => document.querySelector('#box')!.scrollTo(0, 300))
  await tab.focus('#free')
  await tab.evaluate(() => scrollTo(0, 150))
  await tab.waitForFunction(() => document.querySelector('#count')?.textContent === '1')
  await tab.evaluate(() => (document.querySelector('#i8') as HTMLElement).click())
  await shows(tab, '/items/8', 'Item 8')
  await tab.goBack()
  await shows(tab, '/', 'Items, page 1')
  const found = await tab.evaluate(() => [
    (document.querySelector('#free') as HTMLInputElement).value,
    (document.querySelector('#note') as HTMLInputElement).value,
    document.querySelector('#box')!.scrollTop,
    document.activeElement?.id,
    Math.round(scrollY),
  ])
  expect(found).toEqual(['half a thou', 'noted', 300, 'free', 150])
  await tab.click('#count')
  await tab.waitForFunction(() => document.querySelector('#count')?.textContent === '2')
  expect([await isSameDocument(tab), sockets.length]).toEqual([true, 1])
})

test('Forward shows the later page as it was too', {
  tags: ['A22', 'kept-pages'],
}, async () => {
  const { tab } = await visitor('/items/7')
  await tab.click('#i8')
  await shows(tab, '/items/8', 'Item 8')
  await tab.click('#count')
  await tab.waitForFunction(() => document.querySelector('#count')?.textContent === '1')
  await tab.goBack()
  await shows(tab, '/items/7', 'Item 7')
  await tab.goForward()
  await shows(tab, '/items/8', 'Item 8')
  expect(await clicked(tab)).toBe('1')
})

test('a page further back than five is fetched anew, and stands where it was left', {
  tags: ['A22', 'kept-pages'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#count')
  await tab.waitForFunction(() => document.querySelector('#count')?.textContent === '1')
  await tab.evaluate(() => scrollTo(0, 180))
  await tab.evaluate(() => (document.querySelector('#i7') as HTMLElement).click())
  await shows(tab, '/items/7', 'Item 7')
  for (let i = 0; i < 3; i++) {
    await tab.click('#about')
    await shows(tab, '/about', 'About us')
    await tab.click('#list')
    await shows(tab, '/', 'Items, page 1')
    await tab.click('#i7')
    await shows(tab, '/items/7', 'Item 7')
  }
  await tab.evaluate(() => history.go(-10))
  await shows(tab, '/', 'Items, page 1')
  await tab.waitForFunction(() => Math.round(scrollY) === 180)
  expect([await isSameDocument(tab), await clicked(tab)]).toEqual([true, '0'])
})

test('Ctrl and the middle button open another tab, and this one stays where it is', {
  tags: ['A22', 'plain-links'],
}, async () => {
  const { tab } = await visitor()
  for (const how of [{ modifiers: ['ControlOrMeta' as const] }, { button: 'middle' as const }]) {
    const [other] = await Promise.all([context!.waitForEvent('page'), tab.click('#i7', how)])
    await shows(other, '/items/7', 'Item 7')
    await other.close()
  }
  expect(await tab.textContent('h1')).toBe('Items, page 1')
})

test('a target is the browser’s to open, and a download its to keep', {
  tags: ['A22', 'plain-links'],
}, async () => {
  const { tab } = await visitor()
  const [other] = await Promise.all([context!.waitForEvent('page'), tab.click('#blank')])
  await shows(other, '/about', 'About us')
  await other.close()
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.click('#file')])
  expect(download.url()).toBe(`${server.address}/about`)
  expect(await tab.textContent('h1')).toBe('Items, page 1')
})

test('a link without lv-link is an ordinary one', { tags: ['A22', 'plain-links'] }, async () => {
  const { tab } = await visitor()
  await tab.click('#plain')
  await shows(tab, '/about', 'About us')
  expect(await isSameDocument(tab)).toBe(false)
})

test('a link to another origin leaves the document', { tags: ['A22', 'plain-links'] }, async () => {
  const { tab } = await visitor()
  const [request] = await Promise.all([
    tab.waitForEvent('request', (one) => one.url() === 'http://127.0.0.1:1/'),
    tab.click('#foreign'),
  ])
  expect(request.isNavigationRequest()).toBe(true)
})

test('redirects lead to their end, which the address bar shows', {
  tags: ['A22', 'redirect'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#moved')
  await shows(tab, '/items/7', 'Item 7')
  expect(await isSameDocument(tab)).toBe(true)
})

test('an address of no page shows the page for that, and Back leads out of it', {
  tags: ['A22', 'redirect'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#lost')
  await shows(tab, '/lost', 'Sorry: 404')
  expect(await tab.textContent('#why')).toBe('There is nothing at this address.')
  await tab.goBack()
  await shows(tab, '/', 'Items, page 1')
  expect(await isSameDocument(tab)).toBe(true)
})

test('a page that nobody may see is loaded by the browser, with its 403', {
  tags: ['A22', 'redirect'],
}, async () => {
  const { tab } = await visitor()
  const [answer] = await Promise.all([
    tab.waitForResponse((one) => one.request().isNavigationRequest()),
    tab.click('#secret'),
  ])
  expect(answer.status()).toBe(403)
  await tab.waitForFunction(() => document.body.textContent!.includes('Only for members.'))
})

test('redirects in a circle end with a sentence', { tags: ['A22', 'redirect-loop'] }, async () => {
  const { tab } = await visitor()
  await tab.click('#loop')
  await tab.waitForFunction(() =>
    document.body.textContent!.includes(
      'Expected redirects to end at a page, received 10 in a row',
    ),
  )
})

test('pages that navigate to each other are stopped, and the console says why', {
  tags: ['A22', 'redirect-loop'],
}, async () => {
  const { tab } = await visitor()
  const told = tab.waitForEvent('console', (message) => message.text().includes('redirect-loop'))
  await tab.goto(`${server.address}/ping`)
  expect((await told).text()).toContain('Expected navigations to end, received 10 in a row')
})

test('a handler that finds nothing shows the page for that in place of this one; the address stays', {
  tags: ['A22', 'redirect'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#gone')
  await shows(tab, '/', 'Sorry: 404')
  expect([await tab.textContent('#why'), await isSameDocument(tab)]).toEqual([
    'That item was sold.',
    true,
  ])
})

test('what a handler says as it leaves is still read on the next page', {
  tags: ['A22', 'flash'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#go')
  await shows(tab, '/about', 'About us')
  await tab.locator('.telar-flash', { hasText: 'Saved' }).waitFor()
  expect(await isSameDocument(tab)).toBe(true)
})

test('navigating in place of an entry leaves no way back to it', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#i7')
  await shows(tab, '/items/7', 'Item 7')
  await tab.click('#back')
  await shows(tab, '/?page=4', 'Items, page 4')
  await tab.goBack()
  await shows(tab, '/', 'Items, page 1')
})

test('a style sheet of the new page is there as it shows, and gone when it leaves', {
  tags: ['A22', 'arrival'],
}, async () => {
  const { tab, complaints } = await visitor()
  const colour = () => tab.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)
  const before = await colour()
  await tab.click('#styled')
  await shows(tab, '/styled', 'About us')
  expect(await colour()).toBe('rgb(1, 2, 3)')
  await tab.goBack()
  await shows(tab, '/', 'Items, page 1')
  expect([await colour(), complaints]).toEqual([before, []])
})

test('a page with another policy or another language is loaded by the browser', {
  tags: ['A22', 'navigate'],
}, async () => {
  for (const [link, url] of [
    ['#strict', '/strict'],
    ['#spanish', '/spanish'],
  ] as const) {
    const { tab } = await visitor()
    await tab.click(link)
    await shows(tab, url, 'About us')
    expect(await isSameDocument(tab)).toBe(false)
    await context!.close()
  }
})

test('a page that can’t be fetched is left to the browser, which says so', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab } = await visitor()
  await tab.route('**/items/7', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  )
  await tab.click('#i7')
  await shows(tab, '/items/7', 'Item 7')
  expect(await isSameDocument(tab)).toBe(false)
})

test('two quick clicks: the second link is the one that counts', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab } = await visitor()
  await tab.route('**/items/7', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue().catch(() => {})
  })
  await tab.evaluate(() => {
    for (const id of ['i7', 'i8']) document.getElementById(id)!.click()
  })
  await shows(tab, '/items/8', 'Item 8')
  await tab.waitForTimeout(600)
  expect(await tab.textContent('h1')).toBe('Item 8')
  await tab.goBack()
  await shows(tab, '/', 'Items, page 1')
})

test('on a slow network the old page stays live until the new one is there', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab } = await visitor()
  await tab.route('**/items/7', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await tab.click('#i7')
  await tab.click('#count')
  await tab.waitForFunction(() => document.querySelector('#count')?.textContent === '1')
  expect(await tab.getAttribute('#telar-root', 'aria-busy')).toBe('true')
  await shows(tab, '/items/7', 'Item 7')
  expect(await tab.getAttribute('#telar-root', 'aria-busy')).toBe(null)
})

test('what was sent before a link is answered first: a slow handler’s work is there on the way back', {
  tags: ['A22', 'navigate'],
}, async () => {
  const { tab } = await visitor()
  await tab.click('#slow')
  await tab.click('#i7')
  await shows(tab, '/items/7', 'Item 7')
  await tab.goBack()
  await shows(tab, '/', 'Items, page 1')
  expect(await clicked(tab)).toBe('1')
})

test('unsaved work: the visitor is asked, and stays or goes as they say', {
  tags: ['A22', 'unsaved'],
}, async () => {
  const { tab } = await visitor('/edit')
  const asked: string[] = []
  let answer = false
  tab.on('dialog', (dialog) => {
    asked.push(`${dialog.type()} ${dialog.message()}`)
    void (answer ? dialog.accept() : dialog.dismiss())
  })
  await tab.fill('#text', 'draft')
  await tab.waitForFunction(() => document.querySelector('#is')?.textContent === 'draft')
  await tab.click('#about')
  expect(await tab.textContent('h1')).toBe('Edit')
  answer = true
  await tab.click('#about')
  await shows(tab, '/about', 'About us')
  expect(asked).toEqual(Array(2).fill('confirm Leave without saving?'))
})

test('unsaved work: closing the tab or reloading asks in the browser’s words, and after saving nobody is asked', {
  tags: ['A22', 'unsaved'],
}, async () => {
  const { tab } = await visitor('/edit')
  const asked: string[] = []
  tab.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await tab.click('#text')
  await tab.keyboard.type('draft')
  await tab.waitForFunction(() => document.querySelector('#is')?.textContent === 'draft')
  await tab.reload()
  await connected(tab)
  expect(asked).toEqual(['beforeunload'])
  await tab.click('#about')
  await shows(tab, '/about', 'About us')
  expect(asked).toEqual(['beforeunload'])
})
