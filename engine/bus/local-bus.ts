/** The bus of one process: messages are delivered in order, after the sender is done. */
import { Audience } from './audience.ts'
import type {
  Bus,
  BusCounts,
  Cursor,
  Presence,
  PresenceChange,
  Stop,
  SubscribeOptions,
} from './bus.ts'
import { type Chain, chainOf, currentChain } from './chain.ts'
import { Deliveries } from './deliveries.ts'
import { type Copies, copiesOf } from './message.ts'
import { Recent, type Sent } from './recent.ts'
import { checkPattern, checkTopic, hears } from './topic.ts'

interface LocalBusOptions {
  /** Called for every receiver that threw. By default the error goes to the console. */
  onError?: (error: unknown, topic: string) => void
}

/**
 * Makes a bus for the components and layouts of this process. Messages arrive in the next microtask.
 *
 * @param options `onError(error, topic)` is called for every receiver that threw.
 * @example
 * const bus = localBus({ onError: (error, topic) => console.error(topic, error) })
 * const server = await serve({ pages: [page('/', Counter)], bus, port: 0 })
 * bus.publish('news', { text: 'From outside of every component' })
 * await server.close()
 */
export function localBus(options: LocalBusOptions = {}): Bus {
  return new LocalBus(
    options.onError ?? ((error, topic) => console.error(`A receiver of ${topic} threw:`, error)),
  )
}

interface Heard {
  message: unknown
  cursor: Cursor
}

interface Present {
  key: string
  meta: Copies
}

class LocalBus implements Bus {
  readonly #audience = new Audience<Heard>()
  readonly #recent = new Recent()
  readonly #watchers = new Audience<PresenceChange>()
  readonly #present = new Map<string, Map<string, Present>>()
  readonly #deliveries: Deliveries
  #published = 0
  #refs = 0
  #closed = false

  constructor(onError: (error: unknown, topic: string) => void) {
    this.#deliveries = new Deliveries(onError)
  }

  publish(topic: string, message: unknown): void {
    checkTopic(topic)
    const copies = copiesOf(message, topic)
    if (this.#closed) return
    const chain = chainOf(topic)
    this.#published++
    const sent = this.#recent.add(topic, copies)
    this.#deliveries.add(topic, this.#audience.of(topic), () => this.#heard(sent), chain)
  }

  subscribe(
    pattern: string,
    receive: (message: unknown, topic: string, cursor: Cursor) => void,
    { after, gap }: SubscribeOptions = {},
  ): Stop {
    checkPattern(pattern)
    if (this.#closed) return () => {}
    const { stop, listener } = this.#audience.add(pattern, ({ message, cursor }, topic) =>
      receive(message, topic, cursor),
    )
    if (after === undefined) return stop
    const missed = this.#recent.after(after)
    const chain = currentChain() ?? { length: 0 }
    if (!missed && gap) {
      // Stopped together with the listener.
      const told = Object.assign(Object.create(listener) as typeof listener, { receive: gap })
      this.#deliveries.add(pattern, [told], () => undefined as never, chain)
    }
    for (const sent of missed ?? []) {
      if (!hears(pattern, sent.topic)) continue
      this.#deliveries.add(sent.topic, [listener], () => this.#heard(sent), chain)
    }
    return stop
  }

  cursor(): Cursor {
    return this.#recent.cursor()
  }

  #heard({ copies, number }: Sent): Heard {
    return { message: copies(), cursor: this.#recent.cursor(number) }
  }

  track(topic: string, key: string, meta: unknown): Stop {
    checkTopic(topic)
    const present = { key, meta: copiesOf(meta, topic) }
    if (this.#closed) return () => {}
    const chain = chainOf(topic)
    const ref = `${++this.#refs}`
    const beside = this.#present.get(topic) ?? new Map<string, Present>()
    this.#present.set(topic, beside.set(ref, present))
    this.#tell(topic, () => ({ joined: [presence(ref, present)], left: [] }), chain)
    return () => {
      if (!beside.delete(ref)) return
      if (beside.size === 0) this.#present.delete(topic)
      this.#tell(topic, () => ({ joined: [], left: [presence(ref, present)] }), currentChain())
    }
  }

  present(topic: string): Presence[] {
    checkTopic(topic)
    return [...(this.#present.get(topic) ?? [])].map(([ref, one]) => presence(ref, one))
  }

  watch(topic: string, receive: (change: PresenceChange) => void): Stop {
    checkTopic(topic)
    return this.#closed ? () => {} : this.#watchers.add(topic, receive).stop
  }

  counts(): BusCounts {
    let presences = 0
    for (const beside of this.#present.values()) presences += beside.size
    return {
      published: this.#published,
      delivered: this.#deliveries.delivered,
      failed: this.#deliveries.failed,
      waiting: this.#deliveries.waiting,
      subscriptions: this.#audience.size + this.#watchers.size,
      presences,
    }
  }

  close(): void {
    this.#closed = true
    this.#audience.clear()
    this.#watchers.clear()
    for (const beside of this.#present.values()) beside.clear()
    this.#present.clear()
    this.#recent.clear()
    this.#deliveries.clear()
  }

  #tell(topic: string, change: () => PresenceChange, chain: Chain = { length: 0 }): void {
    this.#deliveries.add(topic, this.#watchers.of(topic), change, chain)
  }
}

const presence = (ref: string, { key, meta }: Present): Presence => ({ ref, key, meta: meta() })
