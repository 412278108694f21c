/** One visitor of a server under test, whatever the variant: clicks, and knows when the answer is there. */
import { WebSocket } from 'ws'
import { LiveViewJsTab } from '../peers/liveviewjs-tab.ts'
import { Tab } from '../telar/tab.ts'
import { RawLine } from './raw-line.ts'

export interface Visitor {
  /** One event; resolves with its answer. */
  click(): Promise<unknown>
  /** Sends events in bursts, each when the last one is answered; calls `answered` with how many that were. */
  flood(burst: number, answered: (events: number) => boolean): void
  /** The next message. */
  hear(): Promise<unknown>
  close(): void
}

export async function visit(variant: string, address: string, path: string): Promise<Visitor> {
  switch (variant) {
    case 'telar':
    case 'telar-shared':
    case 'telar-file': {
      const tab = await Tab.open(address, path)
      await tab.join()
      const slot = tab.handlers()[0]!
      return {
        click: () => tab.click(slot),
        flood: flooding(() => tab.socket!, {
          isText: false,
          write: (to, at) => tab.write(slot, to, at),
          count: (frame) => tab.answered(frame),
        }),
        hear: () => tab.next(),
        close: () => tab.close(),
      }
    }
    case 'liveviewjs': {
      const tab = await LiveViewJsTab.open(address, path)
      const value: Record<string, string> = path.includes('list') ? { id: '301' } : {}
      return {
        click: () => tab.click('add', value),
        flood: flooding(() => tab.socket, {
          isText: true,
          write: (to, at) => to.write(tab.message('add', value), at),
          count: () => 1,
        }),
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
    flood: flooding(() => socket, {
      isText: false,
      write: (to, at) => to.set(click, at) ?? click.length,
      count: () => 1,
    }),
    hear,
    close: () => socket.terminate(),
  }
}

interface Load {
  isText: boolean
  /** Writes the next event at `at` and returns how many bytes it took. */
  write(to: Buffer, at: number): number
  /** How many events a message answers. */
  count(message: Uint8Array): number
}

/** Takes the socket over at the first call, and goes on for as long as `answered` says so. */
function flooding(socket: () => WebSocket, { isText, write, count }: Load): Visitor['flood'] {
  let line: RawLine | undefined
  let heard = (_message: Uint8Array) => {}
  return (burst, answered) => {
    const open = (line ??= new RawLine(socket(), isText, (bytes) => heard(bytes)))
    let left = burst
    heard = (bytes) => {
      left -= count(bytes)
      if (left > 0 || !answered(burst)) return
      left = burst
      open.send(burst, write)
    }
    open.send(burst, write)
  }
}
