/** Errors in how a form is used. */
import { CodedError } from '../protocol/coded-error.ts'

type FormCode = 'form-name' | 'form-element' | 'form-schema' | 'form-detached' | 'form-handler'

/**
 * A form is used in a way that it does not allow; `code` says in which way, the message says what to do.
 *
 * @example
 * let code = ''
 * try {
 *   form('no schema' as never)
 * } catch (error) {
 *   if (error instanceof FormError) code = error.code
 * }
 * code // 'form-schema'
 */
export class FormError extends CodedError<FormCode> {
  override readonly name = 'FormError'
  /** Who can mend it. */
  readonly owner = 'app' as const
}
