/** Answers a request for a page: checks it, starts a session, writes its first paint; or answers with what it came to instead. */
import { gzipSync } from 'node:zlib'
import { resolved } from '../component/address.ts'
import { forbidden, notFound, Outcome } from '../component/outcome.ts'
import { takesGzip } from '../http/encoding.ts'
import type { FormRefusal } from '../http/form-body.ts'
import { readSigned, sign } from '../http/signed.ts'
import { type Params, paramsRefused, readParams } from '../layout/address.ts'
import { headFor, madeFor, type Page, sourcesFor } from '../layout/page.ts'
import type { Match } from '../layout/route.ts'
import type { Logger } from '../observe/log.ts'
import { CodedError } from '../protocol/coded-error.ts'
import type { SentForm, SentOutcome, Visit } from '../session/options.ts'
import type { Session } from '../session/session.ts'
import { escapeText } from '../template/escape.ts'
import { POSTED } from '../template/paint.ts'
import type { Identities } from './identity.ts'
import type { ErrorPages } from './options.ts'
import { documentOf, headersFor, policyName } from './shell.ts'
import { loginMark, signToken } from './token.ts'

/** A response that was not sent yet. A WHATWG Response would have to be read through a stream, which costs more than the page. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

interface Parts {
  sessions: {
    /** A new session for a first paint. */
    create(
      page: Page,
      visit: Visit,
      sent?: SentForm,
    ): Promise<{ session: Session; outcome: SentOutcome }>
    /** What `create` would make, but not kept anywhere. */
    sketch(page: Page, visit: Visit): Promise<Session>
  }
  identities: Pick<Identities, 'stamp' | 'of' | 'keyOf'>
  errorPages: ErrorPages
  secret: string
  prefix: string
  client: string
  socket: string
  log: Logger
}

/** How many redirects in a row are answered; a browser would give up without a reason that helps. */
const MAX_REDIRECTS = 10
const COUNT = 'telar-redirects'

export class PageAnswers {
  private readonly parts: Parts
  constructor(parts: Parts) {
    this.parts = parts
  }

  /** `sent` is a form that a browser has sent without script. */
  async answer(match: Match, request: Request, sent?: SentForm): Promise<Answer> {
    const { page } = match
    const url = addressOf(request)
    try {
      const read = await readParams(page.params, match.params, url.searchParams)
      if (read.issues) return plain(400, paramsRefused(read.issues))
      return await this.show(page, request, read.values, sent)
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome) return this.outcome(outcome, request, page)
      const refused = this.refusal(error, request, page)
      if (refused) return refused
      this.parts.log.error({ path: url.pathname, error: String(error) }, 'A first paint failed.')
      const detail =
        page.debug && error instanceof Error ? error.message : 'Something went wrong on the server.'
      return this.instead(500, detail, request, page)
    }
  }

  // Who may not see a page is told so, and the log why.
  private refusal(error: unknown, request: Request, page: Page): Promise<Answer> | undefined {
    if (!(error instanceof CodedError)) return undefined
    const { code, message, cause } = error
    const isLate = code === 'identity-late'
    if (!isLate && code !== 'identity-refused' && code !== 'guard-refused') return undefined
    this.parts.log[isLate ? 'error' : 'warn'](
      { path: new URL(request.url).pathname, code, why: String(cause ?? message) },
      message,
    )
    if (!isLate) return this.instead(403, forbidden().message, request, page)
    const sentence = 'The server could not find out in time who you are. Try again.'
    return Promise.resolve(plain(503, sentence))
  }

  /** For an address of no page. */
  lost(request: Request): Promise<Answer> {
    return this.instead(404, notFound().message, request)
  }

  /** For a page that is open, and is to show what a handler has thrown. */
  signedOutcome(signed: string, request: Request): Promise<Answer> {
    const [status, sentence] = (readSigned('outcome', signed, this.parts.secret) ?? []) as Signed
    return this.instead(status ?? 404, sentence ?? notFound().message, request)
  }

  private async outcome(outcome: Outcome, request: Request, page: Page): Promise<Answer> {
    const { status, url, message } = outcome
    if (status !== 303 || url === undefined) return this.instead(status, message, request, page)
    const from = new URL(request.url)
    const { url: to, isOwn } = resolved(url, from.pathname + from.search)
    const location = isOwn ? to.pathname + to.search + to.hash : to.href
    const count = redirectsOf(request) + 1
    // A form that was sent may lead to its own page.
    const isSame =
      request.method !== 'POST' &&
      isOwn &&
      to.pathname === from.pathname &&
      to.search === from.search
    if (isSame || count > MAX_REDIRECTS) {
      const sentence = `Expected redirects to end at a page, received ${isSame ? 'one to the page itself' : `${MAX_REDIRECTS} in a row`}: ${from.pathname} leads to ${location}. Check the conditions under which these pages throw redirect().`
      this.parts.log.error({ path: from.pathname, code: 'redirect-loop' }, sentence)
      return this.instead(500, sentence, request, page)
    }
    return {
      status: 303,
      headers: {
        location,
        'cache-control': 'no-store',
        'content-length': '0',
        'set-cookie': `${COUNT}=${count}; Path=/; Max-Age=10; HttpOnly; SameSite=Lax`,
      },
      body: '',
    }
  }

  /** The program's page for this status, or a plain one. */
  private async instead(
    status: 403 | 404 | 500 | 303,
    message: string,
    request: Request,
    asked?: Page,
  ): Promise<Answer> {
    const page = this.parts.errorPages[status as 404]
    if (page) {
      try {
        const params = { status: `${status}`, message }
        return { ...(await this.show(page, request, params)), status }
      } catch (error) {
        const path = new URL(request.url).pathname
        this.parts.log.error({ path, error: String(error) }, `The page for ${status} failed.`)
      }
    }
    return settled(bare(status, message, asked?.frameAncestors), request)
  }

  private async show(
    page: Page,
    request: Request,
    params: Params,
    sent?: SentForm,
  ): Promise<Answer> {
    const url = addressOf(request)
    const { identities, sessions } = this.parts
    // Noted first: a login that ends meanwhile ends this session too.
    const since = identities.stamp()
    const identity = await identities.of(page, request)
    // Equal texts of many sessions are one in memory.
    const path = url.pathname === page.path ? page.path : url.pathname
    const visit: Visit = {
      params,
      path,
      url: url.search ? path + url.search : path,
      locale: localeOf(request.headers.get('accept-language')),
      identity,
      ...(identity === null ? {} : { since }),
    }
    // A client that asks only for the head never joins.
    const { session, outcome } =
      request.method === 'HEAD'
        ? { session: await sessions.sketch(page, visit), outcome: 'taken' as const }
        : await sessions.create(page, visit, sent)
    if (outcome === 'unknown') return plain(409, NO_SUCH_FORM)
    const sources = sourcesFor(page, session.info)
    const status = STATUS[outcome] ?? madeFor(page.status, session.info) ?? 200
    const text = this.write(page, session, policyName(page, sources), url.search)
    return settled(whole(status, text, headersFor(page, sources), request), request)
  }

  private write(page: Page, session: Session, policy: string, query: string): string {
    const { secret, client, socket, identities } = this.parts
    const login = loginMark(identities.keyOf(session.info.identity), secret)
    return documentOf({
      page,
      title: session.titleText ?? madeFor(page.title, session.info) ?? session.tree.root.name,
      head: headFor(page, session.info),
      marker: session.rootMarker(),
      content: session.paint(query),
      client,
      config: {
        token: signToken({ session: session.id, page: page.path, login }, secret),
        ws: socket,
        epoch: session.epoch,
        policy,
        debug: page.debug ?? false,
        ...(page.allowScript ? { scripts: true } : {}),
      },
    })
  }
}

