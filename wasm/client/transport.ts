/** The way to the server, one message after the other; by default a WebSocket. */

export interface Transport {
  /** Starts a connection. `line` hears about it later, never during this call. */
  open(line: Line): Connection
}

/** What happens on a connection. */
export interface Line {
  opened(): void
  message(bytes: Uint8Array): void
  /** It has ended; `code` as in a `CloseEvent`. */
  closed(code: number): void
}

/** A `WebSocket` is one. */
export interface Connection {
  /** `WebSocket.OPEN` while messages can be sent. */
  readonly readyState: number
  /** Bytes that wait for the network. */
  readonly bufferedAmount: number
  send(bytes: Uint8Array<ArrayBuffer>): void
  close(): void
}

export const webSocketTo = (url: string): Transport => ({
  open({ opened, message, closed }) {
    const socket = new WebSocket(url, ['telar.2.bin'])
    socket.binaryType = 'arraybuffer'
    socket.onopen = opened
    socket.onmessage = ({ data }) => message(new Uint8Array(data))
    socket.onclose = ({ code }) => closed(code)
    return socket
  },
})
