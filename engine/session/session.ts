/** One tab: its components, its mailbox, and the turns that change and show them. */
import type { DriverRead, DriverWrite, SessionInfo } from '../component/component.ts'
import { type Fault, faultOf } from '../component/fault.ts'
import type { ComponentNode } from '../component/node.ts'
import { ComponentTree } from '../component/tree.ts'
import type { ProtocolError } from '../protocol/errors.ts'
import type { Json, Up } from '../protocol/ops.ts'
import { StoreError } from '../state/errors.ts'
import { buildHole } from '../template/build.ts'
import { paintRegion, rootMarker } from '../template/paint.ts'
import { Answers } from './answers.ts'
import { Audit } from './audit.ts'
import { Chance } from './clock.ts'
import { logFault, publicFault } from './faults.ts'
import { greet } from './greet.ts'
import { Hooks } from './hooks.ts'
import { Incoming } from './incoming.ts'
import { Keeper } from './keeper.ts'
import { readMeta } from './meta.ts'
import type { SessionPage, SessionStart, Surroundings } from './options.ts'
import { Outbox } from './outbox.ts'
import type { Deadlines } from './place.ts'
import { Presences } from './presences.ts'
import { ended, Reads } from './reads.ts'
import { Rest } from './rest.ts'
import { Screen, type ScreenSession } from './screen.ts'
import { States } from './states.ts'
import { type TiedSession, TreeTies } from './ties.ts'
import { type TurnSession, Turns } from './turns.ts'
import type { Connection } from './wire.ts'

type Hello = Extract<Up, { type: 'hello' }>

export class Session implements TiedSession, TurnSession, ScreenSession {
  readonly id: string
  readonly page: SessionPage
  readonly around: Surroundings
  /** Ownership in the store, which writes must name. */
  epoch: number
  readonly owner: string
  readonly info: SessionInfo & { connected: boolean }
  readonly tree: ComponentTree
  readonly screen: Screen
  readonly outbox: Outbox
  readonly answers: Answers
  readonly presences: Presences
  readonly chance: Chance
  deadlines: Deadlines | undefined
  /** The last event that is applied; kept once it is stored. */
  applied: number
  ended = false
  /** The title that a component has set. */
  titleText: string | undefined
  /** How many ids components have taken. */
  ids: number
  private readonly incoming: Incoming
  private readonly turns: Turns
  readonly rest: Rest
  readonly states: States
  private readonly keeper: Keeper
  readonly reads: Reads
  private readonly audit = new Audit(this)
  private readonly hooks = new Hooks(this)
  /** The first view stands: what changes from now on is a turn. */
  private prepared = false

  constructor({ id, page, visit, around, seed, epoch, record }: SessionStart) {
    const { store, limits, clock } = around
    const meta = record && readMeta(record.meta)
    this.id = id
    this.page = page
    this.around = around
    this.owner = around.owner
    this.epoch = epoch
    this.applied = record?.seq ?? 0
    this.chance = new Chance(meta?.chance ?? seed)
    this.ids = meta?.ids ?? 0
    this.titleText = meta?.title
    if (meta && meta.deadlines.length > 0) this.deadlines = new Map(meta.deadlines)
    this.info = { id, ...(meta?.visit ?? visit), connected: false }
    this.outbox = new Outbox(limits.queue, record?.overlays)
    this.answers = new Answers(meta?.answers)
    this.presences = new Presences(clock, limits.absence)
    this.reads = new Reads(clock, limits.readWait)
    this.states = new States(limits.stateBytes, record?.components)
    this.keeper = new Keeper(store, this.states)
    this.turns = new Turns(this, this.states, this.keeper)
    this.incoming = new Incoming(this, this.turns)
    this.rest = new Rest(this, this.turns)
    this.screen = new Screen(this, around, this.applied)
    this.tree = new ComponentTree(new TreeTies(this), page.component, meta?.props ?? page.props)
  }

  /** Renders everything once. Resolves when `start` has settled everywhere, or after its time is over. */
  async prepare(): Promise<void> {
    const { clock, limits } = this.around
    const deadline = clock.now() + limits.startWait
    this.tree.refresh()
    for (let busy = this.tree.awaited(); busy.length > 0; busy = this.tree.awaited()) {
      const left = deadline - clock.now()
      if (left <= 0) break
      let cancel = () => {}
      const over = new Promise<void>((resolve) => {
        cancel = clock.timer(left, resolve)
      })
      await Promise.race([Promise.all(busy), over]).finally(cancel)
      this.tree.refresh()
    }
    this.prepared = true
    // A first paint has it in its head.
    this.screen.newTitle = undefined
    this.states.restored(this.nodes())
    this.states.collect(this.nodes(), false)
    for (const { view, region } of this.nodes()) region.root = buildHole(view, { region, frame: 0 })
    this.hooks.shown(new Set(this.nodes()))
    await this.keeper.write(this)
  }

  /** The page's content as HTML, with the markers that the client starts from. */
  paint(): string {
    return paintRegion(this.tree.root.region)
  }

  /** The marker of the root hole. */
  rootMarker(): string {
    return rootMarker(this.tree.root.region)
  }

  /** Fields that a take-over could not restore, with the reason. */
  resetFields(): { component: string; field: string; why: string }[] {
    return [...(this.states.reports ?? [])].flatMap(([component, report]) =>
      report.reset.map((reset) => ({ component, ...reset })),
    )
  }

