/** Signs the session's name in the page, so that a socket can't claim another session. */
import { createHmac } from 'node:crypto'
import { readSigned, sign } from '../http/signed.ts'
import { ProtocolError } from '../protocol/errors.ts'

export interface Claim {
  session: string
  page: string
  /** For whom it was painted: `loginMark` of the login's key; absent for nobody. */
  login?: string
}

export const signToken = (claim: Claim, secret: string): string =>
  sign('session', [claim.session, claim.page, claim.login || undefined].filter(isThere), secret)

/** @throws ProtocolError 'token-invalid' for anything not signed for this purpose with this secret. */
export function readToken(token: string, secret: string): Claim {
  const claim = readSigned('session', token, secret)
  if (!claim)
    throw new ProtocolError(
      'token-invalid',
      'Expected a token that this server signed, received another. The server may have restarted with another secret. Reload the page.',
    )
  const [session, page, login = ''] = claim as [string, string, string?]
  return { session, page, login }
}

const isThere = (part: string | undefined) => part !== undefined

/** Says of two pages whether they are of one login, and nothing else. */
export const loginMark = (key: string, secret: string): string =>
  key && createHmac('sha256', secret).update(`login.${key}`).digest('base64url').slice(0, 16)
