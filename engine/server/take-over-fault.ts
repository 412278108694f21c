/** What a tab is told if its session could not be taken over: the fault of the page, or of the store. */
import { STORE_WAITS } from '../session/faults.ts'
import { TakeOverError } from './errors.ts'

export interface ToldFault {
  code: string
  owner: string
  message: string
  component?: string
}

export function takeOverFault(error: unknown): ToldFault {
  if (!(error instanceof TakeOverError)) return STORE_WAITS
  const { owner, message, component } = error.fault
  const code = 'take-over-failed'
  if (error.debug) return { code, owner, message, ...(component && { component }) }
  return {
    code,
    owner,
    message:
      'This page fails on the server at the moment. What you have done is kept, and the server tries again.',
  }
}
