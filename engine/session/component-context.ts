/** Connects components to their session: timers, topics, clock and page of each, which all end with it; and what the tree needs. */

import type { DriverRead, DriverWrite, SessionInfo } from '../component/component.ts'
import {
  type ComponentServices,
  type Standing,
  type Standpoint,
  standingAt,
} from '../component/construction.ts'
import type { Fault } from '../component/fault.ts'
import type { Leaving } from '../component/life.ts'
import type { ComponentNode } from '../component/node.ts'
import { injectInto, provideFrom } from '../component/provide.ts'
import type { ProvidedKey } from '../component/provided.ts'
import { refuseInView } from '../component/pure-view.ts'
import type { TreeHost } from '../component/tree-host.ts'
import type { Json } from '../protocol/ops.ts'
import { kindOf } from '../template/values.ts'
import type { Chance } from './clock.ts'
import type { Outbox } from './outbox.ts'
import { Pubsub, type Subscriber } from './pubsub.ts'
import type { Screen } from './screen.ts'
import type { States } from './states.ts'

/** What components may ask of their session. */
export interface ComponentHost extends Subscriber {
  readonly states: States
  readonly outbox: Outbox
  readonly screen: Screen
  titleText: string | undefined
  readonly chance: Chance
  deadlines: Deadlines | undefined
  nextId(): string
  commitNow(): void
  /** Shows a change: at the end of the current turn, or in a turn of its own. */
  changed(node: ComponentNode): void
  write(node: ComponentNode, write: DriverWrite): void
  ask(node: ComponentNode, read: DriverRead): Promise<Json>
  tell(fault: Fault): void
  forget(node: ComponentNode, leaving: Leaving): void
}

/** `after` calls still to come, by component path: stored with the session. */
export type Deadlines = Map<string, Deadline[]>

interface Deadline {
  method: string
  at: number
}

// A shorter interval would keep one processor busy for a single tab.
const SHORTEST_INTERVAL = 4

/**
 * Calls that lead to a turn are refused in a view: each turn would run the view again, without end.
 *
 * A class, since a session has one for each component: closures would take a kilobyte each time. */
export class ComponentContext implements Standing {
  private readonly owner: ComponentHost
  private readonly at: Standpoint
  private talking: Pubsub | undefined

  constructor(session: ComponentHost, at: Standpoint) {
    this.owner = session
    this.at = at
  }

  get session(): SessionInfo {
    return this.owner.info
  }

  commit(): void {
    refuseInView('this.commit()')
    this.owner.commitNow()
  }

  write(write: DriverWrite): void {
    this.owner.write(this.node, write)
  }

  read(read: DriverRead): Promise<Json> {
    return this.owner.ask(this.node, read)
  }

  every(ms: number, fn: () => unknown): () => void {
    refuseInView('this.every()')
    const { node, owner } = this
    const { clock } = owner.around
    const wait = Math.max(SHORTEST_INTERVAL, ms)
    let cancel = () => {}
    let waiting = false
    const tick = () => {
      cancel = clock.timer(wait, tick)
      // A busy session skips ticks; it does not queue them.
      if (waiting) return
      waiting = true
      owner.turn(node, 'timer', () => {
        waiting = false
        return fn()
      })
    }
    cancel = clock.timer(wait, tick)
    return node.life.ending(() => cancel())
  }

  after(ms: number, method: string): () => void {
    refuseInView('this.after()')
    const { node, owner } = this
    const entry = { method, at: owner.around.clock.now() + ms }
    const deadlines = (owner.deadlines ??= new Map())
    deadlines.set(node.path, [...(deadlines.get(node.path) ?? []), entry])
    return armDeadline(owner, node, entry)
  }

  subscribe(...asked: Parameters<ComponentServices['subscribe']>): () => void {
    return this.talk.subscribe(...asked)
  }

  publish(topic: string, message: unknown): void {
    refuseInView('this.publish()')
    this.talk.publish(topic, message)
  }

  track(topic: string, meta: unknown): () => void {
    return this.talk.track(topic, meta)
  }

  present(topic: string): readonly unknown[] {
    return this.talk.present(topic)
  }

  now(): number {
    return this.owner.around.clock.now()
  }

  random(): number {
    return this.owner.chance.next()
  }

  id(): string {
    return this.owner.nextId()
  }

  push(name: string, detail: unknown): void {
    this.owner.outbox.add({ op: 'event', name, detail: (detail ?? null) as Json }, this.node)
  }

  title(text: string): void {
    this.owner.titleText = text
    this.owner.screen.newTitle = text
    this.owner.changed(this.node)
  }

  flash(kind: string, text: string): void {
    this.owner.outbox.add({ op: 'signal', kind: 'flash', value: { kind, text } })
  }

  turn(during: string, fn: () => unknown): void {
    this.owner.turn(this.node, during, fn)
  }

  changed(): void {
    this.owner.changed(this.node)
  }

  provide(key: ProvidedKey<unknown>, value: unknown): void {
    provideFrom(this.node, key, value)
  }

  inject(key: ProvidedKey<unknown>): unknown {
    return injectInto(this.at.parent, this.at.node, key)
  }

  private get node(): ComponentNode {
    return standingAt(this.at)
  }

  private get talk(): Pubsub {
    return (this.talking ??= new Pubsub(this.owner, this.at))
  }
}

/** Waits for a deadline and then calls the method; at once if the deadline has passed. */
export function armDeadline(
  session: ComponentHost,
  node: ComponentNode,
  entry: Deadline,
): () => void {
  const { clock } = session.around
  const forget = () => {
    const left = (session.deadlines?.get(node.path) ?? []).filter((one) => one !== entry)
    if (left.length > 0) session.deadlines?.set(node.path, left)
    else session.deadlines?.delete(node.path)
  }
  const cancel = clock.timer(Math.max(0, entry.at - clock.now()), () => {
    session.turn(node, 'timer', () => {
      forget()
      const method = (node.component as unknown as Record<string, unknown>)[entry.method]
      if (typeof method === 'function') return method.call(node.component)
      throw new TypeError(
        `Expected the name of a method of ${node.name} in after(…, '${entry.method}'), received the name of ${kindOf(method)}. Check the name.`,
      )
    })
  })
  return node.life.ending(() => {
    cancel()
    forget()
  })
}

/** What the tree of components needs: their context, their stored state, the handling of their faults. */
export class SessionTreeHost implements TreeHost {
  readonly checks: boolean
  readonly drawn: Outbox
  private readonly session: ComponentHost

  constructor(session: ComponentHost) {
    this.session = session
    this.checks = session.around.debug
    this.drawn = session.outbox
  }

  place(at: Standpoint): Standing {
    return new ComponentContext(this.session, at)
  }

  restore(node: ComponentNode): boolean {
    return this.session.states.restore(node)
  }

  stateText(node: ComponentNode): string | undefined {
    return this.session.states.textNow(node)
  }

  started(node: ComponentNode): void {
    this.session.changed(node)
  }

  unmounted(node: ComponentNode, leaving: Leaving): void {
    this.session.forget(node, leaving)
  }

  fault(fault: Fault): void {
    this.session.tell(fault)
  }

  recovered(fault: Fault): void {
    const { around, id } = this.session
    around.log.warn({ session: id, ...fault }, fault.message)
  }
}
