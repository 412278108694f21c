/** A site, a container host and a page of Chromium with the real client library in it. */
import type { WebContainer, WebContainerProcess } from '@webcontainer/api'
import type { Page } from 'playwright-core'
import { type ContainerHost, createHost } from '../../../playground/host/index.ts'
import { launchChromium } from '../../support/chromium.ts'
import { buildScripts } from './build-scripts.ts'
import { startSite, type TestSite } from './site.ts'

export interface Stage {
  site: TestSite
  host: ContainerHost
  page: Page
  /** Ends all but the host. */
  leave(): Promise<void>
  close(): Promise<void>
}

/** The page is cross-origin isolated, the stricter of the two ways that the site may be served. */
export async function openStage(): Promise<Stage> {
  const site = await startSite({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'credentialless',
  })
  const host = await createHost({
    port: 0,
    siteOrigins: [site.origin],
    secret: 'a secret for tests',
    scripts: await buildScripts(),
  })
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(site.origin)
  await page.evaluate(prepare, { origin: host.origin, token: host.mintToken(site.origin) })
  const leave = async () => {
    await browser.close()
    await site.close()
  }
  return {
    site,
    host,
    page,
    leave,
    async close() {
      await browser.close()
      await host.close()
      await site.close()
    },
  }
}

/** Puts into the page what the tests above use there. */
function prepare({ origin, token }: { origin: string; token: string }) {
  globalThis.WEBCONTAINER_API_IFRAME_URL = origin
  globalThis.contract = { library: WebContainerLibrary, textOf, recordMessages } as typeof contract
  contract.library.configureAPIKey(token)

  async function textOf(process: WebContainerProcess) {
    let text = ''
    await process.output.pipeTo(
      new WritableStream<string>({
        write(chunk) {
          text += chunk
        },
      }),
    )
    return text
  }

  // Comlink numbers its messages by chance, so they are numbered here in the order they were seen.
  function recordMessages() {
    const all: unknown[] = []
    const ids = new Map<string, number>()
    const note = (way: string, message: { id: string }) => {
      if (!ids.has(message.id)) ids.set(message.id, ids.size + 1)
      const { value } = message as { value?: unknown }
      const shown = value instanceof MessagePort ? { value: 'a port' } : {}
      all.push({ way, ...message, ...shown, id: ids.get(message.id) })
    }
    const { postMessage, addEventListener } = MessagePort.prototype
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      note('to host', args[0] as { id: string })
      return postMessage.apply(this, args as Parameters<typeof postMessage>)
    }
    // Every listener of a port hears every message, so each is noted once.
    const seen = new WeakSet<Event>()
    MessagePort.prototype.addEventListener = function (this: MessagePort, ...args: unknown[]) {
      const [name, listener, ...rest] = args as [string, (event: MessageEvent) => void]
      const heard = (event: MessageEvent) => {
        if (!seen.has(event)) note('from host', event.data)
        seen.add(event)
        listener(event)
      }
      return addEventListener.call(this, name, heard as EventListener, ...rest)
    } as typeof addEventListener
    return {
      all,
      stop() {
        Object.assign(MessagePort.prototype, { postMessage, addEventListener })
      },
    }
  }
}

declare global {
  var WEBCONTAINER_API_IFRAME_URL: string
  var WebContainerLibrary: typeof import('@webcontainer/api')
  /** What the contract's tests use in the page. */
  var contract: {
    library: typeof import('@webcontainer/api')
    container: WebContainer
    textOf(process: WebContainerProcess): Promise<string>
    recordMessages(): { all: unknown[]; stop(): void }
  }
}
