/** A tab without a browser, over a real socket: joins, counts frames, sends events, keeps what comes. */
import { WebSocket } from 'ws'
import { encodeMessage } from '../../engine/protocol/event.ts'
import { fullAcknowledgement } from '../../engine/protocol/frame-number.ts'
import { EVENT_NAMES } from '../../engine/protocol/names.ts'
import { FLAG_ACKNOWLEDGES, UP_ACK, UP_EVENT, UP_HELLO } from '../../engine/protocol/opcodes.ts'
import type { PageConfig } from '../../engine/protocol/signals.ts'
import { pageConfig } from '../../test/support/tabs/page-config.ts'

const CLICK = EVENT_NAMES.indexOf('click')
/** A kind and five numbers of at most four bytes. */
const MOST = 21

export class Tab {
  /** The document of the first paint. */
  readonly document: string
  /** Bytes of the last event. */
  sent = 0
  private readonly config: PageConfig
  private readonly origin: string
  private readonly path: string
  socket: WebSocket | undefined
  private frames = 0
  private seq = 0
  private acknowledged = 0
  private readonly arrived: Uint8Array[] = []
  private wake: (() => void) | undefined

  /** Paints a page. */
  static async open(address: string, path: string): Promise<Tab> {
    const response = await fetch(address + path)
    if (!response.ok)
      throw new Error(`Expected ${path} to be painted, received status ${response.status}.`)
    return new Tab(address, path, await response.text())
  }

  private constructor(address: string, path: string, document: string) {
    this.config = pageConfig(document)
    this.origin = address
    this.path = path
    this.document = document
  }

  /** Joins and gives the welcome, and the page behind it where the server must paint it again. */
  async join(painted = true): Promise<Uint8Array[]> {
    const socket = new WebSocket(
      this.origin.replace('http', 'ws') + this.config.ws,
      ['telar.2.bin'],
      {
        origin: this.origin,
        perMessageDeflate: false,
      },
    )
    this.socket = socket
    socket.binaryType = 'nodebuffer'
    socket.on('message', (bytes: Buffer) => {
      // A copy: a frame may be a view of a chunk that is used again.
      this.arrived.push(new Uint8Array(bytes))
      this.wake?.()
    })
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    const { token, epoch } = this.config
    const known = painted ? { epoch, frame: this.frames } : { epoch: 0, frame: 0 }
    socket.send(encodeMessage(UP_HELLO, [], { token, ...known, seq: this.seq, path: this.path }))
    const welcome = await this.next()
    this.acknowledge()
    return painted ? [welcome] : [welcome, await this.next()]
  }

  /** Closes the connection, as a network does that fails. */
  async lose(): Promise<void> {
    const { socket } = this
    await new Promise((resolve) => {
      socket!.once('close', resolve)
      socket!.terminate()
    })
  }

  /** Sends a click on the handler of `slot` and gives the frame that answers it. */
  click(slot: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(MOST)
    this.sent = this.write(slot, bytes, 0)
    this.socket!.send(bytes.subarray(0, this.sent))
    return this.next()
  }

  /** Writes the next click at `at` and returns its length. By hand: making a message must not be what is measured. */
  write(slot: number, to: Uint8Array, at: number): number {
    let next = at
    to[next++] = UP_EVENT
    for (let value of [0, slot, CLICK, ++this.seq, this.frames]) {
      for (; value > 127; value >>>= 7) to[next++] = (value & 127) | 128
      to[next++] = value
    }
    return next - at
  }

  /** Takes a frame and tells how many events it acknowledges. */
  answered(frame: Uint8Array): number {
    this.frames++
    if (!(frame[0]! & FLAG_ACKNOWLEDGES)) return 0
    const before = this.acknowledged
    this.acknowledged = fullAcknowledgement(before, frame[frame[1]! < 128 ? 2 : 3]!)
    return this.acknowledged - before
  }

  /** What the client says a second after a frame, unless an event has said it. */
  private acknowledge() {
    const { socket } = this
    setTimeout(() => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(encodeMessage(UP_ACK, [this.frames]))
    }, 1_000).unref()
  }

  /** The next frame that has come or comes. */
  async next(): Promise<Uint8Array> {
    while (this.arrived.length === 0) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    this.frames++
    return this.arrived.shift()!
  }

  /** The slots of the handlers in the first paint, in document order. */
  handlers(): number[] {
    return [...this.document.matchAll(/lv-click="(\d+)"/g)].map((match) => Number(match[1]))
  }

  close(): void {
    this.socket?.terminate()
  }
}
