/** The client in Chromium against literal frames. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { join, type LiveServer, launch, liveServer } from './browser.ts'

let browser: Browser
let page: Page
let server: LiveServer

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await liveServer()
  page = await browser.newPage()
})
afterEach(async () => {
  await page.close()
  await server.close()
})

const COUNTER =
  '<main lv-t="0"><button lv-r="1 x " lv-click="2">Clicked <!--3-->0<!--/3--> times</button></main>'

test('A7 a click becomes six bytes and its answer changes one text', async () => {
  await join(server, page, { body: COUNTER })
  await page.click('button')
  const event = await server.until((up) => up.type === 'event')
  expect(event).toEqual({
    type: 'event',
    component: 0,
    event: 'click',
    slot: 2,
    seq: 1,
    frame: 1,
    data: {},
  })
  server.frame('13 01 06 01 06 02 3130')
  await page.waitForFunction('document.querySelector("button").textContent === "Clicked 10 times"')
})
