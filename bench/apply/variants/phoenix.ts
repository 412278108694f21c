/** Phoenix: its real socket and LiveSocket, fed frames that are constructed from its documented format. */
import { Socket } from 'phoenix'
import { LiveSocket } from 'phoenix_live_view'
import { viewMarkup } from '../../fixture/markup.ts'
import { type PhoenixStyle, phoenixDiff, phoenixRendered } from '../../fixture/phoenix-frames.ts'
import type { View } from '../../fixture/views.ts'
import { FakeSocket } from '../fake-socket.ts'
import { bench, type Variant } from '../variant.ts'

type Message = [joinRef: string | null, ref: string, topic: string, event: string, payload: unknown]

export function createPhoenix(name: string, style: PhoenixStyle): Variant {
  /** The newest join that the client asked for, and the socket that it came by. */
  let join: { socket: FakeSocket; message: Message } | undefined
  let wake = () => {}
  FakeSocket.server = {
    heard(socket, text) {
      const message = JSON.parse(text as string) as Message
      const [joinRef, ref, topic, event] = message
      if (event === 'phx_join') {
        join = { socket, message }
        wake()
      } else {
        const reply = [joinRef, ref, topic, 'phx_reply', { status: 'ok', response: {} }]
        setTimeout(socket.deliver(JSON.stringify(reply)))
      }
    },
  }
  const joined = async () => {
    while (!join) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return join
  }
  const rendered = (view: View) => {
    const { socket, message } = join!
    const [joinRef, ref, topic] = message
    const response = { rendered: phoenixRendered(view, style), liveview_version: VERSION }
    const reply = [joinRef, ref, topic, 'phx_reply', { status: 'ok', response }]
    return socket.deliver(JSON.stringify(reply))
  }

  return {
    name,
    async setup(first) {
      bench().outerHTML = `<div id="phx-bench" data-phx-main data-phx-session="session" data-phx-static="static"><div id="bench">${viewMarkup(first)}</div></div>`
      new LiveSocket('/live', Socket, { transport: FakeSocket } as object).connect()
      await joined()
      rendered(first)()
    },
    async frame({ before, after, takeOver }) {
      if (takeOver) {
        const { socket } = join!
        join = undefined
        socket.end(1006)
        await joined()
        return rendered(after)
      }
      const { socket, message } = await joined()
      const diff = phoenixDiff(before, after, style)
      return socket.deliver(JSON.stringify([message[0], null, message[2], 'diff', diff]))
    },
  }
}

declare const VERSION: string
