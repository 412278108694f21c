/** What a session is created with: its page, its surroundings and its limits. */
import type { Bus } from '../bus/bus.ts'
import type { TopicUse } from '../bus/permitted.ts'
import type { SessionInfo } from '../component/component.ts'
import type { Fault } from '../component/fault.ts'
import type { ComponentClass } from '../component/mount.ts'
import type { Outcome } from '../component/outcome.ts'
import type { StandardSchema } from '../component/schema.ts'
import type { Logger } from '../observe/log.ts'
import { WINDOW, type Window } from '../protocol/window.ts'
import type { SessionRecord, StateStore } from '../state/store.ts'
import type { Clock } from './clock.ts'

/**
 * Called before and after the reader's code runs, so that a watchdog can say what blocks.
 *
 * @example
 * const inside: string[] = []
 * const watch: Watch = {
 *   enter: (component, handler) => inside.push(`${component}.${handler}`),
 *   leave: () => inside.pop(),
 * }
 * const server = await serve({ pages: [page('/', Counter)], watch, port: 0 })
 * await fetch(server.address)
 * inside // []
 * await server.close()
 */
export interface Watch {
  /** Code of a component begins to run. */
  enter(component: string, handler: string): void
  /** It has returned. */
  leave(): void
}

export interface SessionLimits {
  /** Milliseconds that a first paint waits for `start`. */
  startWait: number
  /** Milliseconds that a driver's read waits for the tab. */
  readWait: number
  /** Milliseconds between frames that answer no event: as long as a display shows one image. */
  frame: number
  /** Frames from one state hash to the next. */
  hashEvery: number
  /** Bytes waiting for the tab before renders are skipped. */
  backlog: number
  /** Messages to the tab that are not state (push, reads, driver writes), while the tab can't receive them. */
  queue: number
  /** Milliseconds that a visitor stays present after the connection is lost. */
  absence: number
  /** Events, or messages, waiting for their turn. */
  mailbox: number
  /** What a tab may have in flight; at most 255 events. */
  window: Window
  /** Fields of one form, with script or without. */
  formFields: number
  /** UTF-8 bytes of one component's state. */
  stateBytes: number
}

export const DEFAULT_LIMITS: SessionLimits = {
  startWait: 2_000,
  readWait: 5_000,
  frame: 16,
  hashEvery: 64,
  backlog: 262_144,
  queue: 1_000,
  absence: 5_000,
  mailbox: 1_000,
  window: WINDOW,
  formFields: 1_000,
  stateBytes: 1_048_576,
}

/** What components may know of the visitor's request; stored with the session. */
export interface Visit {
  params: Readonly<Record<string, string>>
  path: string
  /** Path and query, if there is one. */
  url?: string
  /** A component or the visitor has changed it since the first paint. */
  isPatched?: boolean | undefined
  locale: string
  identity: unknown
  /** When it was asked for, in milliseconds since 1970, if the visitor is somebody: `endSessions` ends what began before it. */
  since?: number
}

/** A visit whose address is known as a whole. */
export type Whereabouts = Visit & { url: string }

export interface Surroundings {
  store: StateStore
  bus: Bus
  clock: Clock
  /** By which a store that fails is tried again, if not by `clock`: that of a test stands still, and its store does not. */
  storeClock?: Clock
  log: Logger
  limits: SessionLimits
  /** The process's name for messages about ownership. */
  owner: string
  /** Sends full faults to the tab; otherwise the tab is only told that there was one. */
  debug: boolean
  onFault?: (fault: Fault) => void
  watch?: Watch
  /** The address of the page that shows an outcome (403, 404) to a tab that is open. */
  outcomeAddress?: (outcome: Outcome) => string
  /** Whether a session may use a topic; by default any may. */
  allowTopic?: (session: SessionInfo, topic: string, use: TopicUse) => boolean
}

export interface SessionPage {
  /** The path that the page was registered at. */
  path: string
  component: ComponentClass
  props: Readonly<Record<string, unknown>>
  version: number
  /** Whether a visitor may use the page at all. */
  guard?: ((session: SessionInfo) => boolean) | undefined
  /** Checks the parameters of an address. */
  params?: StandardSchema | undefined
  /** The parameters in a path; undefined if it belongs to another page. Without it every path is this page's. */
  match?: (path: string) => Readonly<Record<string, string>> | undefined
}

/** A form that a browser has sent without script: its name in the page, and its fields. */
export interface SentForm {
  name: string
  fields: Record<string, string | string[]>
}

/** What has become of it: the page does not show such a form, something is wrong in it, or its handler has failed. */
export type SentOutcome = 'taken' | 'unknown' | 'refused' | 'failed'

export interface SessionStart {
  id: string
  page: SessionPage
  visit: Visit
  around: Surroundings
  seed: number
  /** The epoch in the store; see `StateStore.open`. */
  epoch: number
  /** What another process stored; absent if the session is new. */
  record?: SessionRecord
  /** Who joins a stored session, as `authenticate` says now. */
  joins?: { readonly identity: unknown }
}
