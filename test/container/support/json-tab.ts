/** A visitor's tab that speaks the JSON encoding: joins, clicks, comes back when it is sent away. */
import { WebSocket } from 'ws'

interface Operation {
  type: string
  kind?: string
  value?: unknown
}

interface Message {
  operations: Operation[]
  frame?: number
  acknowledged?: number
  repaint?: boolean
}

export class JsonTab {
  /** The newest text of the number in the page. */
  shown = ''
  private readonly url: string
  private readonly token: string
  private slot: number
  private socket: WebSocket | undefined
  private seq = 0
  private unacknowledged: number[] = []
  private joined = false
  private frames = 0
  private leaving = false
  private changed = () => {}

  private constructor(url: string, markup: string) {
    this.url = url
    this.token = (
      JSON.parse(between(markup, 'id="telar">', '</script>')) as { token: string }
    ).token
    this.slot = slotIn(markup)
    this.connect()
  }

  static async open(url: string): Promise<JsonTab> {
    return new JsonTab(url, await (await fetch(url)).text())
  }

  /** A click is sent when the tab has joined, and again until it is acknowledged. */
  click(): void {
    this.unacknowledged.push(++this.seq)
    if (this.joined) this.send(this.seq)
  }

  /** Resolves once the page shows `number`. */
  async shows(number: string): Promise<void> {
    while (this.shown !== number) {
      await new Promise<void>((resolve) => {
        this.changed = resolve
      })
    }
  }

  /** Gives up what is not acknowledged and joins again. */
  rejoin(): void {
    this.seq -= this.unacknowledged.length
    this.unacknowledged = []
    this.shown = ''
    this.socket?.terminate()
  }

  close(): void {
    this.leaving = true
    this.socket?.close()
  }

  private send(seq: number): void {
    const event = { component: 0, event: 'click', slot: this.slot, frame: this.frames, data: {} }
    this.socket?.send(JSON.stringify({ type: 'event', ...event, seq }))
  }

  private connect(): void {
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/_telar/ws`, 'telar.2.json')
    this.socket = socket
    this.frames = 0
    socket.on('open', () => {
      const hello = {
        type: 'hello',
        token: this.token,
        epoch: 0,
        frame: 0,
        seq: this.seq,
        path: '/',
      }
      socket.send(JSON.stringify(hello))
    })
    socket.on('message', (text) => this.hear(JSON.parse(String(text))))
    socket.on('error', () => {})
    socket.on('close', () => {
      this.joined = false
      // A process that is being replaced is not there for a moment.
      if (!this.leaving) setTimeout(() => this.connect(), 20)
    })
  }

  private hear({ operations, frame, acknowledged = 0, repaint = false }: Message): void {
    this.frames = frame ?? this.frames
    this.unacknowledged = this.unacknowledged.filter((seq) => seq > acknowledged)
    let resumed = false
    for (const { type, kind, value } of operations) {
      if (type === 'signal' && kind === 'welcome') {
        const welcome = value as { applied: number; resumed: boolean }
        this.unacknowledged = this.unacknowledged.filter((seq) => seq > welcome.applied)
        resumed = welcome.resumed
      }
      if (type === 'setText') this.shown = String(value)
      if (type !== 'insert' && type !== 'setHTML') continue
      this.shown = /-->(\d+)<!--/.exec(String(value))?.[1] ?? this.shown
      this.slot = slotIn(String(value))
    }
    if (!this.joined && (resumed || repaint)) {
      this.joined = true
      for (const seq of this.unacknowledged) this.send(seq)
    }
    this.changed()
  }
}

const slotIn = (markup: string) => Number(/lv-click="(\d+)"/.exec(markup)?.[1])

const between = (text: string, from: string, to: string) => {
  const at = text.indexOf(from) + from.length
  return text.slice(at, text.indexOf(to, at))
}
