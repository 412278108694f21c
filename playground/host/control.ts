/** Serves the host's own address: the headless page and its script, the kind of sandbox, health. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Addresses } from './address.ts'
import { etagOf, headlessPage } from './headless-page.ts'
import type { PoolStats } from './pool.ts'
import { mint, read } from './token.ts'

export interface SandboxReport {
  kind: 'bubblewrap' | 'permission-model'
  reason: string
  notHeld: string[]
}

interface ControlSetting {
  addresses: Addresses
  siteOrigins: readonly string[]
  secret: string
  headlessScript: string
  sandbox: SandboxReport
  now: () => number
  stats: () => PoolStats
}

/** A page may stay open for a day and boot again without a new token. */
const TICKET_MS = 24 * 3600 * 1000

export function createControl(setting: ControlSetting) {
  const { addresses, siteOrigins, secret, headlessScript, sandbox, now } = setting
  const scriptTag = etagOf(headlessScript)

  return (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', addresses.origin)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answerText(response, 405, 'Expected GET at this address, received another method.', {
        allow: 'GET, HEAD',
      })
    switch (url.pathname) {
      case '/headless':
        return answerHeadless(url, response)
      case '/headless.js':
        return answerScript(request, response)
      case '/api/sandbox':
        return answerSandbox(request, response)
      case '/api/health':
        return answerJson(response, { ok: true, ...setting.stats() })
      default:
        return answerText(
          response,
          404,
          `There is nothing at ${url.pathname} on the container host.`,
        )
    }
  }

  // A refused page is still served, for the site alone to frame, so that its boot fails with a sentence instead of hanging.
  function answerHeadless(url: URL, response: ServerResponse) {
    const socketOrigin = addresses.origin.replace(/^http/, 'ws')
    // `configureAPIKey(token)` of the client library puts it there.
    const grant = read(url.searchParams.get('client_id') ?? '', 'token', now(), secret)
    const version = url.searchParams.get('version')
    const refusal = !grant
      ? 'Expected a valid token from this page, received none. Reload the page to get a new one.'
      : version !== CLIENT_VERSION
        ? `Expected @webcontainer/api ${CLIENT_VERSION} in the page, received ${version}. Install version ${CLIENT_VERSION}.`
        : null
    const parents = grant ? [grant.origin] : [...siteOrigins]
    const ticket =
      grant && refusal === null
        ? mint({ ...grant, use: 'ticket', until: now() + TICKET_MS }, secret)
        : null
    const page = headlessPage({ parents, ticket, refusal }, parents, socketOrigin)
    response.writeHead(page.status, page.headers).end(page.body)
  }

  function answerScript(request: IncomingMessage, response: ServerResponse) {
    const headers = { etag: scriptTag, 'cache-control': 'no-cache' }
    if (request.headers['if-none-match'] === scriptTag)
      return response.writeHead(304, headers).end()
    response
      .writeHead(200, {
        ...headers,
        'content-type': 'text/javascript; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      .end(headlessScript)
  }

  function answerSandbox(request: IncomingMessage, response: ServerResponse) {
    const { origin } = request.headers
    const allowed = origin && siteOrigins.includes(origin) ? origin : null
    answerJson(response, sandbox, {
      vary: 'origin',
      ...(allowed ? { 'access-control-allow-origin': allowed } : {}),
    })
  }
}

/** The version of the client library whose protocol the headless page implements; test/host/contract.test.ts checks it. */
const CLIENT_VERSION = '1.6.4'

function answerJson(response: ServerResponse, value: object, headers: Record<string, string> = {}) {
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    })
    .end(JSON.stringify(value))
}

export function answerText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
) {
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    })
    .end(`${text}\n`)
}
