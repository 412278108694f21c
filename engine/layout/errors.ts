/** What can be wrong with a layout. */
import { CodedError } from '../protocol/coded-error.ts'

type LayoutCode =
  | 'layout-name'
  | 'layout-file'
  | 'layout-region'
  | 'layout-source'
  | 'layout-unserved'

/**
 * A layout that can't be built, or a message that no layout can receive.
 *
 * @example
 * let code = ''
 * try {
 *   new Layout('a name with spaces', { html: '<main></main>' })
 * } catch (error) {
 *   if (error instanceof LayoutError) code = error.code
 * }
 * code // 'layout-name'
 */
export class LayoutError extends CodedError<LayoutCode> {
  override readonly name = 'LayoutError'
  /** Who can mend it. */
  readonly owner = 'app'
}
