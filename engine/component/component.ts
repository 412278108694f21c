/** What a component is to the engine: a view, an initial state and a controller. */
import type { DriveKind, ReadKind } from '../protocol/names.ts'
import type { REGION } from '../template/build.ts'
import type { Region } from '../template/instances.ts'
import type { Rendered } from '../template/rendered.ts'
import type { StreamList } from '../template/stream.ts'
import type { List, Raw } from '../template/values.ts'
import type { Fault } from './fault.ts'

/** Anything that `getTemplate` may return, and anything that may fill a place in a template or a slot. */
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
  /** The view. Called after every change; must not change state. */
  getTemplate(): View
  /** Sets the initial state; called once in a session's life, at first paint. After 2 s of waiting for its promise, the placeholder shows. */
  start?(): void | Promise<void>
  /** The controller. */
  getDriver(): LiveDriver
}

/**
 * Optional hooks into the rest of a component's life.
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
  /**
   * Whether this visitor may use the component, by `this.session` and `this.props`. Called before `start`, at each join of the tab and
   * before each handler of the component or of one inside it; only `true` lets the visitor pass. It returns at once, without a promise.
   */
  guard?(): boolean
  /**
   * Called each time a live process takes the component over: for timers, subscriptions, presence. Must not reset state. A function
   * that it returns is its clean-up: called once, when the component ends or this process gives the session up, before `unmounted`.
   */
  connected?(): CleanUp | Promise<CleanUp>
  /** Its first view is part of the page. */
  mounted?(): void
  /** A newer view is shown. */
  updated?(): void
  /** It has left the page; everything that it started has ended. */
  unmounted?(): void
  /** The parent has passed other props; `previous` are those from before. */
  propsChanged?(previous: Readonly<Record<string, unknown>>): void
  /**
   * The page's address has other parameters: after `this.patch()`, a link with `lv-link` to the same path, or the browser's Back and
   * Forward. `params` is what the page's schema makes of them. Parents are called first, and the turn waits for a promise. Not called at
   * the first paint, where `start()` reads `this.session.params`.
   */
  paramsChanged?(params: never): void | Promise<void>
  /**
   * Makes the component an error boundary (as in React): shown instead of its template while it, or something below it, has failed.
   * `retry` is a handler that mounts everything again; `fault` says who is at fault (`owner`), in which component, and what ran.
   */
  fallback?(error: unknown, retry: () => void, fault: Fault): View
  /** Shown while `start` is still busy after 2 s, or when the component is mounted later. */
  placeholder?(): View
}

/** What `connected` may return: nothing, or what ends it. */
// biome-ignore lint/suspicious/noConfusingVoidType: a method without a return has this type.
export type CleanUp = void | (() => unknown)

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
  /** Ties the controller to the place of its component; undefined when the component ends. */
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

/** Whose session it is, and on which page. */
export interface SessionInfo {
  /** The same over take-overs. */
  readonly id: string
  /** Parameters of the path and the query, as the page's schema gives them. */
  readonly params: Readonly<Record<string, string>>
  /** The path in the address bar, without the query. */
  readonly path: string
  /** Path and query, as the browser's address bar shows them. */
  readonly url: string
  /** The visitor's first language, as the browser names it: `es-MX`. */
  readonly locale: string
  /** False during the first paint. */
  readonly connected: boolean
  /** What `authenticate` returned for the request. */
  readonly identity: unknown
}
