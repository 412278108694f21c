/** Creates and reads the site's tokens: who may boot a container, from which page, until when. */
import { randomBytes } from 'node:crypto'
import { readSigned, sign } from '../../engine/http/index.ts'

interface Grant {
  /** A token opens `/headless`; the ticket in that page opens its socket. */
  use: 'token' | 'ticket'
  /** The site's origin, which may frame the page and talk to it. */
  origin: string
  /** The visitor whose share it is: one browser. */
  visitor: string
  /** Milliseconds since 1970. */
  until: number
}

/** A signed grant; a nonce makes each one different. */
export function mint({ use, ...grant }: Grant, secret: string): string {
  const nonce = randomBytes(9).toString('base64url')
  return sign(`container-${use}`, { ...grant, nonce }, secret)
}

/** The grant, or null if it was not signed with this secret, has another use, or has expired. */
export function read(token: string, use: Grant['use'], now: number, secret: string): Grant | null {
  const grant = readSigned(`container-${use}`, token, secret) as Omit<Grant, 'use'> | undefined
  return grant && grant.until > now ? { ...grant, use } : null
}
