/** One tab: how it is painted, joins, comes back and ends, and what its components ask of it. For its events see `pipeline.ts`. */
import { type Chain, linkTo, within } from '../bus/chain.ts'
import { writeMessage } from '../bus/message.ts'
import { checkTopic } from '../bus/topic.ts'
import type { DriverRead, DriverWrite } from '../component/component.ts'
import type { Standing, Standpoint } from '../component/construction.ts'
import { type Fault, faultOf } from '../component/fault.ts'
import type { Leaving } from '../component/life.ts'
import type { ComponentNode } from '../component/node.ts'
import { Outcome } from '../component/outcome.ts'
import { ComponentTree } from '../component/tree.ts'
import type { TreeHost } from '../component/tree-host.ts'
import type { ProtocolError } from '../protocol/errors.ts'
import type { Json, Op, Up } from '../protocol/ops.ts'
import { StoreError } from '../state/errors.ts'
import type { Soon } from '../state/store.ts'
import { buildChild } from '../template/build.ts'
import { paintRegion, rootMarker } from '../template/paint.ts'
import { Addressed } from './addressed.ts'
import type { Answered } from './answers.ts'
import { AUDIT, Audit, repairsOf } from './audit.ts'
import { armDeadline, ComponentContext, type ComponentHost } from './component-context.ts'
import { DomQueries, ended } from './dom-queries.ts'
import { crowded } from './errors.ts'
import {
  LOGIN_OVER,
  logFault,
  MAY_NOT_SEE,
  PAGE_MOVED,
  publicFault,
  STORE_WAITS,
  STORE_WORKS,
} from './faults.ts'
import { askHandlerGuards, askPageGuard, type Refusal, refusedByGuard } from './guards.ts'
import { hibernate, wake } from './hibernation.ts'
import type { SentForm, SentOutcome, SessionStart } from './options.ts'
import { enter, keepCleanUp } from './outside.ts'
import { sameIdentity } from './persistence.ts'
import { Presences } from './pubsub.ts'
import { receiveForm } from './sent-form.ts'
import { settleStarts } from './starts.ts'
import type { Connection } from './wire.ts'

type Hello = Extract<Up, { type: 'hello' }>

export class Session extends Addressed implements ComponentHost, TreeHost {
  readonly tree: ComponentTree
  // Most pages use no presence and ask their tab nothing.
  private presence: Presences | undefined
  private queries: DomQueries | undefined
  private audit: Audit | undefined
  private isCrowdedOut = false
  /** Why the tab that joins may not, as a guard of a component has found. */
  declare private barred: ProtocolError | undefined

  /** @throws what the page's guard throws: then nothing of the page has run. */
  constructor(start: SessionStart) {
    super(start)
    askPageGuard(this)
    this.tree = new ComponentTree(this, start.page)
  }

  /** The epoch in the store. */
  get epoch(): number {
    return this.persistence.epoch
  }

  /**
   * Renders everything once. Resolves when `start` has settled everywhere, or when the time for it is over. `sent`: a form that was
   * sent without script is handled before that, and the result says what has become of it.
   * @throws Outcome when its handler leads elsewhere.
   */
  async prepare(sent?: SentForm): Promise<SentOutcome> {
    await settleStarts(this.tree, this.around, this.isTakenUp).catch((error) => {
      // The tab that shows the page is sent on once it has joined.
      if (!(error instanceof Outcome && this.isTakenUp)) throw error
    })
    const outcome = sent ? await receiveForm(this, sent) : 'taken'
    this.prepared = true
    // A first paint has the title in its head.
    this.screen.newTitle = undefined
    const nodes = this.nodes()
    this.states.restored(nodes)
    this.states.collect(nodes)
    for (const { rendering, region } of nodes) {
      region.root = buildChild(rendering.view, { region, frame: 0 })
      rendering.shown()
    }
    const failed = this.tellShown(nodes)
    this.persistence.gather()
    await this.persistence.write(true)
    if (this.publishes) this.sendPublishes(this.publishes)
    for (const node of failed ?? []) this.changed(node)
    return outcome
  }

