/** What can be wrong with how a component uses the engine. */

export type ComponentCode =
  | 'component-detached'
  | 'component-view'
  | 'component-twice'
  | 'component-default'
  | 'component-provide'
  | 'component-import'
  | 'handler-not-function'
  | 'read-not-found'
  | 'read-timeout'
  | 'read-refused'
  | 'commit-loop'

/**
 * A component uses the engine in a way that it can not follow; `code` says which, the sentence what to do.
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
export class ComponentError extends Error {
  readonly code: ComponentCode
  readonly owner = 'app' as const
  constructor(code: ComponentCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'ComponentError'
    this.code = code
  }
}
