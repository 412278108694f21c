/** The signed cookie with the visitor's name: written by a route of Next, read by the live pages. */
import { parse } from 'cookie'
import { sign, unsign } from 'cookie-signature'

export const signedName = (name: string) => sign(name, secret())

/** The name in a `Cookie` header, or undefined if there is none that was signed here. */
export const nameIn = (header: string) => unsign(parse(header).name ?? '', secret()) || undefined

function secret(): string {
  const { TELAR_SECRET } = process.env
  if (!TELAR_SECRET) throw new Error('Expected TELAR_SECRET, received none. Start with server.ts.')
  return TELAR_SECRET
}
