/** Reads the target of a request, or says why it can't be read. */
import type { IncomingMessage } from 'node:http'
import { answersTo } from './hosts.ts'

export interface Refusal {
  status: '400 Bad Request' | '404 Not Found' | '405 Method Not Allowed' | '421 Misdirected Request'
  sentence: string
}

/** The address that a request asks for; undefined if `refusalOf` would refuse it. */
export function targetOf({ url = '' }: Pick<IncomingMessage, 'url'>): URL | undefined {
  // `//` and `/\` would be read as the start of another host's address.
  if (!/^\/(?![/\\])[^\s#]*$/.test(url) || !URL.canParse(`http://host${url}`)) return undefined
  return new URL(`http://host${url}`)
}

/** Why a request must be refused, or undefined. */
export function refusalOf(request: IncomingMessage, hosts: readonly string[]): Refusal | undefined {
  const { method = '', url = '', headers } = request
  if (method === 'CONNECT')
    return {
      status: '405 Method Not Allowed',
      sentence: 'Expected a request to this server, received CONNECT. This is no proxy.',
    }
  const target = targetOf(request)
  if (!target)
    return {
      status: '400 Bad Request',
      sentence: `Expected a path that begins with one "/", received ${shown(url)}. Ask for a path of this server.`,
    }
  if (!isText(target.pathname))
    return {
      status: '404 Not Found',
      sentence: `Expected a path in UTF-8, received ${shown(url)}. Nothing can stand there.`,
    }
  if (!answersTo(headers.host, hosts))
    return {
      status: '421 Misdirected Request',
      sentence: `Expected a name of this server as Host, received ${shown(headers.host ?? '')}. If it is one, add it to the option "hosts" or to TELAR_HOSTS.`,
    }
  return undefined
}

function isText(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

// A stranger wrote it, and it may be long.
const shown = (text: string) => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)
