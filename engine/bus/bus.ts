/** What components, layouts and nodes say to each other through, whichever bus it is. */
import { CodedError } from '../protocol/coded-error.ts'

/** Takes back what was asked for; calling it again does nothing. */
export type Stop = () => void

/** Where a receiver stands: everything up to a message has been received. Kept as it is; only its bus can read it. */
export type Cursor = string

/** From where on a receiver wants messages; from now on unless given. */
export interface SubscribeOptions {
  /** Goes on behind this message: what was published since comes first. */
  after?: Cursor
  /** Told before anything else when not all of that is kept any more: ask anew for what the messages stood for. */
  gap?: () => void
}

/** Somebody who is present in a topic. The same `key` may be there several times (several tabs). */
export interface Presence {
  /** Told apart from every other presence, also of the same key. */
  ref: string
  key: string
  meta: unknown
}

/** Who came and who went, together when they did so together (a node that died). */
export interface PresenceChange {
  joined: Presence[]
  left: Presence[]
}

/** What a bus has done so far, and what it holds now. */
export interface BusCounts {
  published: number
  delivered: number
  /** Receivers that threw. */
  failed: number
  /** Deliveries that still wait for their turn. */
  waiting: number
  subscriptions: number
  presences: number
}

/**
 * Topics are names of one to eight segments joined by colons (`room:7:typing`). Messages are data:
 * what a component may store may be sent, and every receiver gets a copy of its own.
 *
 * @example
 * const bus: Bus = localBus()
 * const tab = await visit(Counter, { bus })
 * const told: unknown[] = []
 * const stop = bus.subscribe('room:*', (message) => told.push(message))
 * await tab.settled(() => bus.publish('room:7', 'hello'))
 * told // ['hello']
 * stop()
 */
export interface Bus {
  /**
   * Sends a message to all who are subscribed now. It arrives later, never within this call;
   * messages of one topic arrive in the order in which they were published.
   *
   * @throws BusError `topic-invalid`, `message-unsendable`
   */
  publish(topic: string, message: unknown): void

  /**
   * Receives what is published to a topic from now on. In a pattern `*` stands for exactly one
   * whole segment, never for the first: `room:*` hears `room:7`, not `room`, `rooms` or
   * `room:7:typing`. Once stopped, nothing arrives any more, not even what was on its way.
   * A receiver that throws is reported and disturbs no other; nobody waits for what it returns.
   * Each message comes with a cursor, by which a later subscription goes on behind it.
   *
   * @throws BusError `pattern-invalid`
   */
  subscribe(
    pattern: string,
    receive: (message: unknown, topic: string, cursor: Cursor) => void,
    options?: SubscribeOptions,
  ): Stop

  /** Where a receiver stands that has had everything so far. */
  cursor(): Cursor

  /** Makes somebody present in a topic until stopped. @throws as `publish` does. */
  track(topic: string, key: string, meta: unknown): Stop

  /** Who is present in a topic, longest first. */
  present(topic: string): Presence[]

  /** Hears who joins and leaves a topic from now on, with the same promises as `subscribe`. */
  watch(topic: string, receive: (change: PresenceChange) => void): Stop

  counts(): BusCounts

  /** Ends every subscription and presence; later calls do nothing. */
  close(): void | Promise<void>
}

type BusErrorCode = 'topic-invalid' | 'pattern-invalid' | 'topic-refused' | 'message-unsendable'

/**
 * Something was asked of the bus that it can't do; the fault is with the caller.
 *
 * @example
 * let code = ''
 * try {
 *   localBus().publish('no topic:', 'hello')
 * } catch (error) {
 *   if (error instanceof BusError) code = error.code
 * }
 * code // 'topic-invalid'
 */
export class BusError extends CodedError<BusErrorCode> {
  override readonly name = 'BusError'
  readonly owner = 'app'
}
