/** Logging in, signing up and logging out over plain HTTP: posts that set a cookie and lead on to a page. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'
import { TakenError, type User } from './data/accounts.ts'
import type { Conduit } from './data/conduit.ts'
import { LogIn, SignUp } from './data/rules.ts'
import { BASE, to, withQuery } from './place.ts'
import type { SentBack } from './views/sign-in.ts'

const COOKIE = 'conduit-login'
const LOGIN_SECONDS = 30 * 86_400
const MAX_BYTES = 8_192

interface Parts {
  conduit: Conduit
  /** Whether browsers reach the site by https, so that the cookie must not travel otherwise. */
  isSecure: boolean
  /** Called with a login that has ended. */
  onLogOut: (login: string) => void | Promise<void>
}

export class Requests {
  readonly #parts: Parts
  /** Forms that are shown again, by the name in their address. Passwords are not among them. */
  readonly #sentBack = new Map<string, SentBack>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Who a page or socket is for, from its cookie. */
  async userOf(request: Request): Promise<User | undefined> {
    const token = tokenIn(request.headers.get('cookie') ?? undefined)
    return token === undefined ? undefined : this.#parts.conduit.userOf(token)
  }

  /** What was sent back under that name, once. */
  take(name: string): SentBack | undefined {
    const back = this.#sentBack.get(name)
    this.#sentBack.delete(name)
    return back
  }

  /** Answers a post to one of its three addresses; false, and nothing done, for any other request. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.method !== 'POST') return false
    const act = this.#acts[new URL(`http://site${request.url}`).pathname]
    if (!act) return false
    if (!isOwn(request)) {
      refuse(response, 403, 'Expected a form of this site, received one of another site.')
      return true
    }
    const form = await readForm(request)
    if (!form) {
      refuse(
        response,
        413,
        `Expected a form of at most ${MAX_BYTES} bytes as application/x-www-form-urlencoded, received another one.`,
      )
      return true
    }
    await act(form, request, response)
    return true
  }

  readonly #acts: Readonly<
    Record<
      string,
      (form: Form, request: IncomingMessage, response: ServerResponse) => Promise<void>
    >
  > = {
    [to('login')]: async (form, _request, response) => {
      const checked = LogIn.safeParse(form)
      const token = checked.success ? await this.#parts.conduit.logIn(checked.data) : undefined
      if (token !== undefined) return this.#welcome(response, token, form.next)
      const problem = 'There is no account with that address and password.'
      this.#sendBack(response, to('login'), form, { '': problem }, { next: form.next ?? '' })
    },
    [to('register')]: async (form, _request, response) => {
      const checked = SignUp.safeParse(form)
      if (!checked.success) {
        const problems = Object.entries(checked.error.flatten().fieldErrors)
        const first = problems.map(([name, [text = '']]) => [name, text])
        return this.#sendBack(response, to('register'), form, Object.fromEntries(first))
      }
      try {
        this.#welcome(response, await this.#parts.conduit.signUp(checked.data))
      } catch (error) {
        if (!(error instanceof TakenError)) throw error
        this.#sendBack(response, to('register'), form, { [error.field]: error.message })
      }
    },
    [to('logout')]: async (_form, request, response) => {
      const token = tokenIn(request.headers.cookie)
      if (token !== undefined) await this.#parts.onLogOut(await this.#parts.conduit.logOut(token))
      this.#setCookie(response, '', 0)
      leadTo(response, `${BASE}/`)
    },
  }

  #welcome(response: ServerResponse, token: string, next?: string) {
    this.#setCookie(response, token, LOGIN_SECONDS)
    leadTo(response, next && isWithin(next) ? next : `${BASE}/`)
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

  // What was typed must not stand in an address, where logs and histories keep it.
  #sendBack(
    response: ServerResponse,
    address: string,
    { username = '', email = '' }: Form,
    problems: SentBack['problems'],
    query: Record<string, string> = {},
  ) {
    const name = randomBytes(16).toString('base64url')
    this.#sentBack.set(name, { values: { username, email }, problems })
    const [oldest] = this.#sentBack.keys()
    if (this.#sentBack.size > MAX_SENT_BACK) this.#sentBack.delete(oldest!)
    leadTo(response, withQuery(address, { again: name, ...query }))
  }
}

const MAX_SENT_BACK = 1_000

type Form = Readonly<Record<string, string | undefined>>

const tokenIn = (header: string | undefined) => parseCookie(header ?? '')[COOKIE] || undefined

// Browsers name the site that a form was on. A program that is no browser sends neither header, and no cookie of a visitor.
function isOwn({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin, host } = headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}

async function readForm(request: IncomingMessage): Promise<Form | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? ''))
    return undefined
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MAX_BYTES) return undefined
    parts.push(part)
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString('utf8')))
}

/** Whether an address is one of Conduit's pages: a link must not lead somebody who logs in to another site. */
export function isWithin(address: string): boolean {
  const url = URL.canParse(address, 'http://site') ? new URL(address, 'http://site') : undefined
  return url?.origin === 'http://site' && `${url.pathname}/`.startsWith(`${BASE}/`)
}

function leadTo(response: ServerResponse, address: string): void {
  response.writeHead(303, { Location: address, 'Cache-Control': 'no-store' }).end()
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
  response.end(`${sentence}\n`)
}
