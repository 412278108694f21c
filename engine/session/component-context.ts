/** Connects components to their session: timers, topics, clock and page of each, which all end with it. */

import type { DriverRead, DriverWrite, SessionInfo } from '../component/component.ts'
import type {
  ComponentServices,
  PushOptions,
  Standing,
  Standpoint,
} from '../component/construction.ts'
import { ComponentError } from '../component/errors.ts'
import { ComponentNode } from '../component/node.ts'
import { injectInto, provideFrom } from '../component/provide.ts'
import type { ProvidedKey } from '../component/provided.ts'
import { refuseInView } from '../component/pure-view.ts'
import type { Json } from '../protocol/ops.ts'
import { kindOf } from '../template/values.ts'
import { chanceOf, nextSeed } from './clock.ts'
import type { Outbox } from './outbox.ts'
import { tooLate } from './outside.ts'
import { Pubsub, type Subscriber } from './pubsub.ts'
import type { Screen } from './screen.ts'

/** What components may ask of their session. */
export interface ComponentHost extends Subscriber {
  readonly outbox: Outbox
  readonly screen: Screen
  titleText: string | undefined
  /** The state of its random numbers. */
  chance: number
  deadlines: Deadlines | undefined
  nextId(): string
  /** Runs a change from outside as a turn. */
  enter<T>(node: ComponentNode, fn: () => T | Promise<T>): Promise<T | undefined>
  commitNow(): void
  patch(url: string, replace: boolean): void
  navigate(url: string, replace: boolean): void
  /** Shows a change: at the end of the current turn, or in a turn of its own. */
  changed(node: ComponentNode): void
  /** What the turn has changed by now stays if the rest of it fails. */
  savepoint(node: ComponentNode): void
  write(node: ComponentNode, write: DriverWrite): void
  ask(node: ComponentNode, read: DriverRead): Promise<Json>
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
  /** The node, once there is one: what a session keeps for each component is small. */
  private at: Standpoint | ComponentNode
  private talking: Pubsub | undefined

  constructor(session: ComponentHost, at: Standpoint) {
    this.owner = session
    this.at = at
  }

  mount(node: ComponentNode): void {
    this.at = node
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
    this.owner.chance = nextSeed(this.owner.chance)
    return chanceOf(this.owner.chance)
  }

  id(): string {
    return this.owner.nextId()
  }

  push(name: string, detail: unknown, { newest = false }: PushOptions = {}): void {
    const { owner, node } = this
    owner.outbox.add({ op: 'event', name, detail: (detail ?? null) as Json }, node, newest)
  }

  title(text: string): void {
    this.owner.titleText = text
    this.owner.screen.newTitle = text
    this.owner.changed(this.node)
  }

  patch(url: string, replace: boolean): void {
    refuseInView('this.patch()')
    this.owner.patch(url, replace)
  }

  navigate(url: string, replace: boolean): void {
    refuseInView('this.navigate()')
    this.owner.navigate(url, replace)
  }

  flash(kind: string, text: string): void {
    this.owner.outbox.add({ op: 'signal', kind: 'flash', value: { kind, text } })
  }

  turn(during: string, fn: () => unknown): void {
    this.owner.turn(this.node, during, fn)
  }

  savepoint(): void {
    this.owner.savepoint(this.node)
  }

  enter<T>(fn: () => T | Promise<T>): Promise<T | undefined> {
    refuseInView('this.turn()')
    return this.owner.enter(this.node, fn)
  }

  tooLate(): () => Promise<undefined> {
    return tooLate(this.owner, this.node)
  }

  changed(): void {
    this.owner.changed(this.node)
  }

  provide(key: ProvidedKey<unknown>, value: unknown): void {
    provideFrom(this.node, key, value)
  }

  inject(key: ProvidedKey<unknown>): unknown {
    const { at } = this
    return injectInto(at.parent, at instanceof ComponentNode ? at : undefined, key)
  }

  /** @throws ComponentError 'component-detached' while the constructor runs. */
  get node(): ComponentNode {
    const { at } = this
    if (at instanceof ComponentNode) return at
    throw new ComponentError(
      'component-detached',
      `Expected no timer, subscription or write to the page in the constructor of ${at.name}, received one. Move it to connected().`,
    )
  }

  private get talk(): Pubsub {
    return (this.talking ??= new Pubsub(this.owner, this))
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
