/** Says of any thrown value who is at fault, in which component, and what happened in one sentence. */
import { GuardError, InputError } from './errors.ts'

/** What failed, who is at fault, and where. */
export interface Fault {
  /** What was thrown. */
  error: unknown
  /** `app`: the code of components. `engine`, `network`, `host`: as the error itself says. */
  owner: 'app' | 'engine' | 'network' | 'host'
  /** The error's code, or `handler-failed` where it has none. */
  code: string
  /** One sentence, with the component and what ran. */
  message: string
  /** The name of the component's class. */
  component?: string
  /** The name of the handler, if one ran. */
  handler?: string
  /** What ran: `handler`, `getTemplate`, `start`, `timer`, `message`, `load`, … */
  during: string
}

/** The name of `component`. */
export function faultOf(error: unknown, component: string, during: string): Fault {
  const known = error as { code?: unknown; owner?: unknown } | null
  const owner = OWNERS.has(known?.owner as string) ? (known!.owner as Fault['owner']) : 'app'
  const code = typeof known?.code === 'string' ? known.code : 'handler-failed'
  const text = error instanceof Error ? error.message : String(error)
  return {
    error,
    owner,
    code,
    // What is refused has not failed.
    message: isRefusal(error) ? text : `${component} failed in ${during}: ${text}`,
    component,
    ...(isHandler(during) ? { handler: during } : {}),
    during,
  }
}

/** A schema or a guard has done what it is there for. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof InputError || error instanceof GuardError

const OWNERS = new Set(['app', 'engine', 'network', 'host'])

const NOT_HANDLERS = new Set([
  'constructor',
  'getTemplate',
  'fallback',
  'start',
  'guard',
  'import',
  'load',
  'refill',
  'recover',
  'connected',
  'clean-up',
  'mounted',
  'updated',
  'unmounted',
  'propsChanged',
  'timer',
  'message',
  'presence',
  'commit',
  'store',
  'state',
  'turn',
])

const isHandler = (during: string) => !NOT_HANDLERS.has(during)
