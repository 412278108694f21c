/** What can be wrong with a layout. */

export type LayoutCode =
  | 'layout-name'
  | 'layout-file'
  | 'layout-region'
  | 'layout-source'
  | 'layout-unserved'

export class LayoutError extends Error {
  readonly code: LayoutCode
  readonly owner = 'app' as const
  constructor(code: LayoutCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'LayoutError'
    this.code = code
  }
}