  /** Joins a tab; an older connection of this session is closed. */
  connect(connection: Connection, hello: Hello): void {
    this.reads.refuseAll()
    this.incoming.join()
    this.screen.join(connection, hello.templates)
    this.info.connected = true
    this.presences.here()
    this.turns.mailbox.push(() => greet(this, this.turns, connection, hello))
  }

  /** The socket is gone; the session waits for the tab to come back. */
  disconnect(connection: Connection): void {
    if (!this.screen.shows(connection)) return
    this.screen.leave()
    this.presences.lost()
    this.reads.refuseAll()
  }

  /** A message of the tab after its hello. @throws ProtocolError for what can't be taken. */
  receive(up: Exclude<Up, Hello>): void {
    switch (up.type) {
      case 'event':
        return this.incoming.event(up)
      case 'part':
        return this.incoming.part(up)
      case 'ack':
        return this.screen.acknowledge(up.frame)
      case 'reply':
        this.reads.answer(up.id, up.data)
        return
      case 'ping':
        this.incoming.upTo(up.seq ?? 0)
        this.screen.pong()
        return this.audit.silence()
      default:
        up satisfies never
    }
  }

  /** Runs `fn` as a turn: what it changed is stored and shown, or taken back if it throws. */
  turn(node: ComponentNode, during: string, fn: () => unknown): void {
    if (!this.ended) this.turns.mailbox.push(() => this.turns.run(node, during, fn))
  }

  hear(node: ComponentNode, fn: () => unknown): void {
    this.turns.hear(node, fn)
  }

  changed(node: ComponentNode): void {
    if (this.prepared && !this.turns.busy) this.turn(node, 'commit', () => {})
  }

  commitNow(): void {
    if (!this.turns.busy) return this.turn(this.tree.root, 'commit', () => this.tree.markAll())
    this.tree.markAll()
    this.turns.refresh()
    this.screen.show()
  }

  publish(topic: string, message: unknown): void {
    this.turns.publish(topic, message)
  }

  write(node: ComponentNode, write: DriverWrite): void {
    const path = this.outbox.write(node, write)
    for (const one of this.nodes()) if (path === undefined || one.path === path) one.dirty = true
    this.changed(node)
  }

  async ask(node: ComponentNode, read: DriverRead): Promise<Json> {
    // Its greeting waits for the handler that asks: neither would ever come.
    if (this.screen.isJoining && this.turns.busy) throw ended(read)
    const { id, answer } = this.reads.ask(read)
    const { kind, target, name } = read
    this.outbox.add({ op: 'read', kind, id, target, name }, node)
    this.screen.flush()
    return answer
  }

  /** Every component, parents first. */
  nodes(): readonly ComponentNode[] {
    return this.tree.nodes()
  }

  nextId(): string {
    return `t${(this.ids++).toString(36)}`
  }

  /** Resolves when every event, timer and message so far is done. */
  settled(): Promise<void> {
    return this.turns.mailbox.settled()
  }

  /** Ends it in this process once its turns are done; what is stored stays for the next one. */
  async end(code = 1001, reason = 'the server goes; come back'): Promise<void> {
    await this.turns.mailbox.settled()
    this.close(code, reason)
  }

  private close(code: number, reason: string) {
    if (this.ended) return
    this.ended = true
    this.turns.mailbox.clear()
    this.presences.end()
    this.tree.unmount(this.tree.root)
    this.reads.refuseAll()
    this.screen.close(code, reason)
  }

  /** An event of which nothing but its number counts is answered like any other. */
  refuse(seq: number, why: ProtocolError): void {
    this.incoming.refuse(seq, why)
  }

  /** As many turns wait as may: what comes now should stay with its sender. */
  get isCrowded(): boolean {
    return this.turns.mailbox.length >= this.around.limits.mailbox
  }

  /** Calls `fn` once there is room for more turns. */
  whenRoom(fn: () => void): void {
    this.turns.mailbox.whenBelow(this.around.limits.mailbox / 2, fn)
  }

  storeFailed(error: unknown) {
    if (error instanceof StoreError && error.code === 'session-fenced') {
      return this.close(1012, 'another process has taken this session up')
    }
    this.report(error, this.tree.root, 'store')
    this.screen.signal('error', {
      code: 'session-gone',
      message: 'The session could not be stored. Reload the page.',
      owner: 'engine',
      fatal: true,
      reload: true,
    })
    this.close(1011, 'the session could not be stored')
  }

  drained(): void {
    this.turns.drained()
  }

  shown(nodes: ReadonlySet<ComponentNode>): void {
    this.hooks.shown(nodes)
  }

  goLive() {
    this.hooks.goLive()
  }

  forget(node: ComponentNode, keeps: boolean): void {
    if (this.ended) return
    this.screen.unmounted(node)
    this.states.forget(node, keeps)
    this.outbox.forget(node)
    this.deadlines?.delete(node.path)
  }

  report(error: unknown, node: ComponentNode, during: string) {
    this.tell(faultOf(error, node.name, during))
  }

  tell(fault: Fault): void {
    logFault(this.around.log, this.id, fault)
    this.around.onFault?.(fault)
    this.screen.signal('error', publicFault(fault, this.around.debug))
  }
}
