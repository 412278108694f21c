/** Errors in how a component uses the engine, and in what a visitor sends to it. */
import { CodedError } from '../protocol/coded-error.ts'
import type { SchemaIssue } from './schema.ts'

type ComponentCode =
  | 'component-detached'
  | 'component-view'
  | 'component-impure'
  | 'component-twice'
  | 'component-default'
  | 'component-provide'
  | 'component-import'
  | 'handler-not-function'
  | 'handler-schema'
  | 'read-not-found'
  | 'read-timeout'
  | 'read-refused'
  | 'component-shared'
  | 'component-guard'
  | 'address-invalid'
  | 'address-elsewhere'
  | 'address-loop'

/**
 * A component uses the engine in a way that it does not allow; `code` says in which way, the message says what to do.
 *
 * @example
 * let code = ''
 * try {
 *   new Counter().commit()
 * } catch (error) {
 *   if (error instanceof ComponentError) code = error.code
 * }
 * code // 'component-detached'
 */
export class ComponentError extends CodedError<ComponentCode> {
  override readonly name = 'ComponentError'
  /** Who can mend it. */
  readonly owner = 'app' as const
}

/**
 * The input from a tab does not match the schema of its handler (see `validated`). `issues` come from the schema. The component
 * is not at fault, so no boundary shows it; what the handler had changed before is undone.
 *
 * @example
 * const Never: StandardSchema<never> = {
 *   '~standard': { version: 1, vendor: 'example', validate: () => ({ issues: [{ message: 'Not today' }] }) },
 * }
 * class Shop extends LiveComponent {
 *   getTemplate() {
 *     return html`<button lv-click=${validated(Never, () => {})}>Buy</button>`
 *   }
 * }
 * const tab = await visit(Shop)
 * const refused = await tab.click(byRole('button')).catch((error) => error)
 * refused instanceof InputError // true
 * refused.issues // [{ message: 'Not today' }]
 */
export class InputError extends CodedError<'input-refused'> {
  override readonly name = 'InputError'
  /** Who can mend it. */
  readonly owner = 'network'
  /** What is wrong, in the schema's words. */
  readonly issues: readonly SchemaIssue[]
  constructor(sentence: string, issues: readonly SchemaIssue[]) {
    super('input-refused', sentence)
    this.issues = issues
  }
}

/**
 * The guard of a page or a component did not return `true`. At first paint it is answered with 403, or the nearest boundary above the
 * component shows it; an event is refused. `of` names the page's path or the component.
 *
 * @example
 * class Salaries extends LiveComponent {
 *   guard() {
 *     return this.session.identity === 'boss'
 *   }
 *   getTemplate() {
 *     return html`<p>4,000 a month</p>`
 *   }
 * }
 * class Office extends LiveComponent {
 *   fallback(error: unknown) {
 *     return html`<p>${error instanceof GuardError ? 'You may not see this.' : 'That failed.'}</p>`
 *   }
 *   getTemplate() {
 *     return html`<main>${mount(Salaries)}</main>`
 *   }
 * }
 * const tab = await visit(Office, { identity: 'Ada' })
 * tab.text() // 'You may not see this.'
 */
export class GuardError extends CodedError<'guard-refused'> {
  override readonly name = 'GuardError'
  /** Who can mend it. */
  readonly owner = 'network'
  /** The page's path, or the name of the component. */
  readonly of: string
  constructor(of: string, answer: unknown) {
    super(
      'guard-refused',
      `Expected the guard of ${of} to return true, received ${String(answer)}. Nothing was shown or changed.`,
    )
    this.of = of
  }
}
