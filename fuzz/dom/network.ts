/** The way between a tab and its server: what is sent waits until a step lets it through, and can be lost. */

/** One connection. */
export interface Line {
  readonly socket: HeldSocket
  /** What the tab has sent and the server has not got. */
  readonly up: (Uint8Array | string)[]
  /** What the server has sent and the tab has not got; a number is the code that closes. */
  readonly down: (Uint8Array | string | number)[]
  open: boolean
}

/** What a tab is given in place of the browser's WebSocket. */
export class HeldSocket {
  static readonly OPEN = 1
  readyState = 0
  binaryType = ''
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  readonly line: Line = { socket: this, up: [], down: [], open: true }
  private readonly network: Network

  constructor(network: Network) {
    this.network = network
    network.dialled(this.line)
  }

  send(message: Uint8Array | string): void {
    if (this.readyState !== HeldSocket.OPEN) return
    const kept = typeof message === 'string' ? message : Uint8Array.from(message)
    this.line.up.push(kept)
    this.network.sent(kept)
  }

  close(): void {
    this.ended()
    this.network.hungUp(this.line)
  }

  /** Nothing travels any more. */
  ended(): void {
    this.readyState = 3
    this.line.open = false
    this.line.up.length = 0
    this.line.down.length = 0
  }
}

export interface Network {
  dialled(line: Line): void
  /** The tab has written something. */
  sent(message: Uint8Array | string): void
  /** The tab has closed. */
  hungUp(line: Line): void
}

/** A class that the client can make sockets of. */
export const socketClass = (network: Network) =>
  class extends HeldSocket {
    constructor() {
      super(network)
    }
  }
