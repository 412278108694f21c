/** The options of `serve` and `createHandler`, and their defaults. */
import type { Bus } from '../bus/bus.ts'
import type { Fault } from '../component/fault.ts'
import type { Page } from '../layout/page.ts'
import type { Logger } from '../observe/log.ts'
import { MAX_EVENTS, WINDOW } from '../protocol/window.ts'
import type { Clock } from '../session/clock.ts'
import {
  DEFAULT_LIMITS,
  type SessionLimits,
  type Surroundings,
  type Watch,
} from '../session/options.ts'
import type { StateStore } from '../state/store.ts'

/**
 * The limits of a server: bytes, messages, milliseconds, sockets. Each has a default.
 */
export interface ServerLimits extends SessionLimits {
  /** Bytes of one message from a tab. */
  message: number
  /** Messages a second from one tab, over a few seconds. */
  messagesPerSecond: number
  /** Milliseconds that a session stays in memory after its tab has left. */
  linger: number
  /** Milliseconds that a first paint waits for its socket before it is removed, from the store too; a tab that comes later is painted again. */
  unconnected: number
  /** Milliseconds without events after which a session is packed to save memory; at most twice as long. */
  rest: number
  /** First paints in memory that wait for their sockets; older ones wait in the store. */
  mostUnconnected: number
  /** First paints in the store that wait for their sockets; older ones are removed. */
  mostPainted: number
  /** Milliseconds within which a socket must send something: the first time it is pinged, the second time closed. */
  silence: number
  /** Sockets at once. */
  sockets: number
  /** Bytes of an identity, which is stored with each session of its visitor. */
  identity: number
  /** Milliseconds that a first paint or a join waits for `authenticate`. */
  identityWait: number
  /** Milliseconds after which an abandoned session is removed from the store. */
  keep: number
}

const SERVER_LIMITS: ServerLimits = {
  ...DEFAULT_LIMITS,
  message: 65_536,
  messagesPerSecond: 100,
  linger: 60_000,
  unconnected: 60_000,
  rest: 5_000,
  mostUnconnected: 1_000,
  mostPainted: 5_000,
  silence: 30_000,
  sockets: 10_000,
  identity: 65_536,
  identityWait: 5_000,
  keep: 86_400_000,
}

/** The given limits, with defaults for the rest. A part of an event and its head must fit into a message. */
export function limitsOf(given: LiveOptions['limits']): ServerLimits {
  const limits = { ...SERVER_LIMITS, ...given }
  const { events, part, ...sizes } = { ...WINDOW, ...given?.window }
  return {
    ...limits,
    window: {
      events: Math.min(events, MAX_EVENTS),
      part: Math.min(part, Math.max(1, limits.message - PART_HEAD)),
      ...sizes,
    },
  }
}

/** Kind and three numbers. */
const PART_HEAD = 13

/** A field that was reset because its stored value no longer fits. */
export interface ResetField {
  component: string
  field: string
  why: string
}

/** Pages for answers that are no page, by status. */
export type ErrorPages = { readonly [Status in 403 | 404 | 500]?: Page }

/**
 * What to serve, and what it runs on.
 */
export interface LiveOptions {
  /** At least one, each with a path of its own. */
  pages: readonly Page[]
  /**
   * Pages to show instead of the engine's plain ones: for 404 (`notFound()`, and with `serve` an address of no page), 403
   * (`forbidden()`, a failed `authenticate`) and 500. `session.params` has `status` and `message`.
   */
  errorPages?: ErrorPages
  /** Where sessions are kept; `memoryStore()` by default. */
  store?: StateStore
  /**
   * Whether a session may use a topic (`subscribe`, `publish`, `presence`); by default any may. For a pattern it is called with each
   * topic that the pattern matches, so a wildcard never shows more than the session may see.
   */
  allowTopic?: Surroundings['allowTopic']
  /** Who a visitor is, on every page without an `authenticate` of its own; see there. */
  authenticate?: Page['authenticate']
  /**
   * The name of a login (`(user) => user.id`), by which `endSessions` finds its sessions. A tab that joins under another name, or under none,
   * loads its page anew; under the same name its `session.identity` becomes what `authenticate` says now. Without it any difference
   * counts as another visitor. It is not called for nobody (null or undefined).
   */
  identityKey?: (identity: never) => string
  /** How sessions reach each other; `localBus()` by default. */
  bus?: Bus
  /** Signs the tokens in pages. The default is random, so that tokens end with the process. Or TELAR_SECRET. */
  secret?: string
  /** Any of the limits; the page about limits has them all. */
  limits?: Partial<Omit<ServerLimits, 'window'>> & { window?: Partial<ServerLimits['window']> }
  /** Where the operator's log goes; lines of JSON on standard error by default. */
  logger?: Logger
  /** Origins, besides the server's own, that may open sockets. */
  origins?: readonly string[]
  /**
   * Names by which browsers reach the server, such as `telar.example`. Any other Host is answered with 421, since somebody may
   * have pointed their own name at this machine. Addresses and `localhost` are always allowed; `'*'` allows every name. Or TELAR_HOSTS,
   * separated by commas.
   */
  hosts?: readonly string[]
  /** Path prefix of all pages, such as `/examples`. */
  prefix?: string
  /** Where the time comes from, and timers: for tests. */
  clock?: Clock
  /** Called for every failure in a component; the fault says who is at fault. */
  onFault?: (fault: Fault) => void
  /** Called before and after the reader's code runs. */
  watch?: Watch
  /** Called with the fields of a session that could not be restored at take-over, and why. */
  onReset?: (fields: readonly ResetField[]) => void
}

/**
 * The same options, and where to listen.
 */
export interface ServeOptions extends LiveOptions {
  /** 3000 by default; 0 takes any free port. */
  port?: number
  /** The address to listen on; by default only this machine can connect. */
  host?: string
}

/** The host names that a server answers to. */
export const hostsOf = ({ hosts }: LiveOptions): readonly string[] =>
  hosts ?? (process.env.TELAR_HOSTS ?? '').split(/[\s,]+/).filter((name) => name !== '')
