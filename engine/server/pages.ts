/** Answers a request for a page: checks it, starts a session, writes its first paint. */
import { gzipSync } from 'node:zlib'
import { issueText } from '../component/schema.ts'
import { takesGzip } from '../http/encoding.ts'
import type { FormRefusal } from '../http/form-body.ts'
import type { Match } from '../layout/route.ts'
import type { Logger } from '../observe/log.ts'
import { CodedError } from '../protocol/coded-error.ts'
import type { SentForm, Visit } from '../session/options.ts'
import type { Session } from '../session/session.ts'
import { escapeText } from '../template/escape.ts'
import { POSTED } from '../template/paint.ts'
import type { Identities } from './identity.ts'
import type { Sessions } from './sessions.ts'
import { documentOf, headersFor } from './shell.ts'
import { signToken } from './token.ts'

/** A response that was not sent yet. A WHATWG Response would have to be read through a stream, which costs more than the page. */
interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

interface Parts {
  sessions: Sessions
  identities: Identities
  secret: string
  prefix: string
  client: string
  socket: string
  log: Logger
}

export class PageAnswers {
  private readonly parts: Parts
  constructor(parts: Parts) {
    this.parts = parts
  }

  /** `sent` is a form that a browser has sent without script. */
  async answer(match: Match, request: Request, sent?: SentForm): Promise<Answer> {
    const { page } = match
    const { identities } = this.parts
    const url = new URL(request.url)
    // A reload or a bookmark of the answer to a form names the form too.
    url.searchParams.delete(POSTED)
    try {
      const params = await checkParams(match, url)
      if (params.problem !== undefined) return plain(400, params.problem)
      // Noted first: a login that ends meanwhile ends this session too.
      const since = identities.stamp()
      const identity = await identities.of(page, request)
      const visit: Visit = {
        params: params.values,
        // Equal texts of many sessions are one in memory.
        path: url.pathname === page.path ? page.path : url.pathname,
        locale: localeOf(request.headers.get('accept-language')),
        identity,
        ...(identity === null ? {} : { since }),
      }
      const { sessions } = this.parts
      // A client that asks only for the head never joins.
      const { session, outcome } =
        request.method === 'HEAD'
          ? { session: await sessions.sketch(page, visit), outcome: 'taken' as const }
          : await sessions.create(page, visit, sent)
      if (outcome === 'unknown') return plain(409, NO_SUCH_FORM)
      const text = this.paint(match, session, url.search)
      return { ...whole(text, headersFor(page), request), status: STATUS[outcome] }
    } catch (error) {
      const refused = this.refusal(error, url)
      if (refused) return refused
      this.parts.log.error({ path: url.pathname, error: String(error) }, 'A first paint failed.')
      const detail =
        page.debug && error instanceof Error ? error.message : 'Something went wrong on the server.'
      return failed(detail, page.frameAncestors)
    }
  }

  // Who may not see a page is told so, and the log why.
  private refusal(error: unknown, { pathname }: URL): Answer | undefined {
    if (!(error instanceof CodedError)) return undefined
    const { code, message, cause } = error
    const isLate = code === 'identity-late'
    if (!isLate && code !== 'identity-refused' && code !== 'guard-refused') return undefined
    this.parts.log[isLate ? 'error' : 'warn'](
      { path: pathname, code, why: String(cause ?? message) },
      message,
    )
    if (isLate) return plain(503, 'The server could not find out in time who you are. Try again.')
    return plain(403, 'You may not see this page.')
  }

  private paint({ page }: Match, session: Session, query: string): string {
    const { secret, client, socket } = this.parts
    return documentOf({
      page,
      title: session.titleText ?? page.title ?? session.tree.root.name,
      marker: session.rootMarker(),
      content: session.paint(query),
      client,
      config: {
        token: signToken({ session: session.id, page: page.path }, secret),
        ws: socket,
        epoch: session.epoch,
        debug: page.debug ?? false,
        ...(page.allowScript ? { scripts: true } : {}),
      },
    })
  }
}

/** Shared by all sessions of pages without parameters. */
const NO_PARAMS: Record<string, string> = Object.freeze({})

async function checkParams({ page, params }: Match, url: URL) {
  const given = { ...Object.fromEntries(url.searchParams), ...params }
  if (!page.params) return { values: Object.keys(given).length === 0 ? NO_PARAMS : given }
  const result = await page.params['~standard'].validate(given)
  if (!result.issues) return { values: result.value as Record<string, string> }
  const [first = { message: 'the schema does not say why' }] = result.issues
  return {
    values: given,
    problem: `Expected parameters that match the schema of the page, received a problem: ${issueText(first)}`,
  }
}

const localeOf = (header: string | null) =>
  /^[a-z]{2,3}(-[A-Za-z\d]+)*/.exec(header ?? '')?.[0] ?? 'en'

function whole(text: string, headers: Record<string, string>, request: Request): Answer {
  const gzip = text.length > 1024 && takesGzip(request.headers.get('accept-encoding'))
  const body = gzip ? gzipSync(text) : Buffer.from(text)
  return {
    status: 200,
    headers: {
      ...headers,
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      vary: 'accept-encoding',
      'content-length': `${body.length}`,
    },
    body,
  }
}

const failed = (detail: string, frameAncestors = "'self'"): Answer => ({
  status: 500,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src-attr 'unsafe-inline'; frame-ancestors ${frameAncestors}`,
  },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>This page failed</title><body style="font-family: system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem"><h1>This page failed</h1><pre style="white-space: pre-wrap">${escapeText(detail)}</pre></body></html>`,
})

const plain = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})

/** A page that shows what is wrong in a form, or says that its handler has failed, is a page all the same. */
const STATUS = { taken: 200, refused: 422, failed: 500 } as const

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
