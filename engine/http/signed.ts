/** Signs values, each for one purpose, so that one secret serves several purposes and no signature is valid for two. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signature is for; it is part of the signed text. */
type Purpose = 'session' | 'outcome' | 'container-token' | 'container-ticket'

/** `<value as base64url JSON>.<HMAC-SHA256 of purpose and value>`. */
export function sign(purpose: Purpose, value: unknown, secret: string): string {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${body}.${signature(purpose, body, secret)}`
}

/** The value; undefined for anything not signed with this secret for this purpose. */
export function readSigned(purpose: Purpose, text: string, secret: string): unknown {
  const [body = '', found = '', more] = text.split('.')
  const wanted = Buffer.from(signature(purpose, body, secret))
  const got = Buffer.from(found)
  if (more !== undefined || got.length !== wanted.length || !timingSafeEqual(got, wanted))
    return undefined
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
}

// A purpose never contains a dot, so no two pairs of purpose and body give the same text.
const signature = (purpose: Purpose, body: string, secret: string) =>
  createHmac('sha256', secret).update(`${purpose}.${body}`).digest('base64url')
