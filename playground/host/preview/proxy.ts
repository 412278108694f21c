/** Passes a visitor's HTTP and WebSocket connections to a port of a container, through its tunnel. */
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
  request as send,
} from 'node:http'
import type { Duplex } from 'node:stream'
import type { Container } from '../container.ts'
import { injectScripts } from './inject.ts'
import { answerClosedPort, PREVIEW_HEADERS } from './pages.ts'
import { takeReport } from './reports.ts'
import { REPORT_PATH } from './scripts.ts'

export function proxyRequest(
  container: Container,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.url === REPORT_PATH && request.method === 'POST')
    return takeReport(container, port, request, response)
  const scripts = container.previewScripts
  const onward = send({
    createConnection: () => container.connect(port),
    method: request.method,
    path: request.url,
    headers: requestHeaders(request, scripts.length > 0),
    setHost: false,
  })
  onward.on('response', (answer) => {
    const html = /^text\/html\b/i.test(answer.headers['content-type'] ?? '')
    const inject = html && scripts.length > 0 && !answer.headers['content-encoding']
    response.writeHead(answer.statusCode ?? 502, responseHeaders(answer.headers, inject))
    // A page's first bytes are sent even if its server delays the rest.
    response.flushHeaders()
    const page = inject ? answer.pipe(injectScripts(scripts)) : answer
    answer.on('error', () => response.destroy())
    page.on('error', () => response.destroy())
    page.pipe(response)
  })
  onward.on('error', () => {
    if (response.headersSent) response.destroy()
    else answerClosedPort(response, port)
  })
  request.on('error', () => onward.destroy())
  response.on('error', () => onward.destroy())
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}

/** Passes a WebSocket through unchanged; if the server in the container refuses, its answer is passed on. */
export function proxyUpgrade(
  container: Container,
  port: number,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) {
  const onward = send({
    createConnection: () => container.connect(port),
    method: request.method,
    path: request.url,
    headers: {
      ...requestHeaders(request, false),
      connection: 'Upgrade',
      upgrade: request.headers.upgrade ?? 'websocket',
    },
    setHost: false,
  })
  socket.on('error', () => onward.destroy())
  socket.on('close', () => onward.destroy())
  onward.on('error', () => socket.destroy())
  onward.on('response', (answer) => {
    socket.write(headOf(answer))
    answer.on('error', () => socket.destroy())
    answer.pipe(socket)
  })
  onward.on('upgrade', (answer, tunnel, first) => {
    tunnel.on('error', () => socket.destroy())
    tunnel.on('close', () => socket.destroy())
    socket.on('error', () => tunnel.destroy())
    socket.on('close', () => tunnel.destroy())
    socket.write(headOf(answer))
    if (first.length > 0) socket.write(first)
    if (head.length > 0) tunnel.write(head)
    tunnel.pipe(socket)
    socket.pipe(tunnel)
  })
  onward.end()
}

/** Host and Origin stay as the browser sent them, so that a server which compares them sees them agree. */
function requestHeaders(request: IncomingMessage, willInject: boolean): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { ...request.headers }
  for (const name of HOP_BY_HOP) delete headers[name]
  // Scripts can't be inserted into compressed HTML.
  if (willInject) delete headers['accept-encoding']
  headers['x-forwarded-host'] = request.headers.host
  return headers
}

function responseHeaders(found: IncomingHttpHeaders, inject: boolean): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { ...found, ...PREVIEW_HEADERS }
  for (const name of HOP_BY_HOP) delete headers[name]
  if (inject) delete headers['content-length']
  return headers
}

function headOf(answer: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`]
  for (let index = 0; index < answer.rawHeaders.length; index += 2)
    lines.push(`${answer.rawHeaders[index]}: ${answer.rawHeaders[index + 1]}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}

const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]
