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
    `${waiting} turns of this session wait already, so a message is lost. A handler that waits for something slow holds them up: use load() for it.`,
  )
