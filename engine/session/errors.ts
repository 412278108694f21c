/** Errors of a session as a whole. */
import { CodedError } from '../protocol/coded-error.ts'

type SessionCode = 'queue-full' | 'handler-failed' | 'mailbox-full'

export class SessionError extends CodedError<SessionCode> {
  override readonly name = 'SessionError'
  readonly owner = 'engine' as const
}

/** A call came that the session can't accept. */
export const crowded = (waiting: number) =>
  new SessionError(
    'mailbox-full',
    `Expected room for a message in this session, received it while ${waiting} turns were waiting. The message is lost. Use load() for slow work, so that no handler holds up the others.`,
  )
