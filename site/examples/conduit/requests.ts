/** What only an answer over plain HTTP can do: set and take away the cookie of a login. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'
import { LOGIN_SECONDS, type User } from './data/accounts.ts'
import type { Conduit } from './data/conduit.ts'
import { BASE, to } from './place.ts'

const COOKIE = 'conduit-login'

interface Parts {
  conduit: Conduit
  /** Whether browsers reach the site by https, so that the cookie must not travel otherwise. */
  isSecure: boolean
  /** Ends what is open under these logins. */
  endLogins: (logins: readonly string[]) => Promise<void>
}

export class Requests {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Who a page or socket is for, from its cookie. */
  async userOf(request: Request): Promise<User | undefined> {
    const token = tokenIn(request.headers.get('cookie') ?? undefined)
    return token === undefined ? undefined : this.#parts.conduit.userOf(token)
  }

  /** Answers a request for one of its two addresses; false, and nothing done, for any other. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, searchParams } = new URL(`http://site${request.url}`)
    const isEntrance = pathname === to('session') && request.method === 'GET'
    const isExit = pathname === to('logout') && request.method === 'POST'
    if (!isEntrance && !isExit) return false
    if (!isOwn(request)) {
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('Expected a form of this site, received one of another site. Open the log-in.\n')
    } else if (isEntrance) await this.#enter(searchParams, response)
    else await this.#leave(request, response)
    return true
  }

  async #enter(query: URLSearchParams, response: ServerResponse) {
    const token = await this.#parts.conduit.enter(query.get('ticket') ?? '')
    if (token === undefined) return leadTo(response, to('login'))
    this.#setCookie(response, token, LOGIN_SECONDS)
    const next = query.get('next') ?? ''
    leadTo(response, isWithin(next) ? next : `${BASE}/`)
  }

  async #leave(request: IncomingMessage, response: ServerResponse) {
    const token = tokenIn(request.headers.cookie)
    const login = token && (await this.#parts.conduit.logOut(token))
    this.#setCookie(response, '', 0)
    leadTo(response, `${BASE}/`)
    // After the answer, so that the tab that asked goes home before it is told to load anew.
    if (login) await this.#parts.endLogins([login])
  }

  #setCookie(response: ServerResponse, value: string, maxAge: number) {
    const cookie = stringifySetCookie({
      name: COOKIE,
      value,
      maxAge,
      path: BASE,
      httpOnly: true,
      // Links from elsewhere open the site logged in, posts from elsewhere don't.
      sameSite: 'lax',
      secure: this.#parts.isSecure,
    })
    response.setHeader('Set-Cookie', cookie)
  }
}

const tokenIn = (header: string | undefined) => parseCookie(header ?? '')[COOKIE] || undefined

// Browsers say which site a request comes from. Without this another site could log its visitors in as somebody else, or out.
function isOwn({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, referer, host } = headers
  const from = origin ?? referer
  return from !== undefined && URL.canParse(from) && new URL(from).host === host
}

/** Whether an address is one of Conduit's pages: a link must not lead somebody who logs in to another site. */
export function isWithin(address: string): boolean {
  const url = URL.canParse(address, 'http://site') ? new URL(address, 'http://site') : undefined
  return url?.origin === 'http://site' && `${url.pathname}/`.startsWith(`${BASE}/`)
}

function leadTo(response: ServerResponse, address: string): void {
  response.writeHead(303, { Location: address, 'Cache-Control': 'no-store' }).end()
}
