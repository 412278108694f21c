/** The way of an event through its session: receive → run → collect → render → persist → diff → send. Read it top to bottom. */
import { type Chain, sendLinked } from '../bus/chain.ts'
import { readMessage } from '../bus/message.ts'
import type { ComponentNode } from '../component/node.ts'
import { Outcome } from '../component/outcome.ts'
import type { ComponentTree, StateTexts } from '../component/tree.ts'
import type { ProtocolError } from '../protocol/errors.ts'
import { ADDRESS_SLOT } from '../protocol/opcodes.ts'
import type { Up, UpEvent } from '../protocol/ops.ts'
import type { Publish, Soon } from '../state/store.ts'
import { type Answered, Answers } from './answers.ts'
import type { Deadlines } from './component-context.ts'
import { findCall, forged, isAddressEvent, TOO_LATE } from './events.ts'
import type { Refusal } from './guards.ts'
import { tellShown } from './hooks.ts'
import { Intake, type Taken } from './intake.ts'
import { Mailbox } from './mailbox.ts'
import type { Move } from './move.ts'
import type { SessionPage, SessionStart, Surroundings, Whereabouts } from './options.ts'
import { Outbox } from './outbox.ts'
import { Persistence, readMeta, visitText } from './persistence.ts'
import { Screen } from './screen.ts'
import { States } from './states.ts'
import { Telling } from './telling.ts'

type Reply = Extract<Up, { type: 'reply' }>['data']

export abstract class Pipeline extends Telling {
  readonly id: string
  readonly page: SessionPage
  readonly around: Surroundings
  /** The visit, and whether its tab is connected. */
  readonly info: Whereabouts & { readonly id: string; connected: boolean }
  abstract readonly tree: ComponentTree
  readonly mailbox: Mailbox
  readonly intake: Intake
  readonly states: States
  readonly persistence: Persistence
  readonly screen: Screen
  readonly outbox: Outbox
  readonly answers: Answers
  /** The state of its random numbers. */
  chance: number
  deadlines: Deadlines | undefined
  /** The last applied event; stored with the next write. */
  applied: number
  /** The title that a component has set. */
  titleText: string | undefined
  /** How many ids components have used. */
  ids: number
  ended = false
  /** A component's code is running. */
  busy = false
  readonly isTakenUp: boolean
  /** The changes of turns that have finished are not stored yet, so nobody may see them. */
  isUnstored = false
  /** A frame that answers events is about to be sent. */
  private isAnswering = false
  /** When the next frame that answers no event may be sent, and the function that stops waiting for it. */
  private nextFrameAt = 0
  private cancelFrame: (() => void) | undefined
  /** The write that is under way. */
  private storing: Promise<void> | undefined
  /** What finished turns have published; for a session that was taken over, what its last turns may not have sent. */
  publishes: Publish[] | undefined
  /** What the turn that runs has published. */
  protected said: Publish[] | undefined
  /** That of the message which the turn that runs has heard. */
  protected chain: Chain | undefined
  /** How the turn that runs changes the page's address. */
  protected moving: Move | undefined
  /** Whether anything is packed, and whether anything has happened since the last call of `hibernate`. */
  protected isAsleep = false
  protected wasStirred = true

  constructor({ id, page, visit, around, seed, epoch, record, joins }: SessionStart) {
    super()
    const { limits } = around
    const meta = record && readMeta(record.meta)
    // An identity that can't be restored is refused before any of its page runs.
    if (!meta) visitText(visit)
    this.id = id
    this.page = page
    this.around = around
    const { params, path, url, isPatched, locale, since, ...known } = meta?.visit ?? visit
    const { identity } = joins ?? known
    // What few visits have takes no room in the others, and most addresses are their path.
    const at = url === undefined || url === path ? path : url
    this.info = { id, params, path, url: at, locale, identity, connected: false }
    if (isPatched) this.info.isPatched = isPatched
    if (since !== undefined) this.info.since = since
    this.isTakenUp = record !== undefined
    this.applied = record?.seq ?? 0
    this.chance = (meta?.chance ?? seed) | 0
    this.ids = meta?.ids ?? 0
    if (record && record.publishes.length > 0) this.publishes = [...record.publishes]
    this.titleText = meta?.title
    if (meta?.deadlines) this.deadlines = new Map(meta.deadlines)
    this.outbox = new Outbox(limits.queue, record?.overlays)
    this.answers = new Answers(meta?.answers)
    this.states = new States(limits.stateBytes, record?.components)
    this.persistence = new Persistence(this, epoch)
    this.intake = new Intake(this.applied, limits)
    this.mailbox = new Mailbox(this)
    this.screen = new Screen(this, limits, this.applied)
  }

