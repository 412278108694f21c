/** One visitor of a server under test, whatever the variant: clicks, and knows when the answer is there. */
import { WebSocket } from 'ws'
import { LiveViewJsTab } from '../peers/liveviewjs-tab.ts'
import { Tab } from '../telar/tab.ts'

export interface Visitor {
  /** One event; resolves with its answer. */
  click(): Promise<unknown>
  /** The next message. */
  hear(): Promise<unknown>
  close(): void
}

export async function visit(variant: string, address: string, path: string): Promise<Visitor> {
  switch (variant) {
    case 'telar':
    case 'telar-file': {
      const tab = await Tab.open(address, path)
      await tab.join()
      const slot = tab.handlers()[0]!
      return { click: () => tab.click(slot), hear: () => tab.next(), close: () => tab.close() }
    }
    case 'liveviewjs': {
      const tab = await LiveViewJsTab.open(address, path)
      const value: Record<string, string> = path.includes('list') ? { id: '301' } : {}
      return {
        click: () => tab.click('add', value),
        hear: () => tab.hear(),
        close: () => tab.close(),
      }
    }
    default:
      return visitSocket(address)
  }
}

/** A socket that sends as many bytes as a click has. */
async function visitSocket(address: string): Promise<Visitor> {
  const socket = new WebSocket(address.replace('http', 'ws'), { perMessageDeflate: false })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const click = new Uint8Array(7)
  const hear = () => new Promise((resolve) => socket.once('message', resolve))
  return {
    click() {
      const answer = hear()
      socket.send(click)
      return answer
    },
    hear,
    close: () => socket.terminate(),
  }
}
