/** Holds handlers of a test's page back until the test lets go, and its network slow or cut. */
import type { Page } from 'playwright-core'

export interface Gate {
  /** What a handler waits for. */
  readonly passed: Promise<void>
  open(): void
}

export function closedGate(): Gate {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open }
}

/** Every message of the page's later sockets takes `ms` each way. Call it before the page is loaded. */
export const slowNetwork = (tab: Page, ms: number) =>
  tab.routeWebSocket(/./, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => void setTimeout(() => server.send(message), ms))
    server.onMessage((message) => void setTimeout(() => socket.send(message), ms))
  })

/** Sockets of the page that a test can cut; while `isCut` no new one gets through. Call it before the page is loaded. */
export async function cuttableNetwork(tab: Page) {
  const network = { isCut: false, cut: () => {}, mend: () => {} }
  const open = new Set<{ close(options: { code: number }): Promise<void> }>()
  network.cut = () => {
    network.isCut = true
    for (const socket of open) void socket.close({ code: 4999 })
    open.clear()
  }
  network.mend = () => {
    network.isCut = false
  }
  await tab.routeWebSocket(/./, (socket) => {
    if (network.isCut) return void socket.close({ code: 4999 })
    open.add(socket)
    socket.connectToServer()
  })
  return network
}
