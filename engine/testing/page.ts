/** One visitor's page: a document in its own window, the shipped client in it, and its connection to the server. */
import type { PageConfig, TabFault } from '../protocol/signals.ts'
import type { Clock } from '../session/clock.ts'
import type { PageWindow } from './lacking.ts'
import { Network, type ServerEnd } from './network.ts'
import { DECODER, type Outside, openWindow } from './window.ts'

/** What a page depends on, and where it reports. */
interface PageAround extends Omit<Outside, 'clock'> {
  readonly clock: Clock
  /** The server's end of a socket that the client opens. */
  accept(socket: ServerEnd): void
  /** A message of the server has arrived; `socket` is the same for those of one connection. */
  arrived(bytes: Uint8Array, socket: object): void
  /** The tab has sent a message. */
  left(bytes: Uint8Array): void
  /** The client reports a fault, its own or the server's. */
  fault(fault: TabFault): void
}

export class Page {
  window!: PageWindow
  document!: Document
  private network!: Network
  private readonly around: PageAround
  private start!: () => void

  constructor(around: PageAround) {
    this.around = around
  }

  /** Loads a document in place of the one before. `markup` is all of it, with the root and the config of its session. */
  load(markup: string, url: string): void {
    const { around } = this
    // The connection ends with its document.
    this.network?.takeAway()
    const network = new Network(around.accept, around.arrived, around.left)
    const { window, client } = openWindow(markup, url, around)
    this.network = network
    this.window = window
    this.document = window.document
    const load = (name: string) => Promise.resolve(client[name])
    this.start = () =>
      client.startSession({
        config: this.config(),
        root: this.root,
        transport: network,
        wasm: DECODER,
        load: load as never,
        watcher: this.watcher(),
      })
  }

  /** Starts the client, as the last script of the document does; an answer that is no page has none. */
  open(): void {
    if (this.document.getElementById('telar')) this.start()
  }

  get root(): Element {
    return this.document.getElementById('telar-root') ?? this.document.body
  }

  get focused(): Element | undefined {
    const { activeElement, body } = this.document
    return activeElement && activeElement !== body ? activeElement : undefined
  }

  /** The address bar: path, query and hash. */
  get url(): string {
    const { pathname, search, hash } = this.document.location
    return pathname + search + hash
  }

  /** Goes through the history of this document. Resolves to false if there is no such entry. */
  async go(delta: number): Promise<boolean> {
    const { window } = this
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), NO_ENTRY)
      const gone = () => {
        clearTimeout(timer)
        resolve(true)
      }
      window.addEventListener('popstate', gone, { once: true })
      window.history.go(delta)
    })
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

/** Real milliseconds until it is certain that nothing has moved. */
const NO_ENTRY = 200

const TOO_MANY: TabFault = {
  owner: 'network',
  code: 'queue-full',
  message: 'Too many events wait for the connection. What the visitor does now is lost.',
}
