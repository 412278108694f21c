/** Mints and reads the site's tokens: who may boot a container, from which page, until when. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Grant {
  /** A token opens `/headless`; the ticket in that page opens its socket. */
  use: 'token' | 'ticket'
  /** The site's origin: who may frame the page and is spoken to. */
  origin: string
  /** Milliseconds since 1970. */
  until: number
}

/** `<grant as base64url JSON>.<HMAC-SHA256>`; a nonce makes each one different. */
export function mint(grant: Grant, secret: string): string {
  const nonce = randomBytes(9).toString('base64url')
  const body = Buffer.from(JSON.stringify({ ...grant, nonce })).toString('base64url')
  return `${body}.${sign(body, secret)}`
}

/** The grant, or null when it was not minted with this secret, is for another use, or is over. */
export function read(token: string, use: Grant['use'], now: number, secret: string): Grant | null {
  const [body = '', signature = ''] = token.split('.')
  const expected = Buffer.from(sign(body, secret))
  const found = Buffer.from(signature)
  if (expected.length !== found.length || !timingSafeEqual(expected, found)) return null
  const grant = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Grant
  return grant.use === use && grant.until > now ? grant : null
}

const sign = (body: string, secret: string) =>
  createHmac('sha256', secret).update(body).digest('base64url')
