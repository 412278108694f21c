/** Messages of a WebSocket without the library: so that a load costs its sender less than it costs the server. */
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

const TEXT = 0x81
const BINARY = 0x82
const MASKED = 0x80

export class RawLine {
  private readonly socket: Socket
  private rest: Buffer = Buffer.alloc(0)

  /** Takes the connection over from the library; `heard` is given each message that comes. */
  constructor(socket: WebSocket, heard: (message: Uint8Array) => void) {
    this.socket = (socket as unknown as { _socket: Socket })._socket
    this.socket.removeAllListeners('data')
    this.socket.on('data', (chunk: Buffer) => {
      this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
      this.read(heard)
    })
  }

  /** Sends messages in one piece. */
  send(messages: readonly (Uint8Array | string)[]): void {
    this.socket.write(Buffer.concat(messages.map(frameOf)))
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

// A client must mask; a mask of zeros leaves the bytes as they are.
function frameOf(message: Uint8Array | string): Buffer {
  const bytes = Buffer.from(message as string)
  const isLong = bytes.length > 125
  const head = Buffer.alloc(isLong ? 8 : 6)
  head[0] = typeof message === 'string' ? TEXT : BINARY
  head[1] = MASKED | (isLong ? 126 : bytes.length)
  if (isLong) head.writeUInt16BE(bytes.length, 2)
  return Buffer.concat([head, bytes])
}
