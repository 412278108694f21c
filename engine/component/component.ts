/** What a component is to the engine: a view, an initial state and a controller. */
import type { DriveKind, ReadKind } from '../protocol/names.ts'
import type { REGION } from '../template/build.ts'
import type { Region } from '../template/instances.ts'
import type { Rendered } from '../template/rendered.ts'
import type { StreamList } from '../template/stream.ts'
import type { List, Raw } from '../template/values.ts'
import type { Fault } from './fault.ts'

/** Anything a `getTemplate` may give, and anything that may stand in a place of a template or in a slot. */
export type View =
  | Rendered
  | List
  | StreamList
  | Raw
  | { [REGION](): Region }
  | string
  | number
  | boolean
  | null
  | undefined

/**
 * The smallest component. `LiveComponent` is the base class that makes the last two optional.
 * The three parts follow the model-view-controller split of GoLive's `Component` interface.
 *
 * @example
 * class Hello implements Component {
 *   readonly #driver = new ComponentDriver(this)
 *   getDriver() {
 *     return this.#driver
 *   }
 *   getTemplate() {
 *     return html`<p>Hello</p>`
 *   }
 * }
 * const tab = await visit(Hello)
 * tab.text() // 'Hello'
 */
export interface Component {
  /** The view: called after every change, must not change state. */
  getTemplate(): View
  /** Initial state; once in a session's life, at first paint. A promise is waited for 2 s, then the placeholder shows. */
  start?(): void | Promise<void>
  /** The controller behind it. */
  getDriver(): LiveDriver
}

/**
 * What the rest of a component's life may hook into; all of them are optional.
 *
 * @example
 * class Clock extends LiveComponent {
 *   seconds = 0
 *   connected() {
 *     this.every(1000, () => {
 *       this.seconds += 1
 *     })
 *   }
 *   getTemplate() {
 *     return html`<time>${this.seconds}</time>`
 *   }
 * }
 * const tab = await visit(Clock)
 * await tab.clock.advance(3000)
 * tab.text() // '3'
 */
export interface Lifecycle {
  /** Each time a live process takes the component up: timers, subscriptions, presence. Must not reset state. */
  connected?(): void | Promise<void>
  mounted?(): void
  updated?(): void
  unmounted?(): void
  propsChanged?(previous: Readonly<Record<string, unknown>>): void
  /**
   * Makes it an error boundary (as in React): shown in place of its template while something below it, or itself, failed.
   * `retry` is a handler that mounts everything anew; `fault` tells whose fault it was (`owner`), which component and what ran.
   */
  fallback?(error: unknown, retry: () => void, fault: Fault): View
  /** Shown while `start` is still busy after 2 s, or when it is mounted later. */
  placeholder?(): View
}

/** A component's life, in order; `failed` may follow any but the last. */
export type LifeState = 'created' | 'mounting' | 'mounted' | 'updating' | 'unmounted' | 'failed'

/**
 * What the engine calls on a controller.
 *
 * @example
 * const nobody: LiveDriver = { attach() {} }
 * class Fixed implements Component {
 *   getDriver() {
 *     return nobody
 *   }
 *   getTemplate() {
 *     return html`<p>As it is</p>`
 *   }
 * }
 * const tab = await visit(Fixed)
 * tab.text() // 'As it is'
 */
export interface LiveDriver {
  /** Ties the controller to the place where its component lives; undefined when it goes. */
  attach(place: DriverPlace | undefined): void
}

/** What a controller can reach through the session it lives in. */
export interface DriverPlace {
  commit(): void
  write(write: DriverWrite): void
  read(read: DriverRead): Promise<unknown>
}

export interface DriverWrite {
  kind: DriveKind
  /** An element's id; empty for the component's root element. */
  target: string
  name: string
  value: unknown
}

export interface DriverRead {
  kind: Exclude<ReadKind, 'audit'>
  target: string
  name: string
}

/** Who a session belongs to and where it stands. */
export interface SessionInfo {
  readonly id: string
  readonly params: Readonly<Record<string, string>>
  readonly path: string
  readonly locale: string
  /** False during the first paint. */
  readonly connected: boolean
  /** What `authenticate` gave for the request. */
  readonly identity: unknown
}
