/** Says of anything that was thrown whose fault it is, in which component, and in one sentence. */
import type { ComponentNode } from '../component/node.ts'
import type { Fault } from './options.ts'

const OWNERS = new Set(['app', 'engine', 'network', 'host'])

export function faultOf(error: unknown, node: ComponentNode, during: string): Fault {
  const known = error as { code?: unknown; owner?: unknown } | null
  const owner = OWNERS.has(known?.owner as string) ? (known!.owner as Fault['owner']) : 'app'
  const code = typeof known?.code === 'string' ? known.code : 'handler-failed'
  const text = error instanceof Error ? error.message : String(error)
  return {
    error,
    owner,
    code,
    message: `${node.name} failed in ${during}: ${text}`,
    component: node.name,
    ...(isHandler(during) ? { handler: during } : {}),
    during,
  }
}

/** What a tab may hear of it: a visitor gets no words of the program's errors. */
export function publicFault(fault: Fault, debug: boolean): { [field: string]: string } {
  const { code, owner, message, component, handler } = fault
  if (debug)
    return { code, owner, message, ...(component && { component }), ...(handler && { handler }) }
  return {
    code,
    owner,
    message: 'Something went wrong on the server; your last step was taken back.',
  }
}

const NOT_HANDLERS = new Set([
  'getTemplate',
  'fallback',
  'start',
  'connected',
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
]) // prettier-ignore

const isHandler = (during: string) => !NOT_HANDLERS.has(during)
