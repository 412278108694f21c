/** Errors in a template or in one of its values. */
import { CodedError } from '../protocol/coded-error.ts'

type TemplateCode =
  | 'template-syntax'
  | 'template-nesting'
  | 'template-place'
  | 'template-value'
  | 'template-key'

/**
 * `file`, `line` and `column` (1-based) give the place in the reader's literal, if known.
 *
 * @example
 * let code = ''
 * try {
 *   html`<p>never closed by this</b>`
 * } catch (error) {
 *   if (error instanceof TemplateError) code = error.code
 * }
 * code // 'template-nesting'
 */
export class TemplateError extends CodedError<TemplateCode> {
  override readonly name = 'TemplateError'
  /** Who can mend it. */
  readonly owner = 'app' as const
  /** The source file, if it is known. */
  file?: string
  /** Counted from 1. */
  line?: number
  /** Counted from 1. */
  column?: number
}
