/** The channel on which components, layouts and nodes publish and subscribe. Every bus implements these types. */
import { CodedError } from '../protocol/coded-error.ts'

/** Ends a subscription or presence; calling it again does nothing. */
export type Stop = () => void

/**
 * A receiver's position: every message up to it has been received. Opaque; only its bus can read it.
 *
 * @example
 * const bus = localBus()
 * const seen: Cursor = bus.cursor()
 * typeof seen // 'string'
 */
export type Cursor = string

/** Where a receiver starts to receive; from now on by default. */
export interface SubscribeOptions {
  /** Continues after this message: what was published since then comes first. */
  after?: Cursor
  /** Called before anything else when some of those messages are no longer kept: load the data again. */
  gap?: () => void
}

/** Somebody who is present in a topic. The same `key` may be present several times (several tabs). */
export interface Presence {
  /** Distinguishes this presence from every other one, also from those with the same key. */
  ref: string
  key: string
  meta: unknown
}

/** Who joined and who left; together if they did so together (a node that died). */
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
 * anything that a component may store may be sent, and every receiver gets its own copy.
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
   * messages of one topic arrive in the order in which they were published. What listeners publish
   * follows from the message that they hear: at most 10,000 messages follow from one.
   *
   * @throws BusError `topic-invalid`, `message-unsendable`, and in a listener `topic-loop`
   */
  publish(topic: string, message: unknown): void

  /**
   * Receives what is published to a topic from now on. In a pattern `*` stands for exactly one
   * whole segment, but not for the first one: `room:*` matches `room:7`, but not `room`, `rooms` or
   * `room:7:typing`. After it is stopped nothing arrives, not even messages already on their way.
   * A receiver that throws is reported and does not affect the others; what it returns is not awaited.
   * Each message comes with a cursor, from which a later subscription can continue.
   *
   * @throws BusError `pattern-invalid`
   */
  subscribe(
    pattern: string,
    receive: (message: unknown, topic: string, cursor: Cursor) => void,
    options?: SubscribeOptions,
  ): Stop

  /** The cursor of a receiver that has received everything so far. */
  cursor(): Cursor

  /** Makes somebody present in a topic until it is stopped. @throws the same errors as `publish`. */
  track(topic: string, key: string, meta: unknown): Stop

  /** Who is present in a topic, the longest present first. */
  present(topic: string): Presence[]

  /** Reports who joins and leaves a topic from now on, with the same promises as `subscribe`. */
  watch(topic: string, receive: (change: PresenceChange) => void): Stop

  /** What it has done so far, and what it holds now. */
  counts(): BusCounts

  /** Ends every subscription and presence; later calls do nothing. */
  close(): void | Promise<void>
}

type BusErrorCode =
  | 'topic-invalid'
  | 'pattern-invalid'
  | 'topic-refused'
  | 'topic-loop'
  | 'message-unsendable'

/**
 * The bus was called in a way that it does not allow; the caller is at fault.
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
  /** Who can mend it. */
  readonly owner = 'app'
}
