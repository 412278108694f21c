/** What components publish, receive and are present for on the bus, in the name of their session and only while they live. */
import type { Bus, Cursor, Stop, SubscribeOptions } from '../bus/bus.ts'
import { type Chain, currentChain } from '../bus/chain.ts'
import { checkUse, type MayUse, permitted } from '../bus/permitted.ts'
import type { SessionInfo } from '../component/component.ts'
import type { ComponentNode } from '../component/node.ts'
import type { Clock } from './clock.ts'
import type { Surroundings } from './options.ts'

/** What the bus needs to know of a session. */
export interface Subscriber {
  readonly id: string
  readonly info: SessionInfo
  readonly around: Surroundings
  readonly presences: Presences
  /** Runs `fn` as a turn of its own. */
  turn(node: ComponentNode, during: string, fn: () => unknown): void
  /** The same for a message of `chain`; if a full mailbox can't take it, it is dropped, and that is reported. */
  hear(node: ComponentNode, chain: Chain | undefined, fn: () => unknown): void
  /** Publishes now, or together with the state of the current turn. */
  publish(topic: string, message: unknown): void
}

/** Whose it is. Reading `node` throws while the constructor runs. */
interface Placed {
  readonly node: ComponentNode
}

export class Pubsub {
  private readonly session: Subscriber
  private readonly at: Placed
  private readonly may: MayUse | undefined
  private readonly bus: Bus
  private readonly watched = new Set<string>()

  constructor(session: Subscriber, at: Placed) {
    this.session = session
    this.at = at
    this.may = mayUse(session)
    this.bus = this.may ? permitted(session.around.bus, this.may) : session.around.bus
  }

  subscribe(
    topic: string,
    fn: (message: never, topic: string, cursor: Cursor) => unknown,
    { after, gap }: SubscribeOptions = {},
  ): Stop {
    const { session, bus } = this
    const owner = this.at.node
    const receive: Parameters<Bus['subscribe']>[1] = (message, from, cursor) => {
      session.hear(owner, currentChain(), () => fn(message as never, from, cursor))
    }
    const options = { after, gap: gap && (() => session.hear(owner, currentChain(), gap)) }
    return owner.life.ending(bus.subscribe(topic, receive, options))
  }

  publish(topic: string, message: unknown): void {
    if (this.may) checkUse(this.may, topic, 'publish')
    this.session.publish(topic, message)
  }

  track(topic: string, meta: unknown): Stop {
    this.watch(topic)
    const { session, bus } = this
    return this.at.node.life.ending(session.presences.add(() => bus.track(topic, session.id, meta)))
  }

  present(topic: string): readonly unknown[] {
    this.watch(topic)
    // Several components of a session, or its old and its new process, are one visitor.
    const visitors = new Map<string, unknown>()
    for (const { key, meta } of this.bus.present(topic))
      if (!visitors.has(key)) visitors.set(key, meta)
    return [...visitors.values()]
  }

  private watch(topic: string) {
    const { session, watched } = this
    const owner = this.at.node
    if (watched.has(topic) || owner.life.phase === 'ended') return
    watched.add(topic)
    const again = () => owner.rendering.invalidate()
    owner.life.ending(this.bus.watch(topic, () => session.turn(owner, 'presence', again)))
  }
}

function mayUse({ around, info }: Subscriber): MayUse | undefined {
  const { allowTopic } = around
  // The engine's own messages to layouts are not topics of the program.
  return allowTopic && ((topic, use) => topic.startsWith('telar:') || allowTopic(info, topic, use))
}

const NOTHING: Stop = () => {}

/** Where a visitor is present: while the tab is connected, and a little longer after the connection is lost. */
export class Presences {
  private all: Set<{ track: () => Stop; stop: Stop }> | undefined
  private isAway = false
  private cancel = NOTHING
  private readonly clock: Clock
  private readonly grace: number

  /** `grace` in milliseconds: a visitor who comes back within it counts as never away. */
  constructor(clock: Clock, grace: number) {
    this.clock = clock
    this.grace = grace
  }

  /** Is present through `track`, until stopped. */
  add(track: () => Stop): Stop {
    const one = { track, stop: this.isAway ? NOTHING : track() }
    const all = (this.all ??= new Set())
    all.add(one)
    return () => {
      all.delete(one)
      one.stop()
    }
  }

  here(): void {
    this.cancel()
    if (!this.isAway) return
    this.isAway = false
    for (const one of this.all ?? []) one.stop = one.track()
  }

  lost(): void {
    this.cancel()
    const { all } = this
    if (!all || all.size === 0 || this.isAway) return
    this.cancel = this.clock.timer(this.grace, () => {
      this.isAway = true
      for (const one of all) one.stop()
    })
  }

  end(): void {
    this.cancel()
  }
}
