/** One tab of a kind: a window with the shipped client, its server, and the network between them. */
import { page } from '../../../engine/layout/page.ts'
import { decodeUp } from '../../../engine/protocol/event.ts'
import type { Answer } from '../../../engine/protocol/ops.ts'
import { documentOf } from '../../../engine/server/shell.ts'
import { assembly, type ClientRunner, EVEN, Timers } from './client.ts'
import type { Diary } from './diary.ts'
import type { Edit } from './edits.ts'
import { HeldSocket, type Line, type Network, socketClass } from './network.ts'
import type { Part } from './parts.ts'
import type { Pool } from './pool.ts'
import { type Left, Server } from './server.ts'
import type { Tally } from './tally.ts'
import { turn } from './turn.ts'
import { rootComponent, type Say } from './view.ts'
import type { TabWindow } from './windows.ts'

export const TAB_KINDS = ['wasm', 'script', 'json'] as const
export type TabKind = (typeof TAB_KINDS)[number]

const PAGE = page('/', rootComponent as never)

/** Longer than any wait for the next try. */
const A_WHILE = 60_000

/** An event that the visitor caused. */
export interface Caused {
  element: Element
  event: string
  /** Its number on the wire: 0 until it is first sent. */
  seq: number
  /** What its handler said it was when the visitor acted: the event's data is of that moment, however late it is sent. */
  acted: string
  /** What its handler said it was, each time when the event was sent. */
  marks: string[]
  /** A connection was lost while it waited: it may come too late. */
  late: boolean
}

export class Tab implements Network {
  readonly server: Server
  /** In order; what was merged into a newer one is not among them. */
  readonly caused: Caused[] = []
  /** Texts that a newer one of the same field replaced before they were sent. */
  merged = 0
  /** How many of the hits are of turns that are stored. */
  private savedHits = 0
  readonly hits: { seq: number; mark: string; byData: boolean }[] = []
  /** What the server has said of events that were not applied, by number. */
  readonly answers = new Map<number, Answer>()
  /** What reached the session, in order: edits, words and events. */
  readonly happened: string[] = []
  /** Topics of the edits and words that a component was there to hear. */
  readonly told: string[] = []
  /** A process ended before it had done all that it was told. */
  cutShort = false
  /** Rows that were moved so far. */
  moves = 0
  readonly live = new Set<string>()
  readonly dead = new Set<string>()
  /** What must not happen: errors that were told, warnings, reloads. */
  readonly troubles: string[] = []
  readonly kind: TabKind
  readonly own: TabWindow
  private readonly runner: ClientRunner
  private readonly timers = new Timers()
  private line: Line | undefined
  private welcomed = false

  constructor(
    kind: TabKind,
    own: TabWindow,
    runner: ClientRunner,
    first: Part,
    pool: Pool,
    tally: Tally,
  ) {
    // prettier-ignore
    this.kind = kind
    this.own = own
    this.runner = runner
    const hit = (event: string, mark: string, byData: boolean) => {
      const seq = Number(event.split(':')[1])
      this.hits.push({ seq, mark, byData })
      this.happened.push(`event ${seq} ${mark.replace(/@\d+$/, '')}`)
    }
    const diary: Diary = {
      hit: (event, mark) => hit(event, mark, false),
      hitBy: (event, mark) => hit(event, mark, true),
      happened: (what) => void this.happened.push(what),
      lives: (id) => void this.live.add(id),
      dies: (id) => {
        this.live.delete(id)
        this.dead.add(id)
      },
      read: (text) => void this.reads.push(text),
      feature: (name) => tally.feature(name),
    }
    this.server = new Server({
      encoding: kind === 'json' ? 'json' : 'binary',
      program: () => rootComponent(first, pool, diary),
      left: (op) => this.left(op, tally),
      saved: () => {
        this.savedHits = this.hits.length
      },
    })
  }

  readonly reads: unknown[] = []

  get root(): Element {
    return this.own.window.document.getElementById('telar-root')!
  }

  async open(): Promise<void> {
    const { marker, content, epoch } = await this.server.paint()
    const config = { token: 't', ws: '/live', epoch }
    const html = documentOf({ page: PAGE, title: 't', marker, content, config, client: '' })
    // The files come from the runner, not from a server.
    this.own.write(html.replace(/<(script type="module"|link rel="modulepreload")[^>]*>/g, ''))
    const started = this.runner.start(this.kind === 'json' ? 'json-client.js' : 'client.js', {
      WebSocket: Object.assign(socketClass(this), { OPEN: HeldSocket.OPEN }),
      setTimeout: this.timers.set,
      clearTimeout: this.timers.clear,
      Math: EVEN,
      WebAssembly: assembly(this.kind === 'wasm'),
      // A store that fails is told of, and works again.
      console: { warn: (text) => void (text.includes('store-waits') || this.troubles.push(text)) },
      location: {
        href: 'http://tab/',
        pathname: '/',
        search: '',
        reload: () => void this.troubles.push('the page was to be reloaded'),
      },
    })
    await started
    await this.settle()
  }

  /** The visitor does something that one handler hears. */
  cause(element: Element, event: Event): Caused {
    const now = { element, event: event.type, acted: markOn(element) }
    const newest = this.caused.at(-1)
    const isMerged =
      this.kind !== 'json' &&
      newest?.seq === 0 &&
      newest.element === element &&
      newest.event === event.type &&
      event.type === 'input'
    const caused = isMerged ? newest : { ...now, seq: 0, marks: [], late: false }
    if (isMerged) {
      Object.assign(newest, now)
      this.merged++
    } else this.caused.push(caused)
    element.dispatchEvent(event)
    return caused
  }

