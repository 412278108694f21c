/** A page whose address changes while it stays, in Chromium: patches, links to the same path, Back and Forward over them. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type LiveServer, serve, silentLogger } from '../../engine/server/index.ts'
import { launchChromium } from '../support/chromium.ts'
import { connected } from './support/live-page.ts'
import { PAGES } from './support/shop.ts'

let browser: Browser
let server: LiveServer
let context: BrowserContext

beforeAll(async () => {
  browser = await launchChromium()
  server = await serve({ pages: PAGES, port: 0, logger: silentLogger })
}, 60_000)
afterEach(() => context?.close())
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function visitor(path = '/') {
  context = await browser.newContext()
  const tab = await context.newPage()
  await tab.goto(server.address + path)
  await connected(tab)
  await tab.evaluate(() => Object.assign(window, { mark: 'same' }))
  return tab
}

/** Waits until the address bar and the page say the same. */
const shows = (tab: Page, url: string, page: number) =>
  tab.waitForFunction(
    ([url, heading]) =>
      location.pathname + location.search === url &&
      document.querySelector('h1')?.textContent === heading,
    [url, `Items, page ${page}`] as const,
    { timeout: 8_000 },
  )

/** The place is known once the event of the scrolling has come, with the next frame. */
const scrolls = (tab: Page, to: number) =>
  tab.evaluate((to) => {
    scrollTo(0, to)
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  }, to)

const isSameDocument = (tab: Page) => tab.evaluate(() => 'mark' in window)
const entries = (tab: Page) => tab.evaluate(() => history.length)

test('a handler changes the address: one entry of the history, the title follows, what was typed stays', {
  tags: ['A22', 'patch'],
}, async () => {
  const tab = await visitor()
  const before = await entries(tab)
  await tab.fill('#free', 'typed')
  await tab.click('#next')
  await shows(tab, '/?page=2', 2)
  expect([await tab.title(), await tab.inputValue('#free')]).toEqual(['Page 2', 'typed'])
  expect([(await entries(tab)) - before, await isSameDocument(tab)]).toEqual([1, true])
})

test('a link to the same path stays on the page too', { tags: ['A22', 'patch'] }, async () => {
  const tab = await visitor()
  await tab.click('#p3')
  await shows(tab, '/?page=3', 3)
  expect([await isSameDocument(tab), await tab.textContent('#heard')]).toEqual([true, '/?page=3'])
})

test('Back and Forward go through the addresses of a page', {
  tags: ['A22', 'patch'],
}, async () => {
  const tab = await visitor()
  await tab.click('#p2')
  await shows(tab, '/?page=2', 2)
  await tab.click('#p3')
  await shows(tab, '/?page=3', 3)
  await tab.goBack()
  await shows(tab, '/?page=2', 2)
  await tab.goBack()
  await shows(tab, '/', 1)
  await tab.evaluate(() => history.go(2))
  await shows(tab, '/?page=3', 3)
  expect(await isSameDocument(tab)).toBe(true)
})

test('Back over a patch shows the page where it was scrolled to', {
  tags: ['A22', 'patch'],
}, async () => {
  const tab = await visitor()
  await scrolls(tab, 120)
  await tab.evaluate(() => (document.querySelector('#p2') as HTMLElement).click())
  await shows(tab, '/?page=2', 2)
  await tab.evaluate(() => scrollTo(0, 640))
  await tab.waitForTimeout(100)
  await tab.goBack()
  await shows(tab, '/', 1)
  await tab.waitForFunction(() => Math.round(scrollY) === 120)
})

test('what I scroll right before Back counts for the address that I leave', {
  tags: ['A22', 'patch'],
}, async () => {
  const tab = await visitor()
  await scrolls(tab, 120)
  await tab.evaluate(() => (document.querySelector('#p2') as HTMLElement).click())
  await shows(tab, '/?page=2', 2)
  // The event of this comes with the next frame, when the entry is another one.
  await tab.evaluate(() => {
    scrollTo(0, 640)
    history.back()
  })
  await shows(tab, '/', 1)
  await tab.waitForFunction(() => Math.round(scrollY) === 120)
  await tab.evaluate(() => history.forward())
  await shows(tab, '/?page=2', 2)
  await tab.waitForFunction(() => Math.round(scrollY) === 640)
})

test('a patch in place of the entry adds none', { tags: ['A22', 'patch'] }, async () => {
  const tab = await visitor()
  const before = await entries(tab)
  await tab.click('#swap')
  await shows(tab, '/?page=2', 2)
  expect(await entries(tab)).toBe(before)
})

