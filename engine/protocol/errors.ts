/** What can be wrong with a message, each with a code to branch on. */

export type ProtocolCode =
  | 'frame-unknown'
  | 'frame-truncated'
  | 'frame-malformed'
  | 'frame-too-large'
  | 'frame-diverged'
  | 'hello-expected'
  | 'event-forged'
  | 'session-gone'
  | 'token-invalid'

export class ProtocolError extends Error {
  readonly code: ProtocolCode
  readonly owner = 'network' as const
  /** The number of the event that it is about. */
  seq: number | undefined
  constructor(code: ProtocolCode, sentence: string) {
    super(sentence)
    this.name = 'ProtocolError'
    this.code = code
  }
}
