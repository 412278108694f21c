/** What can be wrong with a message, each with a code to branch on. */

export type ProtocolCode =
  | 'frame-unknown'
  | 'frame-truncated'
  | 'frame-malformed'
  | 'frame-too-large'
  | 'frame-diverged'
  | 'rate-limited'
  | 'hello-expected'
  | 'event-forged'
  | 'event-gap'
  | 'session-gone'
  | 'token-invalid'

export class ProtocolError extends Error {
  readonly code: ProtocolCode
  readonly owner = 'network' as const
  constructor(code: ProtocolCode, sentence: string) {
    super(sentence)
    this.name = 'ProtocolError'
    this.code = code
  }
}
