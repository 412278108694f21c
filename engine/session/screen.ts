/** What one tab shows: its connection, the numbers of its frames, and the way from views to ops. */
import type { ComponentNode } from '../component/node.ts'
import { diffRegion } from '../diff/diff.ts'
import { repaintOps } from '../diff/insert.ts'
import type { Patch } from '../diff/patch.ts'
import { dropForgotten, forgetSent, reclaim } from '../diff/release.ts'
import { unpaintedOps } from '../diff/unpainted.ts'
import type { Json, Op } from '../protocol/ops.ts'
import { WINDOW, type Window } from '../protocol/window.ts'
import type { Answers } from './answers.ts'
import { Checksum } from './checksum.ts'
import { driveOps } from './drive-ops.ts'
import type { Surroundings } from './options.ts'
import type { Outbox } from './outbox.ts'
import type { PlacedWrite } from './overlays.ts'
import { Typed } from './typed.ts'
import { type Connection, Wire } from './wire.ts'

/** What frames are made of beside views. */
interface Sources {
  readonly outbox: Outbox
  readonly answers: Answers
  /** A tab that took nothing takes frames again. */
  drained(): void
}

/** What the newest views changed, before it is told. */
export interface Compared {
  readonly ops: Op[]
  /** Components whose newest view stands in the page, or in what the page will be. */
  readonly shown: readonly ComponentNode[]
  /** What drivers have drawn that must be told whole, and what is drawn again over views that came anew. */
  readonly drawn: readonly PlacedWrite[]
  readonly again: readonly PlacedWrite[]
}

