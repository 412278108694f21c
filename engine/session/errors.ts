/** What can be wrong with a session as a whole. */

export type SessionCode = 'queue-full' | 'session-ended' | 'handler-failed' | 'mailbox-full'

export class SessionError extends Error {
  readonly code: SessionCode
  readonly owner = 'engine' as const
  constructor(code: SessionCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'SessionError'
    this.code = code
  }
}
