/** Runs what changes a session, one turn after another: change, store, show; or take back. */
import { copiesOf } from '../bus/message.ts'
import { checkTopic } from '../bus/topic.ts'
import type { ComponentNode } from '../component/node.ts'
import type { ComponentTree } from '../component/tree.ts'
import { crowded } from './errors.ts'
import type { Keeper, Kept } from './keeper.ts'
import { Mailbox } from './mailbox.ts'
import type { Surroundings } from './options.ts'
import type { Screen } from './screen.ts'
import type { States } from './states.ts'

/** What a turn touches of its session. */
export interface TurnSession extends Kept {
  readonly tree: ComponentTree
  readonly screen: Screen
  readonly around: Surroundings
  readonly ended: boolean
  goLive(): void
  readonly rest: { wake(): void }
  report(error: unknown, node: ComponentNode, during: string): void
  storeFailed(error: unknown): void
}

/** Told that a turn is over; `failed` holds what it threw. */
export type Done = (failed?: { error: unknown }) => void

export class Turns {
  readonly mailbox = new Mailbox((error) =>
    this.session.report(error, this.session.tree.root, 'turn'),
  )
  /** What has changed is not kept yet: nobody may be shown it. */
  isStoring = false
  /** Code of a component is running. */
  busy = false
  private crowded = false
  private publishes: [topic: string, message: unknown][] | undefined
  private readonly session: TurnSession
  private readonly states: States
  private readonly keeper: Keeper

  constructor(session: TurnSession, states: States, keeper: Keeper) {
    this.session = session
    this.states = states
    this.keeper = keeper
  }

  /** Messages of a turn leave with its state, or not at all when it is taken back. */
  publish(topic: string, message: unknown): void {
    if (this.busy) {
      // What can't be sent is refused while the turn can still be taken back; what is sent is as it was now.
      checkTopic(topic)
      ;(this.publishes ??= []).push([topic, copiesOf(message, topic)()])
    } else this.session.around.bus.publish(topic, message)
  }

  /** The tab takes frames again: a handler that waits for its answer holds the line, and is not waited for. */
  drained(): void {
    const show = () => this.session.screen.show()
    if (this.busy) show()
    else this.mailbox.push(show)
  }

  /** Runs `fn` as a turn for a message. When too many turns wait already it is lost, and that is reported once. */
  hear(node: ComponentNode, fn: () => unknown): void {
    const isCrowded = this.mailbox.length >= this.session.around.limits.mailbox
    if (!isCrowded) this.mailbox.push(() => this.run(node, 'message', fn))
    else if (!this.crowded) this.session.report(crowded(this.mailbox.length), node, 'message')
    this.crowded = isCrowded
  }

  /** `done` is called before the turn's change is stored: it belongs to it. With what was thrown, if anything was. */
  run(node: ComponentNode, during: string, fn: () => unknown, done?: Done) {
    if (this.session.ended) return
    this.session.rest.wake()
    this.busy = true
    if (node.life === 'unmounted') return this.finish(done)
    node.dirty = true
    this.session.outbox.beginTurn()
    const { watch } = this.session.around
    watch?.enter(node.name, during)
    let result: unknown
    try {
      result = fn()
    } catch (error) {
      watch?.leave()
      return this.failTurn(node, during, error, done)
    }
    watch?.leave()
    if (!(result instanceof Promise)) return this.finishTurn(node, during, done)
    return result.then(
      () => this.finishTurn(node, during, done),
      (error) => this.failTurn(node, during, error, done),
    )
  }

  private finishTurn(node: ComponentNode, during: string, done?: Done) {
    try {
      this.states.collect(this.session.nodes())
    } catch (error) {
      return this.failTurn(node, during, error, done)
    }
    return this.finish(done, true)
  }

  private failTurn(node: ComponentNode, during: string, error: unknown, done?: Done) {
    this.states.rollBack(this.session.nodes())
    this.publishes = undefined
    this.session.outbox.takeBack()
    this.session.tree.fail(node, error, during, true)
    return this.finish(() => done?.({ error }))
  }

  // Stored first, shown and acknowledged then: what the tab was told is never lost.
  private finish(done?: Done, isStored = false): void | Promise<void> {
    done?.()
    this.refresh(isStored)
    this.busy = false
    let stored: void | Promise<void>
    try {
      stored = this.keeper.write(this.session)
    } catch (error) {
      return this.session.storeFailed(error)
    }
    if (!(stored instanceof Promise)) return this.afterStore()
    this.isStoring = true
    return stored.then(
      () => this.afterStore(),
      (error) => this.session.storeFailed(error),
    )
  }

  private afterStore() {
    this.isStoring = false
    if (this.session.ended) return
    this.session.screen.kept = this.session.applied
    const publishes = this.publishes
    this.publishes = undefined
    for (const [topic, message] of publishes ?? []) this.session.around.bus.publish(topic, message)
    this.session.screen.show()
    if (this.session.info.connected) this.session.goLive()
  }

  // Without a boundary the last good view stays; the tree has reported why.
  /** Renders what changed. `isStored`: all state was just written down. */
  refresh(isStored = false) {
    try {
      this.session.tree.refresh(isStored)
    } catch {}
    this.session.outbox.overlays.looked()
    try {
      this.states.restored(this.session.nodes())
      this.states.collectNew(this.session.nodes())
    } catch (error) {
      this.session.report(error, this.session.tree.root, 'state')
    }
  }
}