type Nodes = readonly ComponentNode[]

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
  /** Number of the last frame that answered events. */
  answered = 0
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
  /** The last event that the tab was told of. */
  told: number
  private lost: number[] | undefined
  private waiting = false
  private readonly sources: Sources
  private readonly limits: Surroundings['limits']
  private readonly checksum: Checksum

  /** `kept`: the last event that is stored. */
  constructor(sources: Sources, limits: Surroundings['limits'], kept: number) {
    this.sources = sources
    this.limits = limits
    this.checksum = new Checksum(limits.hashEvery)
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
    this.close(4001, 'another connection has resumed this session')
    this.wire = new Wire(connection, templates)
    this.waiting = false
    this.greeted = false
  }

  leave(): void {
    this.wire = undefined
  }

  close(code: number, reason: string): void {
    this.wire?.connection.close(code, reason)
    this.wire = undefined
  }

  /** Greets the tab. What it shows is kept when it has every frame of this process; else it is painted again. */
  welcome(hello: { epoch: number; frame: number }, epoch: number, nodes: Nodes): void {
    const resumed = this.resumes(hello, epoch)
    this.greeted = true
    this.told = this.kept
    if (!resumed) this.checksum.forget()
    else if (hello.frame === 0) this.checksum.firstPaint(nodes)
    const { answers } = this.sources
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
    this.send([{ op: 'signal', kind: 'welcome', value }], nodes)
    if (resumed && hello.frame === 0) {
      // The markup of a first paint can't say everything.
      const ops = unpaintedOps(nodes.map(({ region }) => region))
      if (ops.length > 0) this.send(ops, nodes)
    }
    if (resumed) this.forget(nodes)
  }

  /** Whether the tab has every frame of this process. */
  resumes(hello: { epoch: number; frame: number }, epoch: number): boolean {
    return hello.epoch === epoch && hello.frame === this.frame
  }

  /** The same where a tab is there that knows its place; one that takes no frames gets the newest state later. */
  compareIfOpen(nodes: Nodes): Compared | undefined {
    const { wire, greeted } = this
    return wire && greeted && !this.isStalled(wire.connection) ? this.compare(nodes) : undefined
  }

  /** Compares the newest views with what the tab shows. */
  compare(nodes: Nodes): Compared {
    const { overlays } = this.sources.outbox
    const drawn = overlays?.settle() ?? NOTHING_DRAWN
    const again: PlacedWrite[] = []
    const ops: Op[] = []
    for (const id of this.lost ?? NONE) ops.push({ op: 'unmount', id })
    this.lost = undefined
    let component = 0
    const shown: ComponentNode[] = []
    for (const node of nodes) {
      const { region } = node
      if (!(node.fresh || region.moved)) continue
      // It comes into the page anew, without what drivers had written there.
      if (region.moved && overlays) again.push(...overlays.writes(node.path))
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
        for (const op of patch.ops) ops.push(op)
      }
      node.fresh = false
      shown.push(node)
    }
    if (component !== 0) ops.push({ op: 'component', id: 0 })
    return { ops, shown, drawn, again }
  }

  /** Sends what has changed and whatever else waits. False when there is nothing to tell. */
  tell({ ops, drawn, again }: Compared, nodes: Nodes): boolean {
    const { outbox, answers } = this.sources
    if (again.length > 0) outbox.dropWrites(again)
    if (this.typed.notes.length > 0) {
      ops.push(...this.typed.again(this.kept, this.frame + 1, nodes))
    }
    if (drawn.length + again.length > 0) ops.push(...driveOps([...drawn, ...again], nodes))
    if (outbox.pending.length > 0) ops.push(...outbox.take())
    if (this.newTitle !== undefined) {
      ops.push({ op: 'signal', kind: 'title', value: this.newTitle })
      this.newTitle = undefined
    }
    if (answers.open.length > 0) {
      for (const answer of answers.take(this.kept, this.frame + 1)) {
        ops.push({ op: 'signal', kind: 'answer', value: answer as unknown as Json })
      }
    }
    const acknowledged = this.kept > this.told ? this.kept : undefined
    const isNews = ops.length > 0 || acknowledged !== undefined
    this.told = this.kept
    if (isNews) this.send(ops, nodes, { acknowledged })
    if (acknowledged !== undefined) this.answered = this.frame
    for (const { region } of nodes) if (region.streams.size > 0) forgetSent(region.streams)
    return isNews
  }

  /** The whole page, behind what `compare` found. */
  repaint({ again }: Compared, nodes: Nodes): void {
    const { outbox } = this.sources
    if (again.length > 0) outbox.dropWrites(again)
    outbox.dropWrites()
    for (const { region } of nodes) {
      for (const rows of region.streams) dropForgotten(rows, region, this.frame + 1)
    }
    const regions = nodes.map(({ region }) => region)
    const ops = repaintOps(regions, this.frame + 1)
    const drawn = driveOps(outbox.overlays?.writes() ?? [], nodes)
    this.send([...ops, ...drawn], nodes, { repaint: true })
    this.forget(nodes)
  }

  /** A message that is not about the view; lost when no tab is there, or when too many wait for one that takes nothing. */
  signal(kind: 'error' | 'gap' | 'reload', value: Json, nodes: Nodes): void {
    const op = { op: 'signal', kind, value } as const
    const { wire } = this
    const { outbox } = this.sources
    const waits = wire && (this.isStalled(wire.connection) || outbox.hasSignal)
    if (!waits) return this.send([op], nodes)
    if (!outbox.full) outbox.add(op)
  }

  /** The connection is alive, and in the silence both ends can prove that they agree. A tab that reads nothing has no use for it. */
  pong(nodes: Nodes): void {
    if (this.wire && !this.isStalled(this.wire.connection)) this.send([], nodes, { isPulse: true })
  }

  /** Something was told that no hash has proved since. */
  get isUnproved(): boolean {
    return this.checksum.isOpen
  }

  /** Whether the tab can be asked what has become of what it was told. */
  get canAudit(): boolean {
    return this.wire?.connection.encoding === 'binary' && this.checksum.hasTold
  }

  /** Sends ops that change nothing of what the tab is believed to show: `make` gets the number of their frame. */
  resend(make: (frame: number) => readonly Op[], nodes: Nodes): void {
    if (!this.wire || !this.greeted || this.isStalled(this.wire.connection)) return
    const ops = make(this.frame + 1)
    if (ops.length > 0) this.send(ops, nodes)
  }

  /** The tab has applied every frame up to this one. */
  acknowledge(frame: number, nodes: Nodes): void {
    if (frame > this.frame || frame <= this.acknowledged) return
    this.acknowledged = frame
    const { answers } = this.sources
    if (answers.open.length > 0) answers.told(frame)
    for (const { region } of nodes) if (region.gone.length > 0) reclaim(region, frame)
  }

  unmounted(node: ComponentNode): void {
    ;(this.lost ??= []).push(node.region.id)
  }

  private send(
    ops: readonly Op[],
    nodes: Nodes,
    { repaint = false, isPulse = false, acknowledged }: Sent = {},
  ) {
    if (!this.wire) return
    // Before its welcome a tab knows no number: what it is told then stands outside of the session.
    if (!this.greeted) return this.wire.send(ops, { number: 0, acknowledged, repaint })
    const number = ++this.frame
    if (ops.length > 0) this.said = number
    const root = nodes[0]
    const hash = root && this.checksum.due(number, ops, root, isPulse)
    this.wire.send(ops, { number, acknowledged, repaint, hash })
  }

  private forget(nodes: Nodes) {
    for (const { region } of nodes) if (region.streams.size > 0) forgetSent(region.streams)
  }

  private isStalled(connection: Connection): boolean {
    if (connection.backlog() <= this.limits.backlog) return false
    if (!this.waiting) {
      this.waiting = true
      connection.drained(() => {
        this.waiting = false
        this.sources.drained()
      })
    }
    return true
  }
}

const NONE: readonly number[] = []
const NOTHING_DRAWN: readonly PlacedWrite[] = []

const same = (a: Window, b: Window) =>
  a.events === b.events && a.bytes === b.bytes && a.event === b.event && a.part === b.part
