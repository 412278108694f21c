/** Errors in how the testing kit is used, and failed expectations. */
import { CodedError } from '../protocol/coded-error.ts'

/** The codes of a `TestingError`. */
export type TestingCode =
  | 'query-not-found'
  | 'query-ambiguous'
  | 'action-impossible'
  | 'component-not-found'
  | 'component-ambiguous'
  | 'page-failed'
  | 'not-settled'
  | 'component-default'
  | 'check-malformed'
  | 'package-missing'
  | 'cost-unknown'

/**
 * An expectation of the page failed, or the kit was asked for something that it can't do.
 *
 * @example
 * const tab = await visit(Counter)
 * const code = await tab.click(byRole('link')).catch((error: TestingError) => error.code)
 * code // 'query-not-found'
 */
export class TestingError extends CodedError<TestingCode> {
  override readonly name = 'TestingError'
  /** Who can mend it. */
  readonly owner = 'app'
}