  /** The page's content as HTML, with the markers that the client reads. `query`: that of the page's address. */
  paint(query = ''): string {
    return paintRegion(this.tree.root.region, query)
  }

  /** The marker of the root slot. */
  rootMarker(): string {
    return rootMarker(this.tree.root.region)
  }

  /**
   * Somebody joins, as `authenticate` says now: what depends on the identity is shown anew, and guards are asked again. Call it before
   * `connect`.
   * @throws what the page's guard throws.
   */
  identify(joins: SessionStart['joins']): void {
    const isNew = joins !== undefined && !sameIdentity(joins.identity, this.info.identity)
    if (isNew) {
      this.info.identity = joins.identity
      this.persistence.identified()
    }
    askPageGuard(this)
    if (this.barred) this.barred = undefined
    if (!isNew && !this.tree.hasGuards) return
    this.turn(this.tree.root, 'guard', () => {
      if (isNew) this.tree.markAll()
      try {
        this.tree.guard()
      } catch (error) {
        this.barred = refusedByGuard(error)
      }
    })
  }

  /** Tells the tab why it can't stay, and closes its connection: it loads its page anew. */
  dismiss({ code, owner }: ProtocolError): void {
    const message = code === 'guard-refused' ? MAY_NOT_SEE : LOGIN_OVER
    this.screen.dismiss({ code, owner, message, fatal: true, reload: true }, code)
  }

  /** Connects a tab; an older connection of this session is closed. */
  connect(connection: Connection, hello: Hello): void {
    this.queries?.refuseAll()
    this.intake.join()
    this.stopShowing()
    this.screen.join(connection, hello.templates)
    this.info.connected = true
    this.presence?.here()
    if (this.persistence.failure) this.signal('error', STORE_WAITS)
    this.mailbox.push(() => this.greet(connection, hello))
  }

  /** The socket is closed; the session waits for the tab to come back. */
  disconnect(connection: Connection): void {
    if (!this.screen.shows(connection)) return
    this.stopShowing()
    this.screen.leave()
    this.presence?.lost()
    this.queries?.refuseAll()
  }

  /** Calls `fn` once there is room for more turns. */
  whenRoom(fn: () => void): void {
    this.mailbox.whenBelow(this.around.limits.mailbox / 2, fn)
  }

  /** Resolves when every event, timer and message so far is done. */
  settled(): Promise<void> {
    return this.mailbox.settled()
  }

  /** Ends it in this process once its turns are done; what is stored stays for the next one. */
  async end(code = 1001, reason = 'the server is stopping; reconnect'): Promise<void> {
    this.persistence.giveUp()
    await this.mailbox.settled()
    this.close(code, reason)
  }

  /** Ends it at once: results of what still runs are not kept. */
  close(code: number, reason: string): void {
    if (this.ended) return
    this.ended = true
    this.mailbox.clear()
    this.presence?.end()
    this.tree.unmount(this.tree.root)
    this.queries?.refuseAll()
    this.stopShowing()
    this.screen.close(code, reason)
  }

  // Tells the tab where the session is, and paints it again if it lacks a frame.
  private greet(connection: Connection, hello: Hello): Soon<void> {
    const { screen, tree, around } = this
    if (!screen.shows(connection)) return
    if (this.barred) return this.dismiss(this.barred)
    this.stir()
    // A tab knows the epoch of its page, unless it could not read the first paint.
    if (hello.epoch === 0 && screen.frame === 0) {
      const { message, ...fault } = PAGE_MOVED
      around.log.warn({ session: this.id, ...fault }, message)
    }
    const isResumed = screen.resumes(hello, this.epoch)
    const welcome = () => {
      if (!screen.shows(connection)) return
      screen.welcome(hello, this.epoch, this.nodes())
      if (!isResumed) this.repaint()
      this.show()
      this.goLive()
      // It failed when no tab was connected.
      for (const { life } of tree.nodes()) {
        const fault = life.startFault
        if (fault) this.signal('error', publicFault(fault, around.debug))
      }
    }
    if (isResumed) return welcome()
    screen.newTitle = this.titleText
    const { url, isPatched } = this.info
    if (isPatched && hello.path !== url) screen.newAddress ??= { kind: 'patch', value: { url } }
    const streams = this.nodes().flatMap(({ region }) => [...region.streams])
    if (streams.length === 0) return welcome()
    // A repaint needs every row, and rows of streams are not kept.
    const refilled = this.run(tree.root, 'refill', () =>
      Promise.all(streams.map(({ source }) => source.refill())),
    )
    return refilled instanceof Promise ? refilled.then(welcome) : welcome()
  }

