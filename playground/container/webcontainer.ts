/** The only module that knows `@webcontainer/api`: boots a container on either host. */
import type { WebContainer } from '@webcontainer/api'

/** The part of a container's interface that is used; our host and StackBlitz's have the same. */
export type BootedContainer = Pick<WebContainer, 'mount' | 'spawn' | 'on' | 'teardown'> & {
  fs: Pick<WebContainer['fs'], 'rm' | 'readdir'>
}

export type BootContainer = (options: BootOptions) => Promise<BootedContainer>

interface BootOptions {
  host: 'self' | 'stackblitz'
  /** The page of our own host; its `client_id` parameter is the token. */
  iframeUrl?: string
  /** StackBlitz's key for commercial use. */
  apiKey?: string
  workdirName?: string
  /** Called by our own host when there is not enough room for all. */
  onRoom: (note: RoomNote) => void
}

/** Messages from our host's page about its room: the place in the queue, and that the container's processes are stopped or continue. */
export type RoomNote =
  | { type: 'container-queued'; position: number }
  | { type: 'container-asleep' }
  | { type: 'container-awake' }

/** Boots a container in this page. Only one can live at a time, and a page stays with its first host. */
export const bootWebContainer: BootContainer = async (options) => {
  const { host, iframeUrl, apiKey, workdirName, onRoom } = options
  if (host === 'self') chooseIframe(iframeUrl)
  const { WebContainer, configureAPIKey } = await import('@webcontainer/api')
  const key = iframeUrl ? new URL(iframeUrl).searchParams.get('client_id') : apiKey
  if (key && !configured) {
    configureAPIKey(key)
    configured = true
  }
  stopHearing()
  if (iframeUrl) stopHearing = hearHost(new URL(iframeUrl).origin, key, onRoom)
  return await WebContainer.boot({ coep: 'credentialless', workdirName })
}

// The library has no events for waiting and sleeping, so our host's page sends its own messages. It also keeps that page, whose token
// a host that was started again does not know.
function hearHost(
  hostOrigin: string,
  token: string | null | undefined,
  onRoom: BootOptions['onRoom'],
): () => void {
  const hear = ({ origin, source, data }: MessageEvent) => {
    if (origin !== hostOrigin) return
    if (ROOM.includes(data?.type)) onRoom(data as RoomNote)
    if (data?.type === 'container-token-wanted')
      source?.postMessage({ type: 'container-token', token }, { targetOrigin: hostOrigin })
  }
  addEventListener('message', hear)
  return () => removeEventListener('message', hear)
}

const ROOM: readonly unknown[] = ['container-queued', 'container-asleep', 'container-awake']
let stopHearing = () => {}
let configured = false

// The library reads this when it first builds its address.
function chooseIframe(iframeUrl: string | undefined): void {
  if (!iframeUrl)
    throw new Error(
      "Expected the address of the container host with host 'self', received none. Pass it as iframeUrl.",
    )
  ;(globalThis as { WEBCONTAINER_API_IFRAME_URL?: string }).WEBCONTAINER_API_IFRAME_URL = iframeUrl
}
