/** What a session is made with: its page, its surroundings and its bounds. */
import type { Bus } from '../bus/bus.ts'
import type { TopicUse } from '../bus/permitted.ts'
import type { SessionInfo } from '../component/component.ts'
import type { Fault } from '../component/fault.ts'
import type { ComponentClass } from '../component/mount.ts'
import type { Logger } from '../observe/log.ts'
import type { SessionRecord, StateStore } from '../state/store.ts'
import type { Clock } from './clock.ts'

/**
 * Told before and after code of the reader's runs, so that a watchdog can name what blocks.
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
  enter(component: string, handler: string): void
  leave(): void
}

export interface SessionLimits {
  /** Milliseconds that a first paint waits for `start`. */
  startWait: number
  /** Milliseconds that a driver's read waits for the tab. */
  readWait: number
  /** Milliseconds from one frame that answers no event to the next: the time in which a display shows one. */
  frame: number
  /** Frames from one state hash to the next. */
  hashEvery: number
  /** Bytes not yet taken by the tab before renders are skipped. */
  backlog: number
  /** Messages to the tab that are not state (push, reads, driver writes) while it can't take them. */
  queue: number
  /** Milliseconds that a visitor stays present whose connection is lost. */
  absence: number
  /** Events, or messages, waiting for their turn. */
  mailbox: number
  /** Events that a tab may have sent and not been answered; at most 255. */
  unanswered: number
  /** Bytes of such events. */
  unansweredBytes: number
  /** Bytes of one event, whatever it carries: a form, a paste. */
  event: number
  /** Bytes above which an event comes in parts of that size. */
  part: number
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
  unanswered: 64,
  unansweredBytes: 262_144,
  event: 1_048_576,
  part: 32_768,
  stateBytes: 1_048_576,
}

/** The visitor's request as far as components may know it; stored with the session. */
export interface Visit {
  params: Record<string, string>
  path: string
  locale: string
  identity: unknown
}

export interface Surroundings {
  store: StateStore
  bus: Bus
  clock: Clock
  log: Logger
  limits: SessionLimits
  /** The process's name in sentences about ownership. */
  owner: string
  /** Faults are told to the tab in full; without it the tab hears only that there was one. */
  debug: boolean
  onFault?: (fault: Fault) => void
  watch?: Watch
  /** Whether a session may use a topic; any may, unless given. */
  allowTopic?: (session: SessionInfo, topic: string, use: TopicUse) => boolean
}

export interface SessionPage {
  /** The path that the page was registered at. */
  path: string
  component: ComponentClass
  props: Readonly<Record<string, unknown>>
  version: number
}

export interface SessionStart {
  id: string
  page: SessionPage
  visit: Visit
  around: Surroundings
  seed: number
  /** Ownership in the store; see `StateStore.open`. */
  epoch: number
  /** What another process left; without it the session is new. */
  record?: SessionRecord
}
