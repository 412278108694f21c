/** The one place that knows `@webcontainer/api`: boots a machine on either host. */
import type { WebContainer } from '@webcontainer/api'

/** What is used of a container; our host and StackBlitz's give the same. */
export type Machine = Pick<WebContainer, 'mount' | 'spawn' | 'on' | 'teardown'> & {
  fs: Pick<WebContainer['fs'], 'rm'>
}

export type BootMachine = (options: MachineOptions) => Promise<Machine>

export interface MachineOptions {
  host: 'self' | 'stackblitz'
  /** The page of our own host; its `client_id` parameter is the token that it wants to see. */
  iframeUrl?: string
  /** StackBlitz's key for commercial use. */
  apiKey?: string
  workdirName?: string
  /** Hears which place in line this page has, while all containers of our own host are in use. */
  onQueued: (position: number) => void
}

/** Boots a container in this page. Only one can live at a time, and a page stays with its first host. */
export const bootMachine: BootMachine = async (options) => {
  const { host, iframeUrl, apiKey, workdirName, onQueued } = options

  if (host === 'self') chooseIframe(iframeUrl)
  const { WebContainer, configureAPIKey } = await import('@webcontainer/api')
  const key = iframeUrl ? new URL(iframeUrl).searchParams.get('client_id') : apiKey
  if (key && !configured) {
    configureAPIKey(key)
    configured = true
  }
  const leave = iframeUrl ? hearQueue(new URL(iframeUrl).origin, onQueued) : () => {}
  try {
    return await WebContainer.boot({ coep: 'credentialless', workdirName })
  } finally {
    leave()
  }
}

// The library has no word for waiting, so our host's page sends messages of its own.
function hearQueue(origin: string, onQueued: MachineOptions['onQueued']): () => void {
  const hear = (event: MessageEvent) => {
    if (event.origin !== origin || event.data?.type !== 'container-queued') return
    onQueued(Number(event.data.position))
  }
  addEventListener('message', hear)
  return () => removeEventListener('message', hear)
}

let configured = false

// The library reads this when it first makes its address.
function chooseIframe(iframeUrl: string | undefined): void {
  if (!iframeUrl)
    throw new Error("Wanted `iframeUrl`, the address of the container host, with host 'self'.")
  ;(globalThis as { WEBCONTAINER_API_IFRAME_URL?: string }).WEBCONTAINER_API_IFRAME_URL = iframeUrl
}
