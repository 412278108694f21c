/** What can be wrong with serving. */

export type ServerCode =
  | 'port-taken'
  | 'port-refused'
  | 'client-missing'
  | 'secret-missing'
  | 'pages-missing'
  | 'path-twice'

export class ServerError extends Error {
  readonly code: ServerCode
  readonly owner = 'host' as const
  constructor(code: ServerCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'ServerError'
    this.code = code
  }
}
