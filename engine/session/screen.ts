/** What one tab shows: its connection, the numbers of its frames, and the way from views to ops. */
import type { ComponentNode } from '../component/node.ts'
import { diffRegion, dropOutdated } from '../diff/diff.ts'
import { repaintOps } from '../diff/insert.ts'
import type { Patch } from '../diff/patch.ts'
import { dropForgotten, forgetSent, reclaim } from '../diff/release.ts'
import { unpaintedOps } from '../diff/unpainted.ts'
import type { Json, Op, UpEvent } from '../protocol/ops.ts'
import type { Navigate, Patch as PatchSignal } from '../protocol/signals.ts'
import { WINDOW, type Window } from '../protocol/window.ts'
import type { Region } from '../template/instances.ts'
import type { Answers } from './answers.ts'
import { Checksum } from './checksum.ts'
import { driveOps } from './drive-ops.ts'
import type { Surroundings } from './options.ts'
import type { Outbox } from './outbox.ts'
import type { PlacedWrite } from './overlays.ts'
import { Typed } from './typed.ts'
import { type Connection, Wire } from './wire.ts'

/** What goes into frames besides views. */
interface Sources {
  readonly outbox: Outbox
  readonly answers: Answers
  /** A tab that received nothing receives frames again. */
  drained(): void
}

/** What the newest views changed, before it is sent. */
export interface Compared {
  readonly ops: Op[]
  /** Components whose newest view is in the page, or will be with this frame: their hooks are called. */
  readonly shown: readonly ComponentNode[]
  /** What drivers have drawn that must be sent whole, and what is drawn again over views that came back. */
  readonly drawn: readonly PlacedWrite[]
  readonly again: readonly PlacedWrite[]
}

/** A change of the tab's address. */
export type NewAddress =
  | { readonly kind: 'patch'; readonly value: PatchSignal }
  | { readonly kind: 'navigate'; readonly value: Navigate }

type Nodes = readonly ComponentNode[]

interface Sent {
  repaint?: boolean
  isPulse?: boolean
  /** The frame has, or an earlier one had, the outcome of the events up to this one. */
  acknowledged?: number | undefined
}

export class Screen {
  /** Number of the last frame sent. */
  frame = 0
  /** Number of the last frame with content: an empty one is not acknowledged. */
  private said = 0
  /** Number of the last frame that answered events. */
  answered = 0
  /** Number of the last frame that the tab has acknowledged. */
  acknowledged = 0
  /** The values of events that are not answered yet. */
  private typed: Typed | undefined
  /** The last stored event: the tab may be told up to it. */
  kept: number
  /** A title that was not sent to the tab yet; only the last one is. */
  newTitle: string | undefined
  /** Where the tab shall go, not sent yet; only the last one is. */
  newAddress: NewAddress | undefined
  private wire: Wire | undefined
  /** The welcome was sent. Before it a frame would have no number that the tab knows. */
  private greeted = false
  /** The last event that the tab was told about. */
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

  /** A tab has connected, and was not welcomed yet. */
  get isJoining(): boolean {
    return this.wire !== undefined && !this.greeted
  }

  /** A tab is connected and has confirmed everything. */
  get isAtRest(): boolean {
    return (
      this.wire !== undefined &&
      this.greeted &&
      !this.waiting &&
      this.acknowledged >= this.said &&
      this.told === this.kept &&
      this.newTitle === undefined &&
      this.newAddress === undefined
    )
  }

  shows(connection: Connection): boolean {
    return this.wire?.connection === connection
  }

  /** Replaces the connection with a new one. */
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

