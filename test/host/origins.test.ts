/** What pages of other origins get, in Chromium: a third origin nothing of the host, a preview nothing of the site. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ContainerHost, createHost } from '../../playground/host/index.ts'
import { launchChromium } from '../support/chromium.ts'
import { buildScripts } from './support/build-scripts.ts'
import { type Page as BootedPage, bootPage } from './support/page.ts'
import { startSite, type TestSite } from './support/site.ts'

describe('origins', () => {
  let site: TestSite
  let third: TestSite
  let host: ContainerHost
  let browser: Browser

  beforeAll(async () => {
    site = await startSite()
    third = await startSite()
    host = await createHost({
      port: 0,
      siteOrigins: [site.origin],
      secret: 'a secret for tests',
      scripts: await buildScripts(),
    })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
    await third?.close()
    await site?.close()
  })

  /** Frames the headless page as the client library does and waits for what comes of it. */
  const frameHeadless = async (origin: string, token: string) => {
    const page = await browser.newPage()
    await page.goto(origin)
    const found = await page.evaluate(
      async ({ url, hostOrigin }) => {
        const told: unknown[] = []
        addEventListener('message', (event) => told.push([event.origin, event.data]))
        const frame = document.createElement('iframe')
        frame.src = url
        await new Promise((resolve) => {
          frame.onload = resolve
          document.body.append(frame)
        })
        // A second frame of this page's own answers after anything the first one posted.
        const later = document.createElement('iframe')
        later.srcdoc = '<script>parent.postMessage("later", "*")</script>'
        document.body.append(later)
        while (!told.some((it) => (it as unknown[])[1] === 'later'))
          await new Promise((resolve) => setTimeout(resolve, 20))
        const read = (path: string) =>
          fetch(hostOrigin + path).then(
            (answer) => answer.text(),
            () => 'unreadable',
          )
        return {
          told: told.filter((it) => (it as unknown[])[1] !== 'later'),
          headless: await read(new URL(url).pathname + new URL(url).search),
          script: await read('/headless.js'),
          sandbox: await read('/api/sandbox').then((text) => text !== 'unreadable'),
        }
      },
      {
        url: `${host.origin}/headless?version=1.6.4&client_id=${token}`,
        hostOrigin: host.origin,
      },
    )
    await page.close()
    return found
  }

  test('a page of a third origin gets nothing from /headless, not even with a token of the site', {
    tags: ['B11'],
  }, async () => {
    expect(await frameHeadless(third.origin, host.mintToken(site.origin))).toEqual({
      told: [],
      headless: 'unreadable',
      script: 'unreadable',
      sandbox: false,
    })
  })

  test('the site gets its port, and may ask what the sandbox is', { tags: ['B11'] }, async () => {
    expect(await frameHeadless(site.origin, host.mintToken(site.origin))).toEqual({
      told: [[host.origin, { type: 'init' }]],
      headless: 'unreadable',
      script: 'unreadable',
      sandbox: true,
    })
  })

  test('a refused boot fails with a sentence and does not hang', async () => {
    const page = await browser.newPage()
    await page.goto(site.origin)
    const message = await page.evaluate((origin) => {
      globalThis.WEBCONTAINER_API_IFRAME_URL = origin
      return globalThis.WebContainerLibrary.WebContainer.boot().catch((it: Error) => it.message)
    }, host.origin)
    expect(message).toBe(
      'Expected a valid token from this page, received none. Reload the page to get a new one.',
    )
    await page.close()
  })

  test('a preview reads nothing of the site, of the host or of another preview', {
    tags: ['B11', 'preview-origin'],
  }, async () => {
    const one = await serve('<h1>one</h1>')
    const two = await serve('<h1>two</h1>')
    const page = await browser.newPage()
    await page.goto(site.origin)
    await page.evaluate((url) => {
      localStorage.setItem('secret', 'of the site')
      // biome-ignore lint/suspicious/noDocumentCookie: the oldest way to set one, in every browser
      document.cookie = 'secret=of-the-site'
      const frame = document.createElement('iframe')
      frame.src = url
      frame.name = 'preview'
      document.body.append(frame)
    }, one.url)
    const preview = await previewFrame(page)
    const found = await preview.evaluate(
      async ({ site, host, other }) => {
        const tell = async (act: () => unknown) => {
          try {
            return `READ ${String(await act())}`
          } catch (error) {
            return (error as Error).name
          }
        }
        const socket = (url: string) =>
          new Promise((resolve) => {
            const it = new WebSocket(url)
            it.onopen = () => resolve('OPEN')
            it.onerror = () => resolve('refused')
          })
        return {
          document: await tell(() => parent.document.body.innerHTML),
          storage: await tell(() => parent.localStorage.getItem('secret')),
          own: (await tell(() => localStorage.getItem('secret'))).includes('of the site'),
          cookie: document.cookie,
          site: await tell(() => fetch(site).then((it) => it.text())),
          headless: await tell(() => fetch(`${host}/headless`).then((it) => it.text())),
          sandbox: await tell(() => fetch(`${host}/api/sandbox`).then((it) => it.text())),
          container: await socket(`${host.replace('http', 'ws')}/api/container`),
          other: await tell(() => fetch(other).then((it) => it.text())),
        }
      },
      { site: site.origin, host: host.origin, other: two.url },
    )
    expect(found).toEqual({
      document: 'SecurityError',
      storage: 'SecurityError',
      own: false,
      cookie: '',
      site: 'TypeError',
      headless: 'TypeError',
      sandbox: 'TypeError',
      container: 'refused',
      other: 'TypeError',
    })
    for (const it of [one, two]) it.booted.close()
    await page.close()
  })

  const serve = async (html: string): Promise<{ booted: BootedPage; url: string }> => {
    const booted = await bootPage({ port: host.port, token: () => host.mintToken(site.origin) })
    const text = JSON.stringify(html)
    const code = `require("http").createServer((_, r) => { r.setHeader("content-type", "text/html"); r.end(${text}) }).listen(3000)`
    await booted.node('-e', code)
    const { url = '' } = await booted.port(3000)
    return { booted, url }
  }

  const previewFrame = async (page: Page) => {
    await page.frameLocator('iframe[name=preview]').locator('h1').waitFor()
    return page.frame('preview')!
  }
})
