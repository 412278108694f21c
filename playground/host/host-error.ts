/** The one error class of the container host: a code to branch on and a sentence for the reader. */
export type HostErrorCode =
  | 'port-taken'
  | 'host-full'
  | 'boot-failed'
  | 'runtime-unusable'
  | 'token-refused'
  | 'call-malformed'
  | 'call-unknown'
  | 'container-ended'

export class HostError extends Error {
  readonly owner = 'host'
  readonly code: HostErrorCode
  constructor(code: HostErrorCode, message: string) {
    super(message)
    this.name = 'HostError'
    this.code = code
  }
}
