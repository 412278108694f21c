/** Answers a request for a page: checks it, starts a session, writes its first paint. */
import { gzipSync } from 'node:zlib'
import { issueText } from '../component/schema.ts'
import { takesGzip } from '../http/encoding.ts'
import type { Match } from '../layout/route.ts'
import type { Logger } from '../observe/log.ts'
import { CodedError } from '../protocol/coded-error.ts'
import type { Visit } from '../session/options.ts'
import { escapeText } from '../template/escape.ts'
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

  async answer(match: Match, request: Request): Promise<Answer> {
    const { page } = match
    const { identities } = this.parts
    const url = new URL(request.url)
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
      const text = await this.paint(match, visit, request.method === 'HEAD')
      return whole(text, headersFor(page), request)
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

  private async paint({ page }: Match, visit: Visit, isHead: boolean): Promise<string> {
    const { sessions, secret, client, socket } = this.parts
    // A client that asks only for the head never joins.
    const session = await (isHead ? sessions.sketch(page, visit) : sessions.create(page, visit))
    return documentOf({
      page,
      title: session.titleText ?? page.title ?? session.tree.root.name,
      marker: session.rootMarker(),
      content: session.paint(),
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

/** The answer to any method other than GET and HEAD. */
export const READ_ONLY: Answer = {
  status: 405,
  headers: { 'content-type': 'text/plain; charset=utf-8', allow: 'GET, HEAD' },
  body: 'Expected GET or HEAD, received another method.',
}
