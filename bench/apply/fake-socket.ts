/** A WebSocket without a network: what a client sends is answered here, what a server sends is handed over at once. */

type Message = string | ArrayBuffer

export class FakeSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  /** Who plays the server for sockets of this page. */
  static server: {
    opened?(socket: FakeSocket): void
    heard(socket: FakeSocket, message: unknown): void
  }
  readyState = 0
  bufferedAmount = 0
  binaryType = 'arraybuffer'
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null

  constructor(_url: string, _protocols?: string | string[]) {
    setTimeout(() => {
      this.readyState = FakeSocket.OPEN
      this.onopen?.(new Event('open'))
      FakeSocket.server.opened?.(this)
    })
  }

  send(message: unknown): void {
    FakeSocket.server.heard(this, message)
  }

  /**
   * Returns the call that brings a message. Its event is a record: to read `data` from a browser's own one takes 10 µs, which
   * contenders without a socket, who are handed their message as it is, would not have to pay.
   */
  deliver(data: Message): () => void {
    const event = { data } as MessageEvent
    return () => this.onmessage?.(event)
  }

  /** The connection ends with `code`. */
  end(code: number): void {
    this.readyState = FakeSocket.CLOSED
    this.onclose?.(new CloseEvent('close', { code, wasClean: code !== 1006 }))
  }

  close(code = 1000): void {
    if (this.readyState !== FakeSocket.CLOSED) setTimeout(() => this.end(code))
  }
}
