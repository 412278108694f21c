/** The errors of links; `message` is the sentence to show. */

type ShareErrorCode =
  | 'link-empty'
  | 'link-newer'
  | 'link-letters'
  | 'link-truncated'
  | 'link-damaged'
  | 'link-too-big'
  | 'link-foreign'
  | 'link-file-name'

export class ShareError extends Error {
  readonly code: ShareErrorCode
  readonly owner = 'app'

  constructor(code: ShareErrorCode, message: string) {
    super(message)
    this.name = 'ShareError'
    this.code = code
  }
}
