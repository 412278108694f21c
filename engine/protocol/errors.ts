/** What can be wrong with a message, each with a code to branch on. */
import { CodedError } from './coded-error.ts'

export type ProtocolCode =
  | 'frame-unknown'
  | 'frame-truncated'
  | 'frame-malformed'
  | 'frame-too-large'
  | 'form-too-large'
  | 'hello-expected'
  | 'event-forged'
  | 'session-gone'
  | 'token-invalid'
  | 'identity-refused'
  | 'identity-changed'
  | 'session-ended'
  | 'guard-refused'

export class ProtocolError extends CodedError<ProtocolCode> {
  override readonly name = 'ProtocolError'
  readonly owner = 'network'
  /** The number of the event that the error is about. */
  seq: number | undefined
}