// A reload or a bookmark of the answer to a form names the form too.
function addressOf({ url }: Request): URL {
  const address = new URL(url)
  address.searchParams.delete(POSTED)
  return address
}

type Signed = [status?: 403 | 404, sentence?: string]

/** Where a page that is open finds the page for 403 or 404. */
export const OUTCOME = '/_telar/outcome/'

/** The path that it is sent to, without a prefix: others can't make one up, whose words it would show. */
export const outcomePath = ({ status, message }: Outcome, secret: string): string =>
  OUTCOME + sign('outcome', [status, message], secret)

/** What was thrown, there or in `authenticate`, to end the visit elsewhere. */
const outcomeOf = (error: unknown): Outcome | undefined =>
  [error, (error as Error | undefined)?.cause].find((one) => one instanceof Outcome) as
    | Outcome
    | undefined

const localeOf = (header: string | null) =>
  /^[a-z]{2,3}(-[A-Za-z\d]+)*/.exec(header ?? '')?.[0] ?? 'en'

const redirectsOf = ({ headers }: Request): number =>
  Number(new RegExp(`\\b${COUNT}=(\\d+)`).exec(headers.get('cookie') ?? '')?.[1] ?? 0)

/** The redirects have come to an end: they are counted anew. */
function settled(answer: Answer, request: Request): Answer {
  if (redirectsOf(request) === 0) return answer
  const cookie = `${COUNT}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } }
}

function whole(
  status: number,
  text: string,
  headers: Record<string, string>,
  request: Request,
): Answer {
  const gzip = text.length > 1024 && takesGzip(request.headers.get('accept-encoding'))
  const body = gzip ? gzipSync(text) : Buffer.from(text)
  return {
    status,
    headers: {
      ...headers,
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      vary: 'accept-encoding',
      'content-length': `${body.length}`,
    },
    body,
  }
}

const HEADINGS: Readonly<Record<number, string>> = {
  403: 'You may not see this page',
  404: 'There is no such page',
  500: 'This page failed',
}

const bare = (status: number, detail: string, frameAncestors = "'self'"): Answer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src-attr 'unsafe-inline'; frame-ancestors ${frameAncestors}`,
  },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${HEADINGS[status]}</title><body style="font-family: system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem"><h1>${HEADINGS[status]}</h1><pre style="white-space: pre-wrap">${escapeText(detail)}</pre></body></html>`,
})

const plain = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})

/** A page that shows what is wrong in a form, or says that its handler has failed, is a page all the same. */
const STATUS = { taken: undefined, refused: 422, failed: 500 } as const

const NO_SUCH_FORM =
  'Expected a form that the page shows, received another one. Nothing was changed. Open the page again and fill in the form there.'

/** The answer to a form that another site has sent. */
export const FOREIGN: Answer = plain(
  403,
  'Expected a form that a page of this server has sent, received one from another site. Nothing was changed.',
)

export const refusedForm = ({ status, sentence }: FormRefusal): Answer => {
  const answer = plain(status, sentence)
  // The rest of a form that is too large is not read.
  return status === 413
    ? { ...answer, headers: { ...answer.headers, connection: 'close' } }
    : answer
}

/** The answer to any method other than GET and HEAD. */
export const READ_ONLY: Answer = {
  status: 405,
  headers: { 'content-type': 'text/plain; charset=utf-8', allow: 'GET, HEAD' },
  body: 'Expected GET or HEAD, received another method.',
}
