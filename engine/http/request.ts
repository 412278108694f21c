/** A request of Node's server as a WHATWG Request, which is what everything behind the edge reads. */
import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { targetOf } from './target.ts'

/** Without a body: for GET and HEAD. The address must be one that `targetOf` can read. */
export function requestOf(message: IncomingMessage): Request {
  const { headers, method = 'GET', socket } = message
  const scheme = (socket as Partial<TLSSocket>).encrypted ? 'https' : 'http'
  const { pathname, search } = targetOf(message)!
  const given = Object.entries(headers).flatMap(([name, value]) =>
    // Names that begin with a colon are HTTP/2's own.
    name.startsWith(':') ? [] : [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return new Request(`${scheme}://${headers.host || 'localhost'}${pathname}${search}`, {
    method,
    headers: given,
  })
}