test('several parameters of one name come as a list', { tags: ['A5', 'page-params'] }, async () => {
  const tab = await visitor('/?tag=a&tag=b')
  expect(await tab.textContent('#tags')).toBe('a+b')
  await tab.click('#p2')
  await shows(tab, '/?page=2', 2)
  expect(await tab.textContent('#tags')).toBe('')
})

test('an address that the schema refuses: a sentence, and the page and its address stay', {
  tags: ['A22', 'address-refused'],
}, async () => {
  const tab = await visitor()
  for (const what of ['#bad', '#wrong']) {
    await tab.click(what)
    await tab.waitForFunction(() =>
      document.querySelector('.telar-status')?.textContent?.includes('not accepted'),
    )
    await shows(tab, '/', 1)
    await tab.waitForFunction(() => document.querySelector('.telar-status')?.textContent === '')
  }
  await tab.click('#p2')
  await shows(tab, '/?page=2', 2)
})

test('Back to an address that is refused now: the page stays, and the address bar says where it is', {
  tags: ['A22', 'address-refused'],
}, async () => {
  const tab = await visitor()
  await tab.click('#p2')
  await shows(tab, '/?page=2', 2)
  await tab.evaluate(() => {
    history.replaceState({ telar: { ...history.state.telar } }, '', '/?page=x')
    history.pushState(
      { telar: { ...history.state.telar, at: history.state.telar.at + 1 } },
      '',
      '/?page=2',
    )
  })
  await tab.goBack()
  await tab.waitForFunction(() =>
    document.querySelector('.telar-status')?.textContent?.includes('not accepted'),
  )
  await shows(tab, '/?page=2', 2)
})

test('Back while the connection is lost: the address bar goes back at once, the page when it is there again', {
  tags: ['A22', 'address-kept'],
}, async () => {
  const tab = await visitor()
  await tab.click('#p2')
  await shows(tab, '/?page=2', 2)
  await context.setOffline(true)
  await tab.evaluate(() => dispatchEvent(new Event('offline')))
  await tab.goBack()
  await tab.waitForFunction(() => location.search === '')
  await context.setOffline(false)
  await shows(tab, '/', 1)
  expect(await isSameDocument(tab)).toBe(true)
})

test('Back during a handler that is slow: both happen, in order', {
  tags: ['A22', 'patch'],
}, async () => {
  const tab = await visitor()
  await tab.click('#p2')
  await shows(tab, '/?page=2', 2)
  await tab.click('#slow')
  await tab.goBack()
  await shows(tab, '/', 1)
  expect(await tab.textContent('#count')).toBe('1')
})

test('a click and Back right behind it: the address bar ends where the page is', {
  tags: ['A22', 'patch'],
}, async () => {
  const tab = await visitor()
  await tab.click('#p2')
  await shows(tab, '/?page=2', 2)
  await tab.evaluate(() => {
    document.getElementById('next')!.click()
    history.back()
  })
  await shows(tab, '/', 1)
  await tab.waitForTimeout(300)
  await shows(tab, '/', 1)
})

test('two quick clicks on links of one page: both addresses, in order, are in the history', {
  tags: ['A22', 'patch'],
}, async () => {
  const tab = await visitor()
  const before = await entries(tab)
  await tab.evaluate(() => {
    for (const id of ['p2', 'p3']) document.getElementById(id)!.click()
  })
  await shows(tab, '/?page=3', 3)
  expect((await entries(tab)) - before).toBeLessThanOrEqual(2)
  expect(await tab.textContent('#heard')).toBe('/?page=2 /?page=3')
})

test('a reload shows the address’s own page, and Back over what was there before still works', {
  tags: ['A22', 'patch'],
}, async () => {
  const tab = await visitor()
  await tab.click('#p2')
  await shows(tab, '/?page=2', 2)
  await tab.click('#p3')
  await shows(tab, '/?page=3', 3)
  await tab.reload()
  await connected(tab)
  await shows(tab, '/?page=3', 3)
  await tab.goBack()
  await shows(tab, '/?page=2', 2)
})

test('the address’s page is there before any script runs', { tags: ['A22', 'patch'] }, async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const tab = await plain.newPage()
  await tab.goto(`${server.address}/?page=7`)
  expect(await tab.textContent('h1')).toBe('Items, page 7')
  await tab.click('#p3')
  await tab.waitForURL('**/?page=3')
  expect(await tab.textContent('h1')).toBe('Items, page 3')
  await plain.close()
})
