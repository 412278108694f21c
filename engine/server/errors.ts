/** What can be wrong with serving. */

export type ServerCode =
  | 'port-taken'
  | 'port-refused'
  | 'client-missing'
  | 'secret-missing'
  | 'pages-missing'
  | 'path-twice'

/**
 * Pages that can not be served, or a port that can not be opened: the fault is with the host.
 *
 * @example
 * let code = ''
 * try {
 *   telar({ pages: [] })
 * } catch (error) {
 *   if (error instanceof ServerError) code = error.code
 * }
 * code // 'pages-missing'
 */
export class ServerError extends Error {
  readonly code: ServerCode
  readonly owner = 'host' as const
  constructor(code: ServerCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'ServerError'
    this.code = code
  }
}
