/** Telar: the shipped client in a document that the real server painted, fed the frames that it sent. */
import type { Recording } from '../../telar/record.ts'
import { FakeSocket } from '../fake-socket.ts'
import type { Variant } from '../variant.ts'

/** Must run before the client does; `telar-js` is a page whose policy forbids WebAssembly. */
export function surround(name: string): void {
  Object.assign(window, { WebSocket: FakeSocket })
  FakeSocket.server = {
    opened(socket) {
      live = socket
      wake()
    },
    heard(socket, message) {
      // A ping wants an answer, or the client takes the connection for dead.
      if ((message as Uint8Array)[0] === PING) setTimeout(socket.deliver(new Uint8Array(1).buffer))
    },
  }
  if (name === 'telar-js') {
    const refused = () =>
      Promise.reject(new Error('Expected WebAssembly, received a policy that forbids it.'))
    Object.assign(WebAssembly, { instantiate: refused })
  }
}

export function createTelar(name: string): Variant {
  let frames: Recording['frames']
  return {
    name,
    async setup() {
      const recording = (await (await fetch('/recording.json')).json()) as Recording
      frames = recording.frames
      const socket = await opened()
      socket.deliver(bytesOf(recording.welcome))()
      await connected()
    },
    async frame({ index, takeOver }) {
      const calls = async () => {
        if (takeOver) lose()
        const socket = await opened()
        return frames[index]!.map((frame) => socket.deliver(bytesOf(frame)))
      }
      // A tab loads what compares a whole page at its first take-over, and no later one: what that costs is the network's.
      if (takeOver && !isTakenOver) {
        for (const call of await calls()) call()
        await loaded('client-trouble')
        isTakenOver = true
      }
      const ready = await calls()
      return () => {
        for (const call of ready) call()
      }
    },
  }
}

const PING = 5
let live: FakeSocket | undefined
let isTakenOver = false
let wake = () => {}

function lose() {
  const ended = live!
  live = undefined
  ended.end(1012)
}

/** The file has come and has run. */
async function loaded(name: string): Promise<void> {
  const find = () =>
    performance.getEntriesByType('resource').find((entry) => entry.name.includes(name))
  while (!find()) await new Promise((resolve) => setTimeout(resolve, 10))
  await import(find()!.name)
  await new Promise((resolve) => setTimeout(resolve))
}

async function opened(): Promise<FakeSocket> {
  while (!live) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
  return live
}

/** The decoder is there and the welcome is applied. */
function connected(): Promise<void> {
  const root = document.documentElement
  const isThere = () => root.dataset.telar === 'connected'
  return new Promise((resolve) => {
    if (isThere()) return resolve()
    const observer = new MutationObserver(() => {
      if (!isThere()) return
      observer.disconnect()
      resolve()
    })
    observer.observe(root, { attributes: true })
  })
}

const bytesOf = (base64: string) =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer
