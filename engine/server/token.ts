/** Signs the session's name in the page, so that a socket can't claim another session. */
import { readSigned, sign } from '../http/signed.ts'
import { ProtocolError } from '../protocol/errors.ts'

export interface Claim {
  session: string
  page: string
}

export const signToken = (claim: Claim, secret: string): string =>
  sign('session', [claim.session, claim.page], secret)

/** @throws ProtocolError 'token-invalid' for anything not signed for this purpose with this secret. */
export function readToken(token: string, secret: string): Claim {
  const claim = readSigned('session', token, secret)
  if (!claim)
    throw new ProtocolError(
      'token-invalid',
      'Expected a token that this server signed, received another. The server may have restarted with another secret. Reload the page.',
    )
  const [session, page] = claim as [string, string]
  return { session, page }
}
