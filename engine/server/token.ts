/** Signs the session's name into the page, so that a socket can claim no other session. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { ProtocolError } from '../protocol/errors.ts'

export interface Claim {
  session: string
  page: string
}

export function signToken(claim: Claim, secret: string): string {
  const body = Buffer.from(JSON.stringify([claim.session, claim.page])).toString('base64url')
  return `${body}.${signature(body, secret)}`
}

/** @throws ProtocolError 'token-invalid' for whatever was not signed with this secret. */
export function readToken(token: string, secret: string): Claim {
  const [body = '', sign = '', more] = token.split('.')
  const wanted = Buffer.from(signature(body, secret))
  const got = Buffer.from(sign)
  if (more !== undefined || got.length !== wanted.length || !timingSafeEqual(got, wanted))
    throw invalid()
  try {
    const [session, page] = JSON.parse(Buffer.from(body, 'base64url').toString())
    return { session, page }
  } catch {
    throw invalid()
  }
}

const signature = (body: string, secret: string) =>
  createHmac('sha256', secret).update(body).digest('base64url')

const invalid = () =>
  new ProtocolError(
    'token-invalid',
    'Expected a token that this server signed. The server may have been restarted with another secret: reload the page.',
  )
