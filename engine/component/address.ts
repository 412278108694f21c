/** Checks addresses that a program sends a visitor to: paths of this site, and whole `https:` or `http:` addresses. */
import { ComponentError } from './errors.ts'

/** @throws ComponentError 'address-invalid' */
export function checkAddress(url: unknown, call: string): asserts url is string {
  const why = problemOf(url)
  if (why === undefined) return
  throw new ComponentError(
    'address-invalid',
    `Expected a path of this site or an address with https: or http: in ${call}, received ${shown(url)}${why}. Write it as in '/users?page=2'.`,
  )
}

/** An address as a whole, seen from the one that the visitor is at; its origin means nothing if `isOwn`. */
export function resolved(url: string, from: string): { url: URL; isOwn: boolean } {
  const whole = new URL(url, HERE + from)
  return { url: whole, isOwn: whole.origin === HERE }
}

/** Whether it can be read as an address that leads to this site or to another one. */
export const readable = (url: string): boolean => problemOf(url) === undefined

/** An origin that no address can name. */
const HERE = 'http://here.invalid'

function problemOf(url: unknown): string | undefined {
  if (typeof url !== 'string') return ''
  // A browser takes both for the beginning of another host's name, whatever a program has checked before.
  if (/^\s*[\\/]\s*[\\/]/.test(url)) return ', which leads to another site'
  if (!URL.canParse(url, HERE)) return ', which can’t be read'
  const { protocol } = new URL(url, HERE)
  return /^https?:$/.test(protocol) ? undefined : `, which begins with ${protocol}`
}

// A stranger may have written it, and it may be long.
const shown = (url: unknown) =>
  typeof url === 'string'
    ? JSON.stringify(url.slice(0, 100))
    : `${url === null ? 'null' : typeof url}`
