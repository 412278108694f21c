/** A visitor of a page over HTTP and WebSocket: reads the first paint, joins, clicks, comes back. */
import { Line, type LineOptions } from './line.ts'

export interface Config {
  token: string
  ws: string
  epoch: number
}

export class Visitor {
  readonly markup: string
  readonly config: Config
  line: Line | undefined
  private address: string
  private seq = 0
  private epoch: number
  private applied = 0

  private constructor(address: string, markup: string) {
    this.address = address
    this.markup = markup
    this.config = JSON.parse(/id="telar">(.*?)<\/script>/.exec(markup)![1]!) as Config
    this.epoch = this.config.epoch
  }

  static async open(address: string, path = '/'): Promise<Visitor> {
    return new Visitor(address, await (await fetch(address + path)).text())
  }

  /** The number in the page's markup that a handler of this event has. */
  slot(event = 'click'): number {
    return Number(new RegExp(`lv-${event}="(\\d+)"`).exec(this.markup)![1])
  }

  /** A socket that has not said anything yet. */
  dial(options: LineOptions = {}): Promise<Line> {
    return Line.open(this.address.replace('http', 'ws') + this.config.ws, options)
  }

  /** Joins, or comes back, here or at another server. Resolves with what the welcome says. */
  async join(address = this.address): Promise<Record<string, unknown>> {
    this.address = address
    this.line = await this.dial()
    this.line.send(this.hello())
    const welcome = await this.line.signal('welcome')
    this.epoch = Number(welcome.epoch)
    this.applied = Number(welcome.frame)
    return welcome
  }

  hello(fields: object = {}): object {
    const { config, epoch, seq } = this
    return { type: 'hello', token: config.token, epoch, frame: 0, seq, path: '/', ...fields }
  }

  /** A click as the client sends it; resolves when the server has kept it. */
  async click(slot = this.slot()): Promise<void> {
    const line = this.line!
    const from = line.heard.length
    line.send(this.event(slot))
    await line.until(({ acknowledges }) => (acknowledges ?? 0) > 0, from)
  }

  event(slot: number, fields: object = {}): object {
    this.seq++
    const { seq, applied: frame } = this
    return { type: 'event', component: 0, event: 'click', slot, seq, frame, data: {}, ...fields }
  }
}
