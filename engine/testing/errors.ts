/** What can be wrong with how the testing kit is used, or with what was expected of the page. */
import { CodedError } from '../protocol/coded-error.ts'

/** What a `TestingError` is about. */
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

/**
 * What was expected of the page is not so, or the kit was asked for what it can not do.
 *
 * @example
 * const tab = await visit(Counter)
 * const code = await tab.click(byRole('link')).catch((error: TestingError) => error.code)
 * code // 'query-not-found'
 */
export class TestingError extends CodedError<TestingCode> {
  override readonly name = 'TestingError'
  readonly owner = 'app'
}
