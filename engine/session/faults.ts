/** Reports a fault: everything to the log, and to a tab what its visitor may know. */
import { GuardError, InputError } from '../component/errors.ts'
import { type Fault, isRefusal } from '../component/fault.ts'
import type { Logger } from '../observe/log.ts'
import type { Op } from '../protocol/ops.ts'

/** What a schema or a guard refuses is the visitor's matter; everything else is for somebody to fix. */
export function logFault(log: Logger, session: string, fault: Fault): void {
  const level = isRefusal(fault.error) ? 'warn' : 'error'
  log[level]({ session, ...fault }, fault.message)
}

export function publicFault(fault: Fault, debug: boolean): { [field: string]: string } {
  const { code, owner, message, component, handler } = fault
  // A schema's words are meant for the visitor who filled in the form.
  if (fault.error instanceof InputError) return { code, owner, message }
  if (fault.error instanceof GuardError && !debug) return { code, owner, message: MAY_NOT_SEE }
  if (debug)
    return { code, owner, message, ...(component && { component }), ...(handler && { handler }) }
  return {
    code,
    owner,
    message: 'Something went wrong on the server. Your last step was undone.',
  }
}

/** What a visitor is told whom a guard has refused. */
export const MAY_NOT_SEE = 'You may not see this.'
export const MAY_NOT_DO = 'You may not do this, so nothing was changed.'

/** What a tab is told as it is sent away: it loads its page anew. */
export const LOGIN_OVER = 'This login is over here. The page is loaded again.'

/** What a tab gets instead of its page. */
export const PAGE_MOVED = {
  code: 'page-moved',
  owner: 'app',
  message:
    'Expected the markers of the first paint where they were written, received them moved by the browser’s parser. The page is painted again. Look for raw(…) that closes an element around it, or for something that changes pages on the way.',
}

/** For a tab whose last event waits for the store, and for one that can go on. */
export const STORE_WAITS = {
  code: 'store-waits',
  owner: 'host',
  message:
    'The server can’t save at the moment. Nothing is lost: your last step is saved when it can.',
}
export const STORE_WORKS = {
  code: 'store-works',
  owner: 'host',
  message: 'The server saves again.',
}

/** Whether an op tells the tab one of these two. */
export const isAboutStore = (op: Op): boolean =>
  op.op === 'signal' &&
  op.kind === 'error' &&
  [STORE_WAITS.code, STORE_WORKS.code].includes((op.value as { code: string }).code)