  edit(component: string, edit: Edit, number: number): void {
    this.tell(component, `edit-${component}`, { edit, number })
  }

  say(say: Say, n: number): void {
    this.tell('root', 'say', { say, n })
  }

  private tell(component: string, topic: string, message: unknown) {
    if (this.server.session && this.live.has(component)) this.told.push(topic)
    this.server.publish(topic, message)
  }

  acknowledge(): void {
    this.timers.advance(1000)
  }

  /** The tab has everything and says so, and then nothing happens. */
  async rest(): Promise<void> {
    await this.settle()
    this.acknowledge()
    await this.settle()
    this.server.rest()
  }

  /** Lets through what waits, up to `count` messages. */
  async deliver(way: 'up' | 'down', count: number): Promise<void> {
    this.server.pass()
    for (; count > 0; count--) await (way === 'up' ? this.deliverUp() : this.deliverDown())
    await turn()
  }

  drop(): void {
    const { line } = this
    if (!line) return
    this.server.lost(line)
    this.cut(line)
  }

  kill(): void {
    this.noteWaiting()
    // What was not stored has not happened: its events come again.
    if (this.server.disk.unsaved) {
      this.hits.length = this.savedHits
      this.cutShort = true
    }
    this.server.kill()
    if (this.line) this.cut(this.line)
  }

  async swap(): Promise<void> {
    this.allLate()
    this.noteWaiting()
    const { line } = this
    const isGreeted = line !== undefined && this.server.knows(line)
    await this.server.swap()
    // Nobody has answered this connection yet, and nobody will.
    if (line && !isGreeted) return this.cut(line)
    while (line && line.down.length > 0) await this.deliverDown()
    if (line && this.line === line) throw new Error('A process that ended left its tab waiting.')
  }

  /** Until nothing is under way any more and the tab is connected. */
  async settle(): Promise<void> {
    this.server.drain()
    for (let rounds = 0; rounds < 500; rounds++) {
      await turn()
      const { line } = this
      if (!line) this.timers.advance(A_WHILE)
      else if (line.socket.readyState === 0 || line.up.length > 0) await this.deliverUp()
      else if (line.down.length > 0) await this.deliverDown()
      else if ((await this.isIdle()) && this.isJoined) return
    }
    throw new Error(
      `The ${this.kind} tab never comes to rest, it says ${this.own.window.document.documentElement.dataset.telar}. ${this.troubles.join(' ')}`,
    )
  }

  dialled(line: Line): void {
    this.line = line
  }

  sent(message: Uint8Array | string): void {
    const up = typeof message === 'string' ? JSON.parse(message) : decodeUp(message)
    if (up.type !== 'event') return
    let caused = this.caused.find(({ seq }) => seq === up.seq)
    // A number that was not seen before is that of the oldest event without one.
    if (!caused) {
      caused = this.caused.find(({ seq }) => seq === 0)
      if (caused) caused.seq = up.seq
      else this.troubles.push(`Event ${up.seq} was sent, which nobody caused.`)
    }
    caused?.marks.push(markOn(caused.element))
  }

  hungUp(line: Line): void {
    this.server.lost(line)
    if (this.line === line) this.line = undefined
  }

  private async deliverUp(): Promise<void> {
    const { line } = this
    if (!line) return
    if (line.socket.readyState === 0) {
      line.socket.readyState = HeldSocket.OPEN
      line.socket.onopen?.()
      return
    }
    const message = line.up.shift()
    if (message !== undefined) await this.server.receive(line, message)
  }

  private async deliverDown(): Promise<void> {
    const { line } = this
    const message = line?.down.shift()
    if (!line || message === undefined) return
    if (typeof message === 'number') this.cut(line, message)
    else {
      const data = typeof message === 'string' ? message : message.buffer
      line.socket.onmessage?.({ data })
    }
  }

  private cut(line: Line, code = 1006) {
    this.allLate()
    if (this.line === line) this.line = undefined
    line.socket.ended()
    line.socket.onclose?.({ code })
  }

  // A process that dies takes with it what waited behind a handler.
  private noteWaiting() {
    const ran = this.happened.filter((what) => !what.startsWith('event')).length
    if (ran < this.told.length) this.cutShort = true
  }

  private allLate() {
    const answered = new Set([...this.hits.map(({ seq }) => seq), ...this.answers.keys()])
    for (const caused of this.caused) if (!answered.has(caused.seq)) caused.late = true
  }

  get isJoined(): boolean {
    const { documentElement } = this.own.window.document
    return this.kind === 'json' ? this.welcomed : documentElement.dataset.telar === 'connected'
  }

  private async isIdle(): Promise<boolean> {
    this.server.pass()
    let idle = false
    void this.server.session?.settled().then(() => {
      idle = true
    })
    await turn()
    const { line } = this
    return idle && line !== undefined && line.up.length + line.down.length === 0
  }

  private left(op: Left, tally: Tally) {
    if (this.kind === 'wasm') tally.op(op.op)
    if (op.op === 'move') this.moves++
    if (op.op !== 'signal') return
    const answers =
      op.kind === 'answer' ? [op.value as Answer] : (op.value as { answers?: Answer[] }).answers
    for (const one of answers ?? []) this.answers.set(one.seq, one)
    if (op.kind === 'welcome') this.welcomed = true
    if (op.kind === 'error' && !/^store-/.test((op.value as { code: string }).code))
      this.troubles.push(JSON.stringify(op.value))
  }
}

export const markOn = (element: Element) =>
  element.isConnected ? (element.getAttribute('data-m') ?? '') : ''
