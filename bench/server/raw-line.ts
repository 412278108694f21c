/** Messages of a WebSocket without the library: so that a load costs its sender less than it costs the server. */
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

const TEXT = 0x81
const BINARY = 0x82
const MASKED = 0x80
const HEAD = 8
const SHORT_HEAD = 6
/** Bytes of the longest message that is sent. */
const MOST = 400

export class RawLine {
  private readonly socket: Socket
  private rest: Buffer = Buffer.alloc(0)
  private readonly kind: number

  /** Takes the connection over from the library; `heard` is given each message that comes. */
  constructor(socket: WebSocket, isText: boolean, heard: (message: Uint8Array) => void) {
    this.kind = isText ? TEXT : BINARY
    this.socket = (socket as unknown as { _socket: Socket })._socket
    this.socket.removeAllListeners('data')
    this.socket.on('data', (chunk: Buffer) => {
      this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
      this.read(heard)
    })
  }

  /** Sends `count` messages in one piece; `write` writes one at `at` and returns its length. */
  send(count: number, write: (to: Buffer, at: number) => number): void {
    const piece = Buffer.allocUnsafe(count * (MOST + HEAD))
    let at = 0
    for (let i = 0; i < count; i++) {
      // The head's size must be known before the message is there, so all have the longer one but short ones.
      const length = write(piece, at + HEAD)
      const head = length > 125 ? HEAD : SHORT_HEAD
      if (head === SHORT_HEAD) piece.copyWithin(at + SHORT_HEAD, at + HEAD, at + HEAD + length)
      piece[at] = this.kind
      piece[at + 1] = MASKED | (length > 125 ? 126 : length)
      if (length > 125) piece.writeUInt16BE(length, at + 2)
      // A client must mask; a mask of zeros leaves the bytes as they are.
      piece.fill(0, at + head - 4, at + head)
      at += head + length
    }
    this.socket.write(piece.subarray(0, at))
  }

  private read(heard: (message: Uint8Array) => void) {
    let at = 0
    while (this.rest.length - at >= 2) {
      const short = this.rest[at + 1]!
      const head = short === 126 ? 4 : short === 127 ? 10 : 2
      if (this.rest.length - at < head) break
      const length =
        short === 126
          ? this.rest.readUInt16BE(at + 2)
          : short === 127
            ? Number(this.rest.readBigUInt64BE(at + 2))
            : short
      if (this.rest.length - at < head + length) break
      heard(this.rest.subarray(at + head, at + head + length))
      at += head + length
    }
    this.rest = this.rest.subarray(at)
  }
}
