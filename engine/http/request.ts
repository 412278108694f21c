/** Turns a request of Node's server into a WHATWG Request, which all inner code reads. */
import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { targetOf } from './target.ts'

/** Without a body: for GET and HEAD. Its address is `url`, or the message's own, which `targetOf` must be able to read. */
export function requestOf(message: IncomingMessage, url?: string): Request {
  const { headers, method = 'GET', socket } = message
  const scheme = (socket as Partial<TLSSocket>).encrypted ? 'https' : 'http'
  const { pathname, search } = targetOf({ url: url ?? message.url })!
  const given = Object.entries(headers).flatMap(([name, value]) =>
    // Names that start with a colon belong to HTTP/2.
    name.startsWith(':') ? [] : [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return new Request(`${scheme}://${headers.host || 'localhost'}${pathname}${search}`, {
    method,
    headers: given,
  })
}