  /** Every component, parents first. */
  nodes(): readonly ComponentNode[] {
    return this.tree.nodes()
  }

  // Receive: each number once, in order; the turns wait for each other.

  /**
   * Takes a message of the tab after its hello. Returns whether the mailbox is full: then further messages should wait at their sender.
   *
   * @throws ProtocolError for a message that can't be accepted.
   */
  receive(up: Exclude<Up, { type: 'hello' }>): boolean {
    switch (up.type) {
      case 'event':
      case 'part':
        // Events that arrive while the session ends here are not acknowledged: the tab sends them again, to whichever process takes over.
        if (this.persistence.givesUp) break
        this.take(up.type === 'event' ? this.intake.event(up) : this.intake.part(up))
        break
      case 'ack':
        // After the events that came before it: what they refer to must not be released.
        this.mailbox.push(() => this.screen.acknowledge(up.frame, this.tree.standing))
        break
      case 'reply':
        this.answerQuery(up.id, up.data)
        break
      case 'ping':
        this.take(this.intake.upTo(up.seq ?? 0))
        this.pong()
        this.askForAudit()
        break
      default:
        up satisfies never
    }
    return this.mailbox.waiting.length >= this.around.limits.mailbox
  }

  /** An event of which only the number counts is answered like any other. */
  refuse(seq: number, why: ProtocolError): void {
    this.take(this.intake.refused(seq, why))
  }

  private take(taken: Taken): void {
    switch (taken.kind) {
      case 'nothing':
        return
      case 'gap':
        return this.signal('gap', { expected: taken.expected })
      case 'event':
        return this.mailbox.push(() => this.runEvent(taken.event), true)
      case 'refused':
        return this.mailbox.push(() => this.refuseEvent(taken.seq, taken.why), true)
      default:
        taken satisfies never
    }
  }

  private runEvent(up: UpEvent): Soon<void> {
    if (this.ended) return
    const { screen, tree } = this
    if (up.frame > screen.acknowledged) screen.acknowledge(up.frame, tree.standing)
    this.stir()
    if (up.slot === ADDRESS_SLOT && isAddressEvent(up))
      return this.run(tree.root, 'address', () => this.goTo(up), { seq: up.seq })
    const call = findCall(tree, screen, up, `${this.id}:${up.seq}`)
    if (call.outcome === 'stale') {
      this.answerStale(up)
      return this.run(tree.root, 'stale', NOTHING, up)
    }
    if (call.outcome === 'forged') return this.refuseEvent(up.seq, forged(up))
    const { node, name, takeBack } = call
    const refusal = (this.page.guard || tree.hasGuards) && this.guardRefusal(call.shownIn, node)
    if (refusal) {
      takeBack?.()
      return this.refuseEvent(up.seq, refusal)
    }
    const run = call.mayBeLate ? () => this.answerIfLate(up, call.run()) : call.run
    return this.run(node, name, run, { seq: up.seq, takeBack })
  }

  private answerIfLate(up: UpEvent, result: unknown): Soon<void> {
    if (result instanceof Promise) return result.then((late) => this.answerIfLate(up, late))
    if (result === TOO_LATE) this.answerStale(up)
  }

  private answerStale({ seq, slot, event }: UpEvent) {
    const message = 'An event came too late: what it was meant for has gone.'
    this.around.log.info({ session: this.id, slot, event }, message)
    this.answers.add({ seq, outcome: 'stale' })
  }

  private refuseEvent(
    seq: number,
    { code, message, about }: Pick<ProtocolError, 'code' | 'message'> & { about?: object },
  ) {
    this.around.log.warn({ session: this.id, code, ...about }, message)
    this.answers.add({ seq, outcome: 'refused', code, message })
    return this.run(this.tree.root, 'refused', NOTHING, { seq })
  }

