/** What one tab shows: its connection, the numbers of its frames, and the way from views to ops. */
import type { ComponentNode } from '../component/node.ts'
import { diffRegion } from '../diff/diff.ts'
import { dropForgotten, forgetSent } from '../diff/forget.ts'
import { repaintOps } from '../diff/insert.ts'
import type { Patch } from '../diff/patch.ts'
import { reclaim } from '../diff/release.ts'
import { unpaintedOps } from '../diff/unpainted.ts'
import type { Json, Op } from '../protocol/ops.ts'
import { WINDOW, type Window } from '../protocol/window.ts'
import type { StreamRows } from '../template/shown.ts'
import type { Answers } from './answers.ts'
import { driveOps } from './drive-ops.ts'
import type { Surroundings } from './options.ts'
import type { Outbox } from './outbox.ts'
import type { PlacedWrite } from './overlays.ts'
import { Pace } from './pace.ts'
import { Proof } from './proof.ts'
import { Typed } from './typed.ts'
import { type Connection, Wire } from './wire.ts'

/** What the screen asks of the session. */
export interface ScreenSession {
  readonly outbox: Outbox
  readonly answers: Answers
  readonly turns: { readonly isStoring: boolean }
  nodes(): Iterable<ComponentNode>
  drained(): void
  /** These components' newest views stand in the page (or in what the page will be). */
  shown(nodes: ReadonlySet<ComponentNode>): void
}

interface Sent {
  repaint?: boolean
  isPulse?: boolean
  /** What came of the events up to this one is in it, or was told before. */
  acknowledged?: number | undefined
}

export class Screen {
  /** Number of the last frame sent. */
  frame = 0
  /** Number of the last frame that said something: an empty one is not acknowledged. */
  private said = 0
  /** Number of the last frame that the tab says it has applied. */
  acknowledged = 0
  /** What events have brought that are not answered yet. */
  readonly typed = new Typed()
  /** The last event that is kept: what the tab may be told. */
  kept: number
  /** A title that the tab has not been told; only the last one is. */
  newTitle: string | undefined
  private wire: Wire | undefined
  /** The welcome is out: before it a frame would have no number that the tab knows. */
  private greeted = false
  private told: number
  private lost: number[] | undefined
  private waiting = false
  /** A frame that answers events is about to go. */
  private answering = false
  private readonly session: ScreenSession
  private readonly limits: Surroundings['limits']
  private readonly pace: Pace
  private readonly proof: Proof

  constructor(session: ScreenSession, { clock, limits }: Surroundings, kept: number) {
    this.session = session
    this.limits = limits
    this.pace = new Pace(clock, limits.frame)
    this.proof = new Proof(limits.hashEvery)
    this.kept = this.told = kept
  }

  get connected(): boolean {
    return this.wire !== undefined
  }

  /** A tab has come, and was not told yet where it stands. */
  get isJoining(): boolean {
    return this.wire !== undefined && !this.greeted
  }

  /** A tab is there and has said that it shows all there is. */
  get isAtRest(): boolean {
    return (
      this.wire !== undefined &&
      this.greeted &&
      !this.waiting &&
      this.acknowledged >= this.said &&
      this.told === this.kept &&
      this.newTitle === undefined
    )
  }

  shows(connection: Connection): boolean {
    return this.wire?.connection === connection
  }

  /** Takes a new connection in place of an older one. */
  join(connection: Connection, templates?: readonly string[]): void {
    this.close(4001, 'another connection took this session')
    this.wire = new Wire(connection, templates)
    this.waiting = false
    this.greeted = false
  }

  leave(): void {
    this.pace.stop()
    this.wire = undefined
  }

  close(code: number, reason: string): void {
    this.pace.stop()
    this.wire?.connection.close(code, reason)
    this.wire = undefined
  }

  /** Greets the tab. What it shows is kept when it has every frame of this process; else it is painted again. */
  welcome(hello: { epoch: number; frame: number }, epoch: number): void {
    const resumed = this.resumes(hello, epoch)
    this.greeted = true
    this.told = this.kept
    if (!resumed) this.proof.forget()
    else if (hello.frame === 0) this.proof.firstPaint(this.session.nodes())
    const { answers } = this.session
    answers.again()
    const { window } = this.limits
    const open = answers.take(this.kept, this.frame + 1)
    const value = {
      epoch,
      applied: this.kept,
      resumed,
      frame: this.frame + 1,
      ...(same(window, WINDOW) ? {} : { window: { ...window } }),
      ...(open.length === 0 ? {} : { answers: open as unknown as Json }),
    }
    this.send([{ op: 'signal', kind: 'welcome', value }])
    if (!resumed) this.repaint()
    else if (hello.frame === 0) this.complete()
    this.forget()
  }

  /** Whether the tab has every frame of this process. */
  resumes(hello: { epoch: number; frame: number }, epoch: number): boolean {
    return hello.epoch === epoch && hello.frame === this.frame
  }

  /** The streams that stand in the page: a repaint needs their rows again. */
  streams(): StreamRows[] {
    return [...this.session.nodes()].flatMap(({ region }) => [...region.streams])
  }

  /**
   * Sends the difference between what the tab shows and what is so now. The answer to an event goes at once, one frame for all
   * that came in one piece; others one in each display frame. A tab that can't take it gets it later, to the newest state.
   */
  show(): void {
    if (this.kept > this.told) this.answerSoon()
    else this.pace.run(() => this.flush())
  }

  // Behind whatever else the socket had at hand: a burst of events is answered by one frame.
  private answerSoon() {
    if (this.answering) return
    this.answering = true
    queueMicrotask(() => this.answer())
  }

  answer(): void {
    if (this.answering) this.flush()
  }

