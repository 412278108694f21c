/** A visitor of a page over HTTP and WebSocket: reads the first paint, joins, clicks, comes back. */
import type { PageConfig } from '../../../engine/protocol/signals.ts'
import { type Heard, Line, type LineOptions } from './line.ts'
import { pageConfig } from './page-config.ts'

export class Visitor {
  /** The page's markup, as painted last. */
  markup: string
  readonly config: PageConfig
  line: Line | undefined
  /** The newest event's number. */
  seq = 0
  private address: string
  private epoch: number
  /** The last frame that came. */
  private frame = 0
  /** What was kept when the line was opened. */
  private applied = 0
  /** What its browser sends with each request. */
  cookie: string | undefined

  private constructor(address: string, markup: string, cookie?: string) {
    this.cookie = cookie
    this.address = address
    this.markup = markup
    this.config = pageConfig(markup)
    this.epoch = this.config.epoch
  }

  static async open(address: string, path = '/', cookie?: string): Promise<Visitor> {
    const answer = await fetch(address + path, { headers: cookie ? { cookie } : {} })
    return new Visitor(address, await answer.text(), cookie)
  }

  /** The number in the page's markup that a handler of this event has. */
  slot(event = 'click'): number {
    return Number(new RegExp(`lv-${event}="(\\d+)"`).exec(this.markup)![1])
  }

  /** From now on sockets are opened at another server. */
  turnTo(address: string): void {
    this.address = address
  }

  /** A socket that has not said anything yet. */
  dial(options: LineOptions = {}): Promise<Line> {
    const headers = { ...(this.cookie && { cookie: this.cookie }), ...options.headers }
    return Line.open(this.address.replace('http', 'ws') + this.config.ws, { ...options, headers })
  }

  /** Joins, or comes back, here or at another server; sends again what is not kept. Resolves with what the welcome says. */
  async join(address = this.address): Promise<Record<string, unknown>> {
    this.turnTo(address)
    const line = await this.dial()
    this.line = line
    line.send(this.hello())
    const welcome = await line.signal('welcome')
    this.epoch = Number(welcome.epoch)
    this.frame = Number(welcome.frame)
    if (!welcome.resumed) this.repainted(await line.until(({ repaint }) => repaint === true))
    this.applied = Number(welcome.applied)
    for (let seq = this.applied + 1; seq <= this.seq; seq++) line.send(this.click(seq))
    return welcome
  }

  hello(fields: object = {}): object {
    const { config, epoch, frame, seq } = this
    return { type: 'hello', token: config.token, epoch, frame, seq, path: '/', ...fields }
  }

  /** Clicks; resolves when the server has kept that and all before. */
  async clicked(): Promise<void> {
    this.clickOn()
    await this.line!.until(() => this.kept >= this.seq)
  }

  /** The newest event that the server has kept. */
  get kept(): number {
    const heard = this.line?.heard ?? []
    return heard.reduce((last, { acknowledged }) => Math.max(last, acknowledged ?? 0), this.applied)
  }

  /** Clicks and does not wait. */
  clickOn(): void {
    this.line!.send(this.click(++this.seq))
  }

  private click(seq: number): object {
    const { frame } = this
    return { type: 'event', component: 0, event: 'click', slot: this.slot(), seq, frame, data: {} }
  }

  private repainted({ operations }: Heard) {
    this.frame++
    this.markup = operations.map(({ value }) => String(value)).join('')
  }
}
