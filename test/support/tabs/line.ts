/** A bare WebSocket to a server, as anyone may open one: sends what it likes and keeps all that comes. */

import { WebSocket } from 'ws'
import { decodeFrame, nameTable } from '../../../engine/protocol/decode-ops.ts'
import { STORE_WAITS, STORE_WORKS } from '../../../engine/session/faults.ts'
import { Bell } from '../bell.ts'

/** A JSON message, or a binary frame as the JSON message of the same shape. */
export interface Heard {
  operations: { type: string; kind?: string; value?: unknown; [field: string]: unknown }[]
  frame?: number
  acknowledged?: number
  repaint?: boolean
}

export interface LineOptions {
  protocols?: string[]
  headers?: Record<string, string>
}

export class Line {
  readonly heard: Heard[] = []
  readonly socket: WebSocket
  /** How it ended, once it has. */
  readonly closed: Promise<{ code: number; reason: string }>
  private readonly names = nameTable()
  private readonly changes = new Bell()

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        resolve({ code, reason: String(reason) })
        this.changes.ring()
      })
    })
    socket.on('message', (data: Buffer, isBinary) => {
      this.heard.push(isBinary ? this.fromBinary(data) : JSON.parse(String(data)))
      this.changes.ring()
    })
  }

  /** Resolves when the socket is open. Rejects with the status that refused it. */
  static open(url: string, options: LineOptions = {}): Promise<Line> {
    const { protocols = ['telar.2.json'], headers = {} } = options
    const socket = new WebSocket(url, protocols, { headers })
    const line = new Line(socket)
    return new Promise((resolve, reject) => {
      socket.on('open', () => resolve(line))
      socket.on('error', reject)
    })
  }

  send(message: object | string | Uint8Array): void {
    const isRaw = typeof message === 'string' || message instanceof Uint8Array
    this.socket.send(isRaw ? message : JSON.stringify(message))
  }

  /** The first message, from the `from`th on, that fits; waits for it. */
  async until(fits: (message: Heard) => boolean, from = 0): Promise<Heard> {
    while (true) {
      const found = this.heard.slice(from).find(fits)
      if (found) return found
      if (this.socket.readyState === WebSocket.CLOSED) {
        throw new Error(`The socket closed before it came. It said ${JSON.stringify(this.heard)}`)
      }
      await this.changes.rung()
    }
  }

  /** The value of the first signal of that kind. */
  async signal(kind: string, from = 0): Promise<Record<string, unknown>> {
    const isIt = (one: Heard['operations'][number]) => one.type === 'signal' && one.kind === kind
    const message = await this.until(({ operations }) => operations.some(isIt), from)
    return message.operations.find(isIt)!.value as Record<string, unknown>
  }

  /** What the first refusal says, from the `from`th message on: an error that is not about the store, or the answer to an event. */
  async refusal(from = 0): Promise<{ code: string; message: string; seq?: number }> {
    const isIt = ({ kind, value }: Heard['operations'][number]) =>
      (kind === 'error' || kind === 'answer') &&
      typeof (value as { code?: string }).code === 'string' &&
      ![STORE_WAITS.code, STORE_WORKS.code].includes((value as { code: string }).code)
    const message = await this.until(({ operations }) => operations.some(isIt), from)
    return message.operations.find(isIt)!.value as { code: string; message: string; seq?: number }
  }

  close(): Promise<unknown> {
    this.socket.close()
    return this.closed
  }

  private fromBinary(data: Buffer): Heard {
    const { ops, number, acknowledged, repaint } = decodeFrame(data, this.names)
    const operations = ops.map(({ op, ...fields }) => ({ type: op as string, ...fields }))
    return { operations, frame: number, acknowledged, repaint }
  }
}
