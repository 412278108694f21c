/** Errors of serving. */
import type { Fault } from '../component/fault.ts'
import { CodedError } from '../protocol/coded-error.ts'

type ServerCode =
  | 'port-taken'
  | 'port-refused'
  | 'client-missing'
  | 'pages-missing'
  | 'path-twice'
  | 'identity-late'
  | 'identity-too-large'
  | 'key-invalid'
  | 'key-missing'
  | 'store-unfit'

/**
 * Pages that can't be served, or a port that can't be opened: the host is at fault.
 *
 * @example
 * let code = ''
 * try {
 *   createHandler({ pages: [] })
 * } catch (error) {
 *   if (error instanceof ServerError) code = error.code
 * }
 * code // 'pages-missing'
 */
export class ServerError extends CodedError<ServerCode> {
  override readonly name = 'ServerError'
  /** Who can mend it. */
  readonly owner = 'host'
}

/** A stored session whose page does not run here: what failed, and whether its tab may see it in full. */
export class TakeOverError extends Error {
  readonly fault: Fault
  readonly debug: boolean
  constructor(fault: Fault, debug: boolean) {
    super(fault.message, { cause: fault.error })
    this.name = 'TakeOverError'
    this.fault = fault
    this.debug = debug
  }
}
