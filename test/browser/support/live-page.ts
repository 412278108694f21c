/** Serves components for one test and opens them in Chromium. */
import type { Browser, Page as BrowserPage } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type ComponentClass, type PageOptions, page } from '../../../engine/index.ts'
import {
  type LiveServer,
  type ServeOptions,
  serve,
  silentLogger,
} from '../../../engine/server/index.ts'
import { launchChromium } from '../../support/chromium.ts'

export interface Opened {
  server: LiveServer
  tab: BrowserPage
  /** What the browser complained of. */
  complaints: string[]
}

/** Registers a browser for this file; the result opens a component in it. */
export function useBrowser() {
  let browser: Browser
  const servers: LiveServer[] = []
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    for (const server of servers) await server.close()
  })
  return {
    browser: () => browser,
    async open(
      component: ComponentClass,
      options: PageOptions = {},
      serving: Partial<ServeOptions> = {},
    ): Promise<Opened> {
      const server = await serve({
        pages: [page('/', component, { debug: true, ...options })],
        port: 0,
        logger: silentLogger,
        ...serving,
      })
      servers.push(server)
      const tab = await browser.newPage()
      const complaints: string[] = []
      tab.on('pageerror', (error) => complaints.push(error.message))
      tab.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      await tab.goto(server.address)
      await connected(tab)
      return { server, tab, complaints }
    },
  }
}

export const connected = (tab: BrowserPage) =>
  tab.waitForFunction(() => document.documentElement.dataset.telar === 'connected')
