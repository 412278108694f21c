/** Answers a request for a page: checks it, starts a session, writes its first paint. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { issueText } from '../component/schema.ts'
import { takesGzip } from '../http/encoding.ts'
import type { Match } from '../layout/route.ts'
import type { Logger } from '../observe/log.ts'
import type { Visit } from '../session/options.ts'
import { escapeText } from '../template/escape.ts'
import type { Sessions } from './sessions.ts'
import { documentOf, headersFor } from './shell.ts'
import { signToken } from './token.ts'

interface Parts {
  sessions: Sessions
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

  async answer(
    match: Match,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { page } = match
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return plain(response, 405, 'This page answers GET and HEAD only.')
    }
    try {
      const params = await checkParams(match, url)
      if (params.problem !== undefined) return plain(response, 400, params.problem)
      const identity = await identify(match, request)
      if (identity === REFUSED) return plain(response, 403, 'You may not see this page.')
      const visit: Visit = {
        params: params.values,
        path: url.pathname,
        locale: localeOf(request.headers['accept-language']),
        identity: identity ?? null,
      }
      const text = await this.paint(match, visit, request.method === 'HEAD')
      this.send(text, headersFor(page), request, response)
    } catch (error) {
      this.parts.log.error({ path: url.pathname, error: String(error) }, 'A first paint failed.')
      const detail =
        page.debug && error instanceof Error ? error.message : 'Something went wrong on the server.'
      this.fail(detail, page.frameAncestors, response)
    }
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

  private send(
    text: string,
    headers: Record<string, string>,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const gzip = text.length > 1024 && takesGzip(request)
    const body = gzip ? gzipSync(text) : Buffer.from(text)
    response.writeHead(200, {
      ...headers,
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      vary: 'accept-encoding',
      'content-length': body.length,
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  private fail(detail: string, frameAncestors: string | undefined, response: ServerResponse) {
    response.writeHead(500, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src-attr 'unsafe-inline'; frame-ancestors ${frameAncestors ?? "'self'"}`,
    })
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>This page failed</title><body style="font-family: system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem"><h1>This page failed</h1><pre style="white-space: pre-wrap">${escapeText(detail)}</pre></body></html>`,
    )
  }
}

async function checkParams({ page, params }: Match, url: URL) {
  const given = { ...Object.fromEntries(url.searchParams), ...params }
  if (!page.params) return { values: given }
  const result = await page.params['~standard'].validate(given)
  if (!result.issues) return { values: result.value as Record<string, string> }
  const [first = { message: 'the schema does not say why' }] = result.issues
  return { values: given, problem: `The address is not right: ${issueText(first)}` }
}

const REFUSED = Symbol('refused')

async function identify({ page }: Match, request: IncomingMessage): Promise<unknown> {
  try {
    return await page.authenticate?.(request)
  } catch {
    return REFUSED
  }
}

const localeOf = (header: string | undefined) =>
  /^[a-z]{2,3}(-[A-Za-z\d]+)*/.exec(header ?? '')?.[0] ?? 'en'

function plain(response: ServerResponse, status: number, sentence: string) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(sentence)
}
