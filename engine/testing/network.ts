/** The network between one tab and its server: sockets in memory, which carry encoded bytes in order, and can be cut. */
import { EventEmitter } from 'node:events'

const OPEN = 1
const CLOSED = 3

/** No close frame has arrived. */
const LOST = 1006

export class Network {
  /** Bytes that have arrived at the tab, as the server sent them. */
  private readonly arrived: (bytes: Uint8Array, socket: object) => void
  private readonly accept: (socket: ServerEnd) => void
  private readonly lines = new Set<Line>()
  private isThere = true

  constructor(
    accept: (socket: ServerEnd) => void,
    arrived: (bytes: Uint8Array, socket: object) => void,
  ) {
    this.accept = accept
    this.arrived = arrived
  }

  /** The `WebSocket` of the tab's window. */
  socketClass() {
    const dial = (tab: TabEnd, protocol: string) => this.dial(tab, protocol)
    return class extends TabEnd {
      constructor(_url: string, protocols: string | string[] = []) {
        super()
        dial(this, [protocols].flat()[0] ?? '')
      }
    }
  }

  takeAway(): void {
    this.isThere = false
    for (const line of [...this.lines]) line.end(LOST)
  }

  bringBack(): void {
    this.isThere = true
  }

  private dial(tab: TabEnd, protocol: string) {
    const line: Line = new Line(tab, protocol, (bytes) => this.arrived(bytes, line))
    queueMicrotask(() => {
      if (!this.isThere) return line.end(LOST)
      this.lines.add(line)
      line.server.on('close', () => this.lines.delete(line))
      this.accept(line.server)
      tab.readyState = OPEN
      tab.onopen?.()
    })
  }
}

/** The two ends of one socket. */
class Line {
  readonly server: ServerEnd
  private readonly tab: TabEnd
  private readonly arrived: (bytes: Uint8Array) => void

  constructor(tab: TabEnd, protocol: string, arrived: (bytes: Uint8Array) => void) {
    this.tab = tab
    this.arrived = arrived
    this.server = new ServerEnd(protocol, this)
    tab.line = this
  }

  up(bytes: Uint8Array) {
    const own = Buffer.from(bytes)
    queueMicrotask(() => this.server.hear(own))
  }

  down(bytes: Uint8Array, sent: () => void) {
    // A frame may have been encoded once for several tabs.
    const own = Uint8Array.from(bytes)
    queueMicrotask(() => {
      if (this.tab.readyState === OPEN) {
        this.arrived(own)
        this.tab.onmessage?.({ data: own.buffer })
      }
      sent()
    })
  }

  /** Closes both ends, after the messages on their way. */
  close(code: number) {
    queueMicrotask(() => this.end(code))
  }

  end(code: number) {
    const { tab, server } = this
    if (tab.readyState === CLOSED) return
    tab.readyState = server.readyState = CLOSED
    server.emit('close', code)
    tab.onclose?.({ code })
  }
}

/** What the client uses of a `WebSocket`. */
class TabEnd {
  static readonly OPEN = OPEN
  declare line: Line
  readyState = 0
  binaryType = 'arraybuffer'
  readonly bufferedAmount = 0
  onopen?: () => void
  onmessage?: (event: { data: ArrayBufferLike }) => void
  onclose?: (event: { code: number }) => void

  send(bytes: Uint8Array) {
    if (this.readyState === OPEN) this.line.up(bytes)
  }

  close(code = 1005) {
    this.line.close(code)
  }
}

/** What the server uses of a socket of `ws`. */
export class ServerEnd extends EventEmitter {
  readonly OPEN = OPEN
  readyState = OPEN
  readonly protocol: string
  readonly bufferedAmount = 0
  isPaused = false
  private readonly line: Line
  private readonly waiting: Buffer[] = []

  constructor(protocol: string, line: Line) {
    super()
    this.protocol = protocol
    this.line = line
  }

  hear(bytes: Buffer) {
    if (this.isPaused) this.waiting.push(bytes)
    else if (this.readyState === OPEN) this.emit('message', bytes, true)
  }

  send(bytes: Uint8Array, sent: () => void = () => {}) {
    this.line.down(bytes, sent)
  }

  close(code = 1005) {
    this.line.close(code)
  }

  terminate() {
    this.line.end(LOST)
  }

  /** A tab that is still there answers by itself. */
  ping() {
    queueMicrotask(() => this.readyState === OPEN && this.emit('pong'))
  }

  pause() {
    this.isPaused = true
  }

  resume() {
    this.isPaused = false
    for (const bytes of this.waiting.splice(0)) this.hear(bytes)
  }
}
