/** The network between one tab and its server: connections in memory, which carry encoded bytes in order, and can be cut. */
import { EventEmitter } from 'node:events'
import type { Connection, Line, Transport } from '../../wasm/client/index.ts'

const OPEN = 1
const CLOSED = 3

/** No close frame has arrived. */
const LOST = 1006

export class Network implements Transport {
  /** Bytes that have arrived at the tab, as the server sent them. */
  private readonly arrived: (bytes: Uint8Array, socket: object) => void
  /** Bytes that leave the tab, as the server will hear them. */
  private readonly left: (bytes: Uint8Array) => void
  private readonly accept: (socket: ServerEnd) => void
  private readonly wires = new Set<Wire>()
  private isThere = true

  constructor(
    accept: (socket: ServerEnd) => void,
    arrived: (bytes: Uint8Array, socket: object) => void,
    left: (bytes: Uint8Array) => void,
  ) {
    this.accept = accept
    this.arrived = arrived
    this.left = left
  }

  open(line: Line): Connection {
    const tab = new TabEnd(line)
    const wire: Wire = new Wire(tab, (bytes) => this.arrived(bytes, wire), this.left)
    queueMicrotask(() => {
      if (!this.isThere) return wire.end(LOST)
      this.wires.add(wire)
      wire.server.on('close', () => this.wires.delete(wire))
      this.accept(wire.server)
      tab.readyState = OPEN
      line.opened()
    })
    return tab
  }

  takeAway(): void {
    this.isThere = false
    for (const wire of [...this.wires]) wire.end(LOST)
  }

  bringBack(): void {
    this.isThere = true
  }
}

/** The two ends of one connection. */
class Wire {
  readonly server: ServerEnd
  private readonly tab: TabEnd
  private readonly arrived: (bytes: Uint8Array) => void
  private readonly left: (bytes: Uint8Array) => void

  constructor(
    tab: TabEnd,
    arrived: (bytes: Uint8Array) => void,
    left: (bytes: Uint8Array) => void,
  ) {
    this.tab = tab
    this.arrived = arrived
    this.left = left
    this.server = new ServerEnd(this)
    tab.wire = this
  }

  up(bytes: Uint8Array) {
    const own = Buffer.from(bytes)
    this.left(own)
    queueMicrotask(() => this.server.hear(own))
  }

  down(bytes: Uint8Array, sent: () => void) {
    // A frame may have been encoded once for several tabs.
    const own = Uint8Array.from(bytes)
    queueMicrotask(() => {
      if (this.tab.readyState === OPEN) {
        this.arrived(own)
        this.tab.line.message(own)
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
    tab.line.closed(code)
  }
}

class TabEnd implements Connection {
  declare wire: Wire
  readonly line: Line
  readyState = 0
  readonly bufferedAmount = 0

  constructor(line: Line) {
    this.line = line
  }

  send(bytes: Uint8Array) {
    if (this.readyState === OPEN) this.wire.up(bytes)
  }

  close(code = 1005) {
    this.wire.close(code)
  }
}

/** What the server uses of a socket of `ws`. */
export class ServerEnd extends EventEmitter {
  readonly OPEN = OPEN
  readyState = OPEN
  readonly protocol = 'telar.2.bin'
  readonly bufferedAmount = 0
  isPaused = false
  private readonly wire: Wire
  private readonly waiting: Buffer[] = []

  constructor(wire: Wire) {
    super()
    this.wire = wire
  }

  hear(bytes: Buffer) {
    if (this.isPaused) this.waiting.push(bytes)
    else if (this.readyState === OPEN) this.emit('message', bytes, true)
  }

  send(bytes: Uint8Array, sent: () => void = () => {}) {
    this.wire.down(bytes, sent)
  }

  close(code = 1005) {
    this.wire.close(code)
  }

  terminate() {
    this.wire.end(LOST)
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
