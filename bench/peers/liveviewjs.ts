/** LiveViewJS as a server over `ws`: its handler, its first paint, and the adaptors that it asks for. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type FileSystemAdaptor,
  handleHttpLiveView,
  type LiveView,
  matchRoute,
  type SerDe,
  SessionFlashAdaptor,
  SingleProcessPubSub,
  safe,
  WsHandler,
} from 'liveviewjs'
import { WebSocketServer } from 'ws'

interface LiveViewJsOptions {
  /** Path → view. */
  router: Record<string, LiveView>
  /** What stands behind the page: the client's script. */
  script?: string
  /** Answers other paths, the script's for one. */
  files?: Record<string, string>
}

const CSRF = 'csrf'

export async function serveLiveViewJs({ router, script = '', files = {} }: LiveViewJsOptions) {
  const http = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname
    const file = files[path]
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' })
      return response.end(file)
    }
    const match = matchRoute(router, path)
    if (!match) return response.writeHead(404).end()
    const url = new URL(path, `http://${request.headers.host}`)
    const page = await handleHttpLiveView(
      () => `bench-${next++}`,
      () => CSRF,
      match[0],
      {
        getSessionData: () => ({}),
        getRequestUrl: () => url,
        getRequestPath: () => path,
        getSerDe: () => json,
        onRedirect: () => {},
      },
      (_title, csrf, content) =>
        safe(
          `<!doctype html><html><head><meta name="csrf-token" content="${csrf}"></head><body>${content}${script}</body></html>`,
        ),
      {},
    )
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    response.end(page)
  })
  const pubSub = new SingleProcessPubSub()
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    new WsHandler(
      {
        send: (message, failed) => socket.send(message, failed),
        subscribeToMessages: (heard) => void socket.on('message', heard),
        subscribeToClose: (closed) => void socket.on('close', closed),
      },
      {
        router,
        serDe: json,
        fileSysAdaptor: noFiles,
        flashAdaptor: new SessionFlashAdaptor(),
        pubSub,
      },
    )
  })
  await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve))
  return {
    pubSub,
    address: `http://localhost:${(http.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

let next = 0

const json: SerDe = {
  serialize: async (data) => JSON.stringify(data),
  deserialize: async (text) => JSON.parse(text),
}

const refuse = () => {
  throw new Error('Expected no uploads, received one.')
}
const noFiles: FileSystemAdaptor = {
  tempPath: refuse,
  writeTempFile: refuse,
  createOrAppendFile: refuse,
}
