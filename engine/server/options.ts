/** What `serve` and `telar` are given, and what they take where nothing is given. */
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
 * What a server takes before it says no: bytes, messages, milliseconds, sockets. Each has a default.
 */
export interface ServerLimits extends SessionLimits {
  /** Bytes of one message from a tab. */
  message: number
  /** Messages a second from one tab, over a few seconds. */
  messagesPerSecond: number
  /** Milliseconds that a session stays in memory after its tab is gone. */
  linger: number
  /** Milliseconds that a first paint waits for its socket before it is removed, from the store too; a tab that comes later is painted anew. */
  unconnected: number
  /** Milliseconds after which a session that nothing happens to takes less memory; at most twice as long. */
  rest: number
  /** First paints in memory that wait for their sockets; older ones wait in the store. */
  mostUnconnected: number
  /** First paints in the store that wait for their sockets; older ones are removed. */
  mostPainted: number
  /** Milliseconds in which a socket must be heard of: it is asked (a ping) once, and closed the second time. */
  silence: number
  /** Sockets at once. */
  sockets: number
  /** Milliseconds after which a stored session that nobody came back to is removed. */
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
  keep: 86_400_000,
}

/** What is given, and a server's own for the rest. A part with its own head must fit into a message. */
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

/** A field that starts anew, since what was stored does not fit it any more. */
export interface ResetField {
  component: string
  field: string
  why: string
}

/**
 * What is served, and what it stands on.
 */
export interface LiveOptions {
  pages: readonly Page[]
  /** Where sessions are kept; `memoryStore()` unless given. */
  store?: StateStore
  /**
   * Whether a session may use a topic (`subscribe`, `publish`, `presence`); any may, unless given. A pattern is asked for each
   * topic that it hears, so that a wildcard is never wider than what the session may see.
   */
  allowTopic?: Surroundings['allowTopic']
  /** How sessions hear of each other; `localBus()` unless given. */
  bus?: Bus
  /** Signs the tokens in pages; random unless given, which a restart does not survive. Or TELAR_SECRET. */
  secret?: string
  limits?: Partial<Omit<ServerLimits, 'window'>> & { window?: Partial<ServerLimits['window']> }
  logger?: Logger
  /** Origins beside the server's own that may open sockets. */
  origins?: readonly string[]
  /**
   * Names by which browsers reach the server, `telar.example` for instance; any other Host is answered with 421, since somebody may
   * have pointed a name of theirs at this machine. Addresses and `localhost` always do; `'*'` stands for every name. Or TELAR_HOSTS,
   * with commas between.
   */
  hosts?: readonly string[]
  /** Path under which all pages stand, `/examples` for instance. */
  prefix?: string
  clock?: Clock
  /** Told of everything that fails in a component, with its owner. */
  onFault?: (fault: Fault) => void
  /** Told before and after the reader's code runs. */
  watch?: Watch
  /** Told which fields of a session could not be restored when it was taken up, and why. */
  onReset?: (fields: readonly ResetField[]) => void
}

/**
 * The same, and where to listen.
 */
export interface ServeOptions extends LiveOptions {
  /** 3000 unless given; 0 takes any free one. */
  port?: number
  /** The address to listen on: this machine only unless given. */
  host?: string
}

/** The names that a server answers to. */
export const hostsOf = ({ hosts }: LiveOptions): readonly string[] =>
  hosts ?? (process.env.TELAR_HOSTS ?? '').split(/[\s,]+/).filter((name) => name !== '')
