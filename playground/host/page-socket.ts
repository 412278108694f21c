/** Connects one page's socket with one container: who may open it, what it may ask, how it ends. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { Addresses } from './address.ts'
import type { Container } from './container.ts'
import {
  CALL,
  decodeFrame,
  decodeParcel,
  ENDED,
  encodeFrame,
  encodeJson,
  encodeParcel,
  type Frame,
  MAX_BODY,
  QUEUED,
  REPLY,
} from './frames.ts'
import { HostError } from './host-error.ts'
import type { HostCall, OpenCall, PreviewScriptCall, QueueNote } from './messages.ts'
import type { Pool } from './pool.ts'
import { injectedScript, reportingScript } from './preview/scripts.ts'
import type { Visitor } from './shares.ts'
import { read } from './token.ts'

interface PageSocketSetting {
  addresses: Addresses
  pool: Pool
  secret: string
  now: () => number
}

const PING_EVERY = 20_000
const GOODBYE = 300
const SUBPROTOCOL = 'telar-container'

export function createPageSockets(setting: PageSocketSetting) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BODY + 16,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  })

  return {
    /** Accepts an upgrade of `/api/container`, or answers why not. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      socket.on('error', () => socket.destroy())
      const visitor = visitorOf(request, setting)
      if (typeof visitor === 'string') return refuse(socket, visitor)
      server.handleUpgrade(request, socket, head, (page) => serve(page, visitor, setting))
    },
    /** Closes the socket of each page; one that does not answer is cut off a moment later. */
    close() {
      for (const page of server.clients) {
        page.close(1012, 'The container host was stopped.')
        setTimeout(() => page.terminate(), GOODBYE)
      }
      server.close()
    },
  }
}

/** Who asks, or why the request is refused. */
function visitorOf(request: IncomingMessage, setting: PageSocketSetting): Visitor | string {
  const { host, origin } = request.headers
  if (new URL(request.url ?? '/', setting.addresses.origin).pathname !== '/api/container')
    return 'There is no socket at this address.'
  if (!origin || !host || !URL.canParse(origin) || new URL(origin).host !== host)
    return 'Only the headless page of this host may open this socket.'
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(/, */)
  const ticket = offered.find((it) => it !== SUBPROTOCOL) ?? ''
  const grant = read(ticket, 'ticket', setting.now(), setting.secret)
  if (!grant) return 'The ticket of this page has expired. Reload the page.'
  const from = request.socket.remoteAddress ?? ''
  const local = /^(?:::1|(?:::ffff:)?127\..*)$/.test(from)
  return { name: grant.visitor, address: local ? null : from }
}

function refuse(socket: Duplex, text: string) {
  socket.end(
    `HTTP/1.1 403 Forbidden\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}

function serve(page: WebSocket, visitor: Visitor, setting: PageSocketSetting) {
  const gone = new AbortController()
  let container: Promise<Container> | null = null
  let alive = true
  const send = (frame: Uint8Array) => {
    if (page.readyState === WebSocket.OPEN) page.send(frame)
  }
  const pings = setInterval(() => {
    if (!alive) return page.terminate()
    alive = false
    page.ping()
  }, PING_EVERY)

  page.on('pong', () => {
    alive = true
  })
  page.on('error', () => page.terminate())
  page.on('close', () => {
    clearInterval(pings)
    gone.abort()
    container?.then(
      (it) => it.end('teardown', 'The page that started the container is gone.'),
      () => {},
    )
  })
  page.on('message', (data) => {
    try {
      receive(decodeFrame(data as Buffer))
    } catch (error) {
      page.close(1008, (error as Error).message.slice(0, 120))
    }
  })

  function receive(frame: Frame) {
    const own = hostCallOf(frame)
    if (own?.method === 'open') {
      if (container)
        throw new HostError(
          'call-malformed',
          'Expected "open" once on a socket, received it twice.',
        )
      container = open(frame.id, own)
      container.catch(() => {})
      return
    }
    if (!container)
      throw new HostError(
        'call-malformed',
        'Expected "open" as the first call on a socket, received another.',
      )
    void container.then(
      (it) => {
        try {
          if (own) answerScript(it, frame.id, own)
          else it.relay(frame)
        } catch (error) {
          send(replyTo(frame.id, error as Error))
        }
      },
      () => {},
    )
  }

  async function open(id: number, call: OpenCall): Promise<Container> {
    try {
      const taken = await setting.pool.take(visitor, tellPosition, gone.signal)
      if (page.readyState !== WebSocket.OPEN) {
        taken.end('teardown', 'The page that started the container is gone.')
        return taken
      }
      if (call.forwardPreviewErrors)
        taken.previewScripts.push(reportingScript(call.forwardPreviewErrors))
      const reply = await taken.open(call.name ?? `project-${taken.id.slice(0, 8)}`, send)
      send(encodeFrame(REPLY, id, encodeParcel(reply)))
      return taken
    } catch (error) {
      send(replyTo(id, error as Error))
      send(encodeFrame(ENDED, 0, encodeJson({ reason: 'exit', message: (error as Error).message })))
      throw error
    }
  }

  function tellPosition(position: number) {
    send(encodeFrame(QUEUED, 0, encodeJson({ position } satisfies QueueNote)))
  }

  function answerScript(it: Container, id: number, call: PreviewScriptCall) {
    // Each call replaces the last script, but keeps the one that reports errors.
    it.previewScripts = [
      ...it.previewScripts.filter((script) => script.startsWith(reportingScript.mark)),
      injectedScript(String(call.script), call.options ?? {}),
    ]
    send(encodeFrame(REPLY, id, encodeParcel({ value: null })))
  }
}

function hostCallOf(frame: Frame): HostCall | null {
  if (frame.kind !== CALL) return null
  const call = decodeParcel(frame.body).json as Partial<HostCall> | null
  return call?.method === 'open' || call?.method === 'setPreviewScript' ? (call as HostCall) : null
}

const replyTo = (id: number, error: Error) =>
  encodeFrame(
    REPLY,
    id,
    encodeParcel({
      error: {
        code: error instanceof HostError ? error.code : 'call-malformed',
        message: error.message,
      },
    }),
  )
