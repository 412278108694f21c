/** What can be wrong with a session as a whole. */

type SessionCode = 'queue-full' | 'handler-failed' | 'mailbox-full'

export class SessionError extends Error {
  readonly code: SessionCode
  readonly owner = 'engine' as const
  constructor(code: SessionCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'SessionError'
    this.code = code
  }
}

/** A message came that a session can't take any more. */
export const crowded = (waiting: number) =>
  new SessionError(
    'mailbox-full',
    `${waiting} turns of this session wait already, so a message is lost. A handler that waits for something slow holds them up: use load() for it.`,
  )