  /** Calls `connected` of each component once per process, parents first: its timers and topics start there. */
  protected goLive(): void {
    const { tree, deadlines } = this
    tree.hasNewcomers = false
    for (const node of tree.nodes()) {
      const { life } = node
      if (life.isLive) continue
      if (life.unready) {
        tree.hasNewcomers = true
        continue
      }
      // `mounted` is called before `connected`.
      this.answer()
      life.connected()
      for (const entry of deadlines?.get(node.path) ?? []) armDeadline(this, node, entry)
      const { component } = node
      if (component.connected) {
        this.turn(node, 'connected', () => keepCleanUp(this, node, component.connected?.()))
      }
    }
  }

  protected guardRefusal(...at: ComponentNode[]): Refusal | undefined {
    return askHandlerGuards(this, at)
  }

  protected answerQuery(...reply: Parameters<DomQueries['answer']>): void {
    this.queries?.answer(...reply)
  }

  // An idle tab is asked whether it still shows what it was told: a script or an extension may have changed it.
  protected askForAudit(): void {
    const { screen, outbox, around } = this
    this.audit ??= new Audit()
    if (!screen.canAudit || outbox.full || !this.audit.isDue(around.clock.now())) return
    const { id, answer } = this.query(AUDIT)
    outbox.add({ op: 'read', id, ...AUDIT }, this.tree.root)
    this.flush()
    // A tab that does not answer is asked another time.
    answer.then((found) => this.repair(found)).catch(() => {})
  }

  private repair(found: Json) {
    const places = this.audit?.placesIn(found) ?? []
    if (places.length === 0) return
    this.stir()
    this.resend((frame) => repairsOf(places, this.nodes(), this.outbox.overlays, frame))
  }

  // The tab lacks something.

  /** Sends ops that do not change what the tab should show. */
  private resend(make: (frame: number) => readonly Op[]): void {
    this.flush()
    this.screen.resend(make, this.tree.standing)
  }

  /** If the tab is painted again, it is first shown the newest views. */
  private repaint(): void {
    const { screen, tree } = this
    const compared = screen.compare(tree.standing)
    const failed = this.tellShown(compared.shown)
    screen.repaint(compared, tree.standing)
    for (const node of failed ?? []) this.changed(node)
  }

  // Hibernation: what an idle tab shows is packed.

  /** Called now and then: packs what it can if nothing has happened since the last call. */
  hibernate(): void {
    const { wasStirred } = this
    this.wasStirred = false
    const isBusy = this.busy || this.isUnstored || this.mailbox.waiting.length > 0
    // Otherwise the tab has everything, and has confirmed it.
    const hasWork = isBusy || !this.screen.isAtRest || !this.outbox.isEmpty
    if (wasStirred || this.isAsleep || hasWork) return
    // After packing it would have to wake up for this.
    if (this.screen.isUnproved) this.pong()
    this.isAsleep = hibernate(this.nodes())
    // Releases the memory that it has grown to.
    this.mailbox.clear()
  }

  wake(): void {
    this.isAsleep = false
    wake(
      this.nodes(),
      () => this.refresh(),
      (node) => this.states.isKept(node),
    )
  }

  // What components ask.

