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

export class ComponentError extends Error {
  readonly code: ComponentCode
  readonly owner = 'app' as const
  constructor(code: ComponentCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'ComponentError'
    this.code = code
  }
}