  // Run: what a turn changed is stored and shown, or undone if it throws.

  /** Runs `fn` as a turn of its own. */
  turn(node: ComponentNode, during: string, fn: () => unknown): void {
    if (!this.ended) this.mailbox.push(() => this.run(node, during, fn), true)
  }

  protected run(
    node: ComponentNode,
    during: string,
    fn: () => unknown,
    event?: Answered,
  ): Soon<void> {
    if (this.ended) return
    this.stir()
    this.busy = true
    if (node.life.phase === 'ended') return this.finish(event)
    this.outbox.turn++
    const { watch } = this.around
    watch?.enter(node.name, during)
    let result: unknown
    try {
      result = fn()
    } catch (error) {
      watch?.leave()
      return this.fail(node, during, error, event)
    }
    watch?.leave()
    if (!(result instanceof Promise)) return this.collect(node, during, event)
    // Turns before it do not wait for it, and what it changes meanwhile is not part of their write.
    if (this.isUnstored) this.storing = this.persist() || undefined
    const settled = this.storing ? result.finally(() => this.storing) : result
    return settled.then(
      () => this.collect(node, during, event),
      (error) => this.fail(node, during, error, event),
    )
  }

  // Collect: the state of every component is encoded; a component is rendered if it differs.

  private collect(node: ComponentNode, during: string, event?: Answered): Soon<void> {
    if (this.moving?.isDue) {
      const failed = (error: unknown, at = node, what = during) => this.fail(at, what, error, event)
      return this.moving.follow(() => this.collect(node, during, event), failed)
    }
    try {
      this.states.collect(this.tree.standing, node)
    } catch (error) {
      return this.fail(node, during, error, event)
    }
    return this.finish(event, 'current')
  }

  private fail(node: ComponentNode, during: string, error: unknown, event?: Answered): Soon<void> {
    if (error instanceof Outcome) {
      this.leave(error)
      return this.collect(node, during, event)
    }
    this.screen.newAddress = this.moving?.undo() ?? this.screen.newAddress
    this.moving = undefined
    this.states.rollBack(this.nodes())
    this.said = undefined
    node.rendering.invalidate()
    this.outbox.takeBack()
    this.tree.fail(node, error, during, 'failed')
    if (event) this.answers.fails(event, error)
    return this.finish(event)
  }

  // Render and gather.
  private finish(event?: Answered, texts: StateTexts = 'old'): Soon<void> {
    // It has ended while the turn ran: nothing is there to render, and nobody to answer.
    if (this.ended) return
    if (event?.seq) this.applied = event.seq
    this.refresh(texts)
    if (this.moving) this.screen.newAddress = this.moving.outcome() ?? this.screen.newAddress
    this.moving = undefined
    this.busy = false
    if (this.said) (this.publishes ??= []).push(...this.said)
    this.said = undefined
    this.chain = undefined
    try {
      this.persistence.gather()
    } catch (error) {
      return this.storeFailed(error)
    }
    // Turns that wait behind a slow write are stored together (group commit, in databases).
    this.isUnstored = this.mailbox.waiting[0]?.isTurn === true && this.persistence.mayWait
    if (!this.isUnstored) return this.persist()
  }

  /** Renders what changed. `texts`: whether the stored states are current. */
  refresh(texts: StateTexts = 'old'): void {
    const { tree, states, outbox } = this
    let after: StateTexts = 'old'
    try {
      after = tree.refresh(texts)
      // Without a boundary the last good view stays; the tree has reported why.
    } catch {}
    outbox.overlays?.looked()
    try {
      if (states.stored) states.restored(tree.standing)
      if (after === 'old') states.collectNew(tree.standing)
    } catch (error) {
      this.report(error, tree.root, 'state')
    }
  }

  // Persist: first stored, then shown and acknowledged, so that nothing a tab was told is ever lost.

  /** Stores what finished turns have gathered. */
  persist(): Soon<void> {
    if (this.ended) return void (this.isUnstored = false)
    let stored: Soon<void>
    try {
      stored = this.persistence.write()
    } catch (error) {
      return this.storeFailed(error)
    }
    if (!(stored instanceof Promise)) return this.afterStore()
    this.isUnstored = true
    return stored.then(
      () => this.afterStore(),
      (error) => this.storeFailed(error),
    )
  }

