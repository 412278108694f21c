/** One tab of a kind: a window with the shipped client, its server, and the network between them. */
import { page } from '../../engine/layout/page.ts'
import { decodeUp } from '../../engine/protocol/event.ts'
import type { Answer } from '../../engine/protocol/ops.ts'
import { documentOf } from '../../engine/server/shell.ts'
import { assembly, type ClientRunner, EVEN, Timers } from './client.ts'
import type { Diary } from './diary.ts'
import type { Edit } from './edits.ts'
import { type Caused, Ledger } from './ledger.ts'
import { PACE } from './limits.ts'
import { HeldSocket, type Line, type Network, socketClass } from './network.ts'
import type { Part } from './parts.ts'
import type { Pool } from './pool.ts'
import { type Left, Server } from './server.ts'
import type { Tally } from './tally.ts'
import { turn } from './turn.ts'
import { rootComponent, type Say } from './view.ts'
import type { TabWindow } from './windows.ts'

const TAB_KINDS = ['wasm', 'script', 'json'] as const
export type TabKind = (typeof TAB_KINDS)[number]

const PAGE = page('/', rootComponent as never)

/** Longer than any wait for the next try. */
const A_WHILE = 60_000

export class Tab implements Network {
  readonly server: Server
  readonly ledger: Ledger
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
  /** An event goes up with all of its parts, where JSON has more of them than the wire. */
  whole = false
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
    this.kind = kind
    this.own = own
    this.runner = runner
    this.ledger = new Ledger(kind !== 'json', this.timers.set)
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
  /** Called when something that the server said is applied. */
  applied = () => {}

  get root(): Element {
    return this.own.window.document.getElementById('telar-root')!
  }

  async open(): Promise<void> {
    const { marker, content, epoch } = await this.server.paint()
    const config = { token: 't', ws: '/live', epoch }
    const html = documentOf({ page: PAGE, title: 't', marker, content, config, client: '' })
    // The files come from the runner, not from a server.
    this.own.write(html.replace(/<(script type="module"|link rel="modulepreload")[^>]*>/g, ''))
    // Who leaves a field has done with it.
    this.own.window.document.addEventListener('focusout', () => this.ledger.release())
    const started = this.runner.start(this.kind === 'json' ? 'json-client.js' : 'client.js', {
      WebSocket: Object.assign(socketClass(this), { OPEN: HeldSocket.OPEN }),
      setTimeout: this.timers.set,
      clearTimeout: this.timers.clear,
      Math: EVEN,
      WebAssembly: assembly(this.kind === 'wasm'),
      // A store that fails is told of, and works again; so is what was too large.
      console: {
        warn: (text) => void (/store-waits|frame-too-large/.test(text) || this.troubles.push(text)),
      },
      location: {
        href: 'http://tab/',
        pathname: '/',
        search: '',
        reload: () => void this.troubles.push('Expected no reload of the page, received one.'),
      },
    })
    await started
    await this.settle()
  }

  /** The visitor does something that one handler hears. */
  cause(element: Element, event: Event): Caused {
    const caused = this.ledger.add(element, event.type)
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
    if (line && this.line === line)
      throw new Error(
        'Expected the process to close the connection as it ends, received one that is open.',
      )
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
      else if ((await this.isIdle()) && this.isJoined) {
        this.ledger.isBehind = false
        if (!this.ledger.isHolding) return
        this.timers.advance(PACE)
      }
    }
    throw new Error(
      `Expected the ${this.kind} tab to become idle, received the status ${this.own.window.document.documentElement.dataset.telar}. ${this.troubles.join(' ')}`,
    )
  }

  dialled(line: Line): void {
    this.line = line
  }

  sent(message: Uint8Array | string): void {
    const up = read(message)
    // The first part stands for its event.
    if (up.type !== 'event' && !(up.type === 'part' && up.index === 0)) return
    if (!this.ledger.sent(up.seq)) {
      this.troubles.push(`Expected an event that a visitor caused, received event ${up.seq}.`)
    }
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
    let message: Uint8Array | string | undefined
    do {
      message = line.up.shift()
      if (message !== undefined) await this.server.receive(line, message)
    } while (this.whole && message !== undefined && hasMore(message))
  }

  private async deliverDown(): Promise<void> {
    const { line } = this
    const message = line?.down.shift()
    if (!line || message === undefined) return
    if (typeof message === 'number') this.cut(line, message)
    else {
      const data = typeof message === 'string' ? message : message.buffer
      line.socket.onmessage?.({ data })
      this.applied()
    }
  }

  private cut(line: Line, code = 1006) {
    this.allLate()
    if (line.down.length > 0) this.ledger.isBehind = true
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
    for (const caused of this.ledger.caused) if (!answered.has(caused.seq)) caused.late = true
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

const read = (message: Uint8Array | string) =>
  typeof message === 'string' ? JSON.parse(message) : decodeUp(message)

/** Whether it is a part of an event that another one follows. */
function hasMore(message: Uint8Array | string) {
  const { type, left } = read(message)
  return type === 'part' && left > 0
}
