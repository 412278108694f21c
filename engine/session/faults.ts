/** Tells of a fault: the log whatever is known, a tab what a visitor may hear. */
import { InputError } from '../component/errors.ts'
import type { Fault } from '../component/fault.ts'
import type { Logger } from '../observe/log.ts'

/** What a schema refused is the visitor's affair; everything else is for somebody to mend. */
export function logFault(log: Logger, session: string, fault: Fault): void {
  const level = fault.error instanceof InputError ? 'warn' : 'error'
  log[level]({ session, ...fault }, fault.message)
}

export function publicFault(fault: Fault, debug: boolean): { [field: string]: string } {
  const { code, owner, message, component, handler } = fault
  // The words of a schema are meant for who filled in what it checks.
  if (fault.error instanceof InputError) return { code, owner, message }
  if (debug)
    return { code, owner, message, ...(component && { component }), ...(handler && { handler }) }
  return {
    code,
    owner,
    message: 'Something went wrong on the server. Your last step was undone.',
  }
}

/** What a tab found where its page should have been. */
export const PAGE_MOVED = {
  code: 'page-moved',
  owner: 'app',
  message:
    'Expected the markers of the first paint where they were written, received them moved by the browser’s parser. The page is painted again. Look for raw(…) that closes an element around it, or for something that changes pages on the way.',
}

/** A tab whose last step waits for the store, and one that goes on. */
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
