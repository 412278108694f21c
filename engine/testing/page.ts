/** One visitor's page: a document in its own window, the shipped client in it, and its connection to the server. */
import type { PageConfig, TabFault } from '../protocol/signals.ts'
import type { Clock } from '../session/clock.ts'
import type { PageWindow } from './lacking.ts'
import { Network, type ServerEnd } from './network.ts'
import { DECODER, openWindow } from './window.ts'

/** What a page depends on, and where it reports. */
interface PageAround {
  readonly clock: Clock
  /** The server's end of a socket that the client opens. */
  accept(socket: ServerEnd): void
  /** A message of the server has arrived; `socket` is the same for those of one connection. */
  arrived(bytes: Uint8Array, socket: object): void
  /** The client reports a fault, its own or the server's. */
  fault(fault: TabFault): void
  /** Something in the page has thrown. */
  threw(error: unknown): void
}

export class Page {
  readonly window: PageWindow
  readonly document: Document
  private readonly network: Network
  private readonly around: PageAround
  private readonly start: () => void

  /** `markup` is the whole document, with the root and the config of its session. */
  constructor(markup: string, url: string, around: PageAround) {
    this.around = around
    this.network = new Network(around.accept, around.arrived)
    const { window, client } = openWindow(markup, url, { clock: around.clock, threw: around.threw })
    this.window = window
    this.document = window.document
    const load = (name: string) => Promise.resolve(client[name])
    this.start = () =>
      client.startSession({
        config: this.config(),
        root: this.root,
        transport: this.network,
        wasm: DECODER,
        load: load as never,
        watcher: this.watcher(),
      })
  }

  /** Starts the client, as the last script of the document does. */
  open(): void {
    this.start()
  }

  get root(): Element {
    return this.document.getElementById('telar-root')!
  }

  get focused(): Element | undefined {
    const { activeElement, body } = this.document
    return activeElement && activeElement !== body ? activeElement : undefined
  }

  disconnect(): void {
    this.network.takeAway()
  }

  /** The network is back, and the browser fires `online`. */
  reconnect(): void {
    this.network.bringBack()
    this.window.dispatchEvent(new this.window.Event('online'))
  }

  private config(): PageConfig {
    return JSON.parse(this.document.getElementById('telar')!.textContent!) as PageConfig
  }

  private watcher() {
    const { fault } = this.around
    // What the page tells its visitor in a line of text, without an error.
    const status = (now: string) => now === 'too-many' && fault(TOO_MANY)
    return { status, frame() {}, error: fault }
  }
}

const TOO_MANY: TabFault = {
  owner: 'network',
  code: 'queue-full',
  message: 'Too many events wait for the connection. What the visitor does now is lost.',
}