  /** The same at once, whenever the last frame was sent. */
  flush(): void {
    this.answering = false
    const { wire, session } = this
    if (!wire || !this.greeted || session.turns.isStoring || this.isStalled(wire.connection)) return
    const { ops, drawn } = this.viewOps()
    ops.push(...this.typed.again(this.kept, this.frame + 1, this.session.nodes()))
    ops.push(...drawn, ...this.session.outbox.take(), ...this.titleOps(), ...this.answerOps())
    const acknowledged = this.kept > this.told ? this.kept : undefined
    if (ops.length > 0 || acknowledged !== undefined) {
      this.told = this.kept
      this.send(ops, { acknowledged })
      this.pace.ran()
    }
    this.forget()
  }

  /** A message that is not about the view; lost when no tab is there, or when too many wait for one that takes nothing. */
  signal(kind: 'error' | 'gap' | 'reload', value: Json): void {
    // What is acknowledged must not be told before what came of it.
    this.answer()
    const op = { op: 'signal', kind, value } as const
    if (!this.wire || !this.isStalled(this.wire.connection)) return this.send([op])
    if (!this.session.outbox.full) this.session.outbox.add(op)
  }

  /** The connection is alive, and in the silence both ends can prove that they agree. A tab that reads nothing has no use for it. */
  pong(): void {
    this.answer()
    if (this.wire && !this.isStalled(this.wire.connection)) this.send([], { isPulse: true })
  }

  /** Proves that both ends agree on all that was told since the last time. */
  prove(): void {
    if (this.proof.isOpen) this.pong()
  }

  /** Whether the tab can be asked what has become of what it was told. */
  get canAudit(): boolean {
    return this.wire?.connection.encoding === 'binary' && this.proof.hasTold
  }

  /** Sends ops that change nothing of what the tab is believed to show: `make` gets the number of their frame. */
  resend(make: (frame: number) => readonly Op[]): void {
    this.flush()
    if (!this.wire || this.isStalled(this.wire.connection)) return
    const ops = make(this.frame + 1)
    if (ops.length > 0) this.send(ops)
  }

  acknowledge(frame: number): void {
    if (frame > this.frame || frame <= this.acknowledged) return
    this.acknowledged = frame
    this.session.answers.told(frame)
    for (const { region } of this.session.nodes()) reclaim(region, frame)
  }

  unmounted(node: ComponentNode): void {
    ;(this.lost ??= []).push(node.region.id)
  }

  private send(ops: readonly Op[], { repaint = false, isPulse = false, acknowledged }: Sent = {}) {
    if (!this.wire) return
    const number = ++this.frame
    if (ops.length > 0) this.said = number
    const [root] = this.session.nodes()
    const hash = root && this.proof.due(number, ops, root, isPulse)
    this.wire.send(ops, { number, acknowledged, repaint, hash })
  }

  /** The ops of the newest views, and those that draw over them again what the differ does not know of. */
  private viewOps(): { ops: Op[]; drawn: readonly Op[] } {
    const { outbox } = this.session
    const drawn = outbox.overlays.settle()
    const again: PlacedWrite[] = []
    const ops: Op[] = this.lost?.map((id) => ({ op: 'unmount', id })) ?? []
    this.lost = undefined
    let component = 0
    const shown = new Set<ComponentNode>()
    for (const node of this.session.nodes()) {
      const { region } = node
      if (!(node.fresh || region.moved)) continue
      // It comes into the page anew, without what drivers had written there.
      if (region.moved) again.push(...outbox.overlays.writes(node.path))
      region.moved = false
      const patch: Patch = {
        region,
        frame: this.frame + 1,
        ops: [],
        acknowledged: this.acknowledged,
      }
      diffRegion(node.view, patch)
      if (patch.ops.length > 0) {
        if (region.id !== component) ops.push({ op: 'component', id: region.id })
        component = region.id
        ops.push(...patch.ops)
      }
      shown.add(node)
    }
    if (component !== 0) ops.push({ op: 'component', id: 0 })
    this.session.shown(shown)
    if (again.length > 0) outbox.dropWrites(again)
    return { ops, drawn: driveOps([...drawn, ...again], this.session.nodes()) }
  }

  // The markup of a first paint can't say everything.
  private complete() {
    const ops = unpaintedOps([...this.session.nodes()].map(({ region }) => region))
    if (ops.length > 0) this.send(ops)
  }

  private titleOps(): Op[] {
    const value = this.newTitle
    this.newTitle = undefined
    return value === undefined ? [] : [{ op: 'signal', kind: 'title', value }]
  }

  private answerOps(): Op[] {
    return this.session.answers
      .take(this.kept, this.frame + 1)
      .map((answer) => ({ op: 'signal', kind: 'answer', value: answer as unknown as Json }))
  }

  private repaint() {
    this.viewOps()
    const { outbox } = this.session
    outbox.dropWrites()
    const nodes = [...this.session.nodes()]
    for (const { region } of nodes) {
      for (const rows of region.streams) dropForgotten(rows, region, this.frame + 1)
    }
    const ops = repaintOps(
      nodes.map(({ region }) => region),
      this.frame + 1,
    )
    this.send([...ops, ...driveOps(outbox.overlays.writes(), nodes)], { repaint: true })
  }

  private forget() {
    for (const { region } of this.session.nodes()) {
      if (region.streams.size > 0) forgetSent(region.streams)
    }
  }

  private isStalled(connection: Connection): boolean {
    if (connection.backlog() <= this.limits.backlog) return false
    if (!this.waiting) {
      this.waiting = true
      connection.drained(() => {
        this.waiting = false
        this.session.drained()
      })
    }
    return true
  }
}

const same = (a: Window, b: Window) =>
  a.events === b.events && a.bytes === b.bytes && a.event === b.event && a.part === b.part
