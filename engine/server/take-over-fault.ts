/** What a tab is told if its session could not be taken over: the fault of the page, or of the store. */
import { STORE_WAITS } from '../session/faults.ts'
import { StateError } from '../state/errors.ts'
import { ServerError, TakeOverError } from './errors.ts'

export interface ToldFault {
  code: string
  owner: string
  message: string
  component?: string
}

export function takeOverFault(error: unknown): ToldFault {
  const code = 'take-over-failed'
  // Who the visitor is could not be found out.
  if (error instanceof ServerError || error instanceof StateError)
    return { code, owner: error.owner, message: FAILS }
  if (!(error instanceof TakeOverError)) return STORE_WAITS
  const { owner, message, component } = error.fault
  if (error.debug) return { code, owner, message, ...(component && { component }) }
  return { code, owner, message: FAILS }
}

const FAILS =
  'This page fails on the server at the moment. What you have done is kept, and the server tries again.'