  private afterStore(): void {
    this.isUnstored = false
    this.storing = undefined
    if (this.ended) return
    this.screen.kept = this.applied
    if (this.publishes) this.sendPublishes(this.publishes)
    this.show()
    if (this.info.connected && this.tree.hasNewcomers) this.goLive()
  }

  protected sendPublishes(publishes: readonly Publish[]): void {
    this.publishes = undefined
    for (const one of publishes)
      sendLinked(one, () => this.around.bus.publish(one.topic, readMessage(one.message)))
    // Otherwise the process that takes the session over would send them again.
    if (this.persistence.hasPublishes) this.mailbox.push(() => this.finish(), true)
  }

  // Diff and send.

  /**
   * Sends the difference between what the tab shows and the current views. The answer to an event is sent at once, in one frame for
   * all events that came together. Other frames are sent once per display frame, and so are answers to a tab that sends ahead of them
   * (as in Nagle's algorithm, RFC 896). A tab that can't receive gets the newest state later.
   */
  show(): void {
    if (this.isAnswering) return
    const { screen } = this
    const isAnswer = screen.kept > screen.told
    const isAhead = screen.acknowledged < screen.answered
    if ((!isAnswer || isAhead) && this.showsLater()) return
    if (!isAnswer) return this.flush()
    this.isAnswering = true
    // After everything else that the socket had ready: one frame answers a burst of events.
    queueMicrotask(() => this.answer())
  }

  /** With the next display frame, if the last one is not over. */
  private showsLater(): boolean {
    if (this.cancelFrame) return true
    const { clock } = this.around
    const wait = this.nextFrameAt - clock.now()
    if (wait <= 0) return false
    this.cancelFrame = clock.timer(wait, () => {
      this.cancelFrame = undefined
      this.flush()
    })
    return true
  }

  /** Sends the waiting answer now: what follows must not be sent before it. */
  answer(): void {
    if (this.isAnswering) this.flush()
  }

  /** Sends the difference at once, whenever the last frame was sent. */
  flush(): void {
    this.isAnswering = false
    const { screen, tree } = this
    const compared = this.isUnstored ? undefined : screen.compareIfOpen(tree.standing)
    if (!compared) return
    const failed = this.tellShown(compared.shown)
    if (screen.tell(compared, tree.standing)) {
      if (this.cancelFrame) this.stopShowing()
      this.nextFrameAt = this.around.clock.now() + this.around.limits.frame
    }
    for (const node of failed ?? NOBODY) this.changed(node)
  }

  /** Calls the hooks of components whose views are shown; returns those whose hook failed. */
  protected tellShown(shown: readonly ComponentNode[]): readonly ComponentNode[] | undefined {
    let hearing: ComponentNode[] | undefined
    for (const node of shown) {
      if (node.life.phase !== 'mounted' || node.component.updated) (hearing ??= []).push(node)
    }
    return hearing && tellShown(hearing, this.tree)
  }

  /** Something changed: shows it at the end of the current turn, or in a turn of its own. */
  changed(node: ComponentNode): void {
    if (this.prepared && !this.busy) this.turn(node, 'commit', NOTHING)
  }

  protected stopShowing(): void {
    this.cancelFrame?.()
    this.cancelFrame = undefined
  }

  // The tab receives frames again. A handler that waits for its answer holds up the turns, so do not wait for it.
  drained(): void {
    if (this.busy) this.show()
    else this.mailbox.push(() => this.show())
  }

  /** Before anything happens, everything packed is restored. */
  protected stir(): void {
    this.wasStirred = true
    if (this.isAsleep) this.wake()
  }

  /** Why a handler that stands in one component, and may belong to another, may not run. */
  protected abstract guardRefusal(...at: ComponentNode[]): Refusal | undefined
  protected abstract goTo(up: UpEvent): void
  abstract leave(outcome: Outcome): void
  protected abstract answerQuery(id: number, data: Reply): void
  protected abstract askForAudit(): void
  abstract wake(): void
  abstract storeWaits(error: unknown): void
  abstract storeWorks(): void
  protected abstract storeFailed(error: unknown): void
  protected abstract goLive(): void
}

const NOTHING = () => {}
const NOBODY: readonly ComponentNode[] = []
