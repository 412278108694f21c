/** A tab of LiveViewJS without a browser: joins over a real socket, sends what its client would, and keeps what comes. */
import { WebSocket } from 'ws'

export class LiveViewJsTab {
  /** Bytes of the last event. */
  sent = 0
  readonly socket: WebSocket
  private readonly topic: string
  private ref = 4
  private answered: ((message: string) => void) | undefined

  static async open(address: string, path: string): Promise<LiveViewJsTab> {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/live/websocket?vsn=2.0.0`, {
      perMessageDeflate: false,
    })
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    const tab = new LiveViewJsTab(socket)
    await tab.ask('phx_join', {
      url: address + path,
      params: { _csrf_token: 'csrf', _mounts: 0 },
      session: JSON.stringify({ _csrf_token: 'csrf' }),
      static: '',
    })
    return tab
  }

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.topic = `lv:phx-bench-${next++}`
    socket.on('message', (message: Buffer) => {
      const answered = this.answered
      this.answered = undefined
      answered?.(message.toString())
    })
  }

  /** Sends a click as the client does, and gives the answer. */
  click(event: string, value: Record<string, string> = {}): Promise<string> {
    return this.ask('event', { type: 'click', event, value: { value: '', ...value } })
  }

  /** The next click's message; it counts as sent. */
  message(event: string, value: Record<string, string> = {}): string {
    return this.textOf('event', { type: 'click', event, value: { value: '', ...value } })
  }

  close(): void {
    this.socket.terminate()
  }

  /** The next message that comes by itself. */
  hear(): Promise<string> {
    return new Promise((resolve) => {
      this.answered = resolve
    })
  }

  private textOf(event: string, payload: unknown): string {
    return JSON.stringify(['4', `${this.ref++}`, this.topic, event, payload])
  }

  private ask(event: string, payload: unknown): Promise<string> {
    const text = this.textOf(event, payload)
    this.sent = Buffer.byteLength(text)
    const answer = this.hear()
    this.socket.send(text)
    return answer
  }
}

let next = 0
