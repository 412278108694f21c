/** Turns a request of Node's server into a WHATWG Request, which all inner code reads. */
import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { targetOf } from './target.ts'

/** Without a body: for GET and HEAD. `targetOf` must be able to read its address. */
export function requestOf(message: IncomingMessage): Request {
  const { headers, method = 'GET', socket } = message
  const scheme = (socket as Partial<TLSSocket>).encrypted ? 'https' : 'http'
  const { pathname, search } = targetOf(message)!
  const given = Object.entries(headers).flatMap(([name, value]) =>
    // Names that start with a colon belong to HTTP/2.
    name.startsWith(':') ? [] : [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return new Request(`${scheme}://${headers.host || 'localhost'}${pathname}${search}`, {
    method,
    headers: given,
  })
}