  /** Welcomes the tab. If it has every frame of this process, it keeps what it shows; otherwise it is painted again. */
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
      // The markup of a first paint can't express everything.
      const ops = unpaintedOps(nodes.map(({ region }) => region))
      if (ops.length > 0) this.send(ops, nodes)
    }
    if (resumed) this.forget(nodes)
  }

  /** Whether the tab has every frame of this process. */
  resumes(hello: { epoch: number; frame: number }, epoch: number): boolean {
    return hello.epoch === epoch && hello.frame === this.frame
  }

  /** Whether a tab is connected and was welcomed; one that can't receive frames gets the newest state later. */
  compareIfOpen(nodes: Nodes): Compared | undefined {
    const { wire, greeted } = this
    return wire && greeted && !this.isStalled(wire.connection) ? this.compare(nodes) : undefined
  }

  /** Compares the newest views with what the tab shows. */
  compare(nodes: Nodes): Compared {
    const { overlays } = this.sources.outbox
    const drawn = overlays?.settle() ?? NOTHING_DRAWN
    const again: PlacedWrite[] = []
    let ops: Op[] = (this.lost ?? NONE).map((id) => ({ op: 'unmount', id }))
    this.lost = undefined
    let component = 0
    let shown: ComponentNode[] | undefined
    for (const node of nodes) {
      const { region, rendering } = node
      if (rendering.news === 'none' && !region.moved) continue
      // It enters the page again, without what drivers had written there.
      if (region.moved && overlays) again.push(...overlays.writes(node.path))
      region.moved = false
      const patch: Patch = { region, frame: this.frame + 1, ops: [] }
      diffRegion(rendering.view, patch)
      if (patch.ops.length > 0) {
        if (region.id !== component) ops.push({ op: 'component', id: region.id })
        component = region.id
        if (ops.length === 0) ops = patch.ops
        else for (const op of patch.ops) ops.push(op)
      }
      if (!rendering.shown()) continue
      if (shown) shown.push(node)
      else shown = [node]
    }
    if (component !== 0) ops.push({ op: 'component', id: 0 })
    return { ops, shown: shown ?? NOBODY, drawn, again }
  }

  /** Sends what has changed and whatever else waits. False if there is nothing to send. */
  tell({ ops, drawn, again }: Compared, nodes: Nodes): boolean {
    const { outbox, answers } = this.sources
    if (again.length > 0) outbox.dropWrites(again)
    if (this.typed && this.typed.notes.length > 0) {
      ops.push(...this.typed.again(this.kept, this.frame + 1, nodes))
    }
    if (drawn.length + again.length > 0) ops.push(...driveOps([...drawn, ...again], nodes))
    if (outbox.pending.length > 0) ops.push(...outbox.take())
    if (this.newTitle !== undefined) {
      ops.push({ op: 'signal', kind: 'title', value: this.newTitle })
      this.newTitle = undefined
    }
    if (this.newAddress) {
      const { kind, value } = this.newAddress
      ops.push({ op: 'signal', kind, value: { ...value } as Json })
      this.newAddress = undefined
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

  /** The whole page, after what `compare` found. */
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

  /** A message that is not about the view; dropped if no tab is connected, or if too many wait for a slow one. */
  signal(kind: 'error' | 'gap' | 'reload', value: Json, nodes: Nodes): void {
    const op = { op: 'signal', kind, value } as const
    const { wire } = this
    const { outbox } = this.sources
    const waits = wire && (this.isStalled(wire.connection) || outbox.hasSignal)
    if (!waits) return this.send([op], nodes)
    if (!outbox.full) outbox.add(op)
  }

  /** The tab is told why it can't stay, however much waits for it, and its connection is closed. */
  dismiss(value: Json, reason: string): void {
    this.wire?.send([{ op: 'signal', kind: 'error', value }], { number: 0, repaint: false })
    this.close(1008, reason)
  }

  /** Tells the tab that the connection is alive. With nothing else to do, both ends can compare hashes; a tab that reads nothing needs none. */
  pong(nodes: Nodes): void {
    if (this.wire && !this.isStalled(this.wire.connection)) this.send([], nodes, { isPulse: true })
  }

  /** Something was sent that no hash has checked yet. */
  get isUnproved(): boolean {
    return this.checksum.isOpen
  }

  /** Whether the tab can be asked if it still shows what it was told. */
  get canAudit(): boolean {
    return this.wire?.connection.encoding === 'binary' && this.checksum.hasTold
  }

  /** Sends ops that do not change what the tab should show: `make` gets the number of their frame. */
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
    for (const { region } of nodes) {
      if (region.gone.length > 0) reclaim(region, frame)
      if (region.outdated) dropOutdated(region, frame)
    }
  }

  /** Notes the value that an event has brought; the result undoes it. */
  note(region: Region, found: Parameters<Typed['note']>[1], up: UpEvent): () => void {
    return (this.typed ??= new Typed()).note(region, found, up, this.frame)
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
    // Before its welcome a tab knows no number: what it is sent then is outside of the session.
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
const NOBODY: readonly ComponentNode[] = []
const NOTHING_DRAWN: readonly PlacedWrite[] = []

const same = (a: Window, b: Window) =>
  a.events === b.events && a.bytes === b.bytes && a.event === b.event && a.part === b.part
