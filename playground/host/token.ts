/** Mints and reads the site's tokens: who may boot a container, from which page, until when. */
import { randomBytes } from 'node:crypto'
import { readSigned, sign } from '../../engine/http/index.ts'

interface Grant {
  /** A token opens `/headless`; the ticket in that page opens its socket. */
  use: 'token' | 'ticket'
  /** The site's origin: who may frame the page and is spoken to. */
  origin: string
  /** Who is given a share: one browser. */
  visitor: string
  /** Milliseconds since 1970. */
  until: number
}

/** A signed grant; a nonce makes each one different. */
export function mint({ use, ...grant }: Grant, secret: string): string {
  const nonce = randomBytes(9).toString('base64url')
  return sign(`container-${use}`, { ...grant, nonce }, secret)
}

/** The grant, or null when it was not minted with this secret, is for another use, or is over. */
export function read(token: string, use: Grant['use'], now: number, secret: string): Grant | null {
  const grant = readSigned(`container-${use}`, token, secret) as Omit<Grant, 'use'> | undefined
  return grant && grant.until > now ? { ...grant, use } : null
}
