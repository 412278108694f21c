/** Tells a form that another site has sent in a visitor's name from one that a page of this server has sent. */
import type { IncomingMessage } from 'node:http'

/**
 * Whether a request that changes something comes from a page of another origin. Every browser says so itself: in
 * `Sec-Fetch-Site`, or in `Origin` before 2023, and no page can change either. So no token is needed, which a page in a cache or a
 * second tab would spoil. A request with neither header comes from no browser: nobody's cookies are in it by accident.
 * (As Go's `net/http.CrossOriginProtection`.)
 */
export function isCrossOrigin(
  { headers }: Pick<IncomingMessage, 'headers'>,
  trusted: readonly string[],
): boolean {
  const { origin, host } = headers
  if (origin !== undefined && trusted.includes(origin)) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