  /** Runs a message as a turn of its own. If too many turns are waiting, it is dropped; this is reported once. */
  hear(node: ComponentNode, chain: Chain | undefined, fn: () => unknown): void {
    const isCrowded = this.mailbox.waiting.length >= this.around.limits.mailbox
    const heard = () => {
      this.chain = chain
      return within(chain, fn)
    }
    if (!isCrowded) this.mailbox.push(() => this.run(node, 'message', heard), true)
    else if (!this.isCrowdedOut) this.report(crowded(this.mailbox.waiting.length), node, 'message')
    this.isCrowdedOut = isCrowded
  }

  enter<T>(node: ComponentNode, fn: () => T | Promise<T>): Promise<T | undefined> {
    return enter(this, node, fn)
  }

  runEntered(node: ComponentNode, fn: () => unknown, ends: Answered): Soon<void> {
    return this.run(node, 'turn', fn, ends)
  }

  /** The messages of a turn are sent together with its state, or not at all if it is undone. */
  publish(topic: string, message: unknown): void {
    if (!this.busy) return this.around.bus.publish(topic, message)
    // A message that can't be sent is refused while the turn can still be undone. It is copied, so later changes do not affect it.
    checkTopic(topic)
    const publish = { topic, message: writeMessage(message, topic) }
    if (this.chain) linkTo(this.chain, publish)
    ;(this.said ??= []).push(publish)
  }

  /** Shows changes in the middle of a turn, before they are stored. */
  commitNow(): void {
    if (!this.busy) return this.turn(this.tree.root, 'commit', () => this.tree.markAll())
    this.tree.markAll()
    this.refresh()
    this.show()
  }

  savepoint(node: ComponentNode): void {
    this.states.collect(this.tree.standing, node)
  }

  write(node: ComponentNode, write: DriverWrite): void {
    const path = this.outbox.write(node, write)
    for (const one of this.nodes()) {
      if (path === undefined || one.path === path) one.rendering.invalidate()
    }
    this.changed(node)
  }

  async ask(node: ComponentNode, read: DriverRead): Promise<Json> {
    // The tab is welcomed after the handler that asks it, so both would wait for ever.
    if (this.screen.isJoining && this.busy) throw ended(read)
    const { id, answer } = this.query(read)
    const { kind, target, name } = read
    this.outbox.add({ op: 'read', kind, id, target, name }, node)
    this.flush()
    return answer
  }

  get presences(): Presences {
    const { clock, limits } = this.around
    return (this.presence ??= new Presences(clock, limits.absence))
  }

  private query(asked: Parameters<DomQueries['ask']>[0]) {
    const { clock, limits } = this.around
    return (this.queries ??= new DomQueries(clock, limits.readWait)).ask(asked)
  }

  nextId(): string {
    return `t${(this.ids++).toString(36)}`
  }

  // What the tree of components asks.

  place(at: Standpoint): Standing {
    return new ComponentContext(this, at)
  }

  recovered(fault: Fault): void {
    this.around.log.warn({ session: this.id, ...fault }, fault.message)
  }

  forget(node: ComponentNode, leaving: Leaving): void {
    if (this.ended) return
    this.screen.unmounted(node)
    this.states.forget(node, leaving)
    this.outbox.forget(node)
    this.deadlines?.delete(node.path)
  }

  // What the store reports.

  storeWaits(error: unknown): void {
    const fault = faultOf(error, this.tree.root.name, 'store')
    logFault(this.around.log, this.id, fault)
    this.around.onFault?.(fault)
    this.signal('error', STORE_WAITS)
  }

  storeWorks(): void {
    this.signal('error', STORE_WORKS)
  }

  protected storeFailed(error: unknown): void {
    if (error instanceof StoreError && error.code === 'session-fenced') {
      return this.close(1012, 'another process has resumed this session')
    }
    // The tab sends again what is not acknowledged, to whichever process takes over.
    this.close(1012, 'the session could not be stored here; reconnect')
  }
}
