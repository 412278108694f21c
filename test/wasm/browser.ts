/** A page in Chromium whose server speaks literal frames: the server is the test's double, the client is the real one. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join as joinPath } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type WebSocket, WebSocketServer } from 'ws'
import { decodeUp } from '../../engine/protocol/event.ts'
import type { Up } from '../../engine/protocol/ops.ts'
import { builtClient } from './built.ts'

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: execFileSync('which', ['chromium']).toString().trim(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat([
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]),
  })

export interface PageOptions {
  body: string
  lang?: string
  head?: string
  headers?: Record<string, string>
  config?: object
}

/** One page and everything that its client has sent. */
export class LiveServer {
  readonly sent: Up[] = []
  readonly sockets: WebSocket[] = []
  options: PageOptions = { body: '' }
  /** The most sockets that were open at one time. */
  most = 0
  private readonly http: Server
  private readonly ws: WebSocketServer
  private readonly waiting = new Set<() => void>()
  refuse = false

  constructor(client: string) {
    this.http = createServer((request, response) => {
      const path = request.url?.split('?')[0] ?? '/'
      if (path.endsWith('.js')) {
        response.setHeader('content-type', 'text/javascript; charset=utf-8')
        response.end(readFileSync(joinPath(client, path)))
      } else {
        for (const [name, value] of Object.entries(this.options.headers ?? {})) {
          response.setHeader(name, value)
        }
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(this.page())
      }
    })
    this.ws = new WebSocketServer({ noServer: true })
    this.http.on('upgrade', (request, socket, head) => {
      if (this.refuse) return socket.destroy()
      this.ws.handleUpgrade(request, socket, head, (ws) => this.accept(ws))
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve))
    return this.address
  }

  get address(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`
  }

  get socket(): WebSocket {
    return this.sockets.at(-1)!
  }

  /** Sends one frame, written as hexadecimal digits. */
  frame(hex: string) {
    this.socket.send(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
  }

  send(bytes: Uint8Array) {
    this.socket.send(bytes)
  }

  /** Resolves once the client has sent what `wanted` accepts, counted from `from`. */
  async until(wanted: (up: Up) => boolean, from = 0): Promise<Up> {
    return this.condition(() => this.sent.slice(from).find(wanted))
  }

  async condition<T>(met: () => T | undefined | false): Promise<T> {
    while (true) {
      const value = met()
      if (value) return value
      await new Promise<void>((resolve) => this.waiting.add(resolve))
    }
  }

  async close() {
    for (const socket of this.ws.clients) socket.terminate()
    this.http.closeAllConnections()
    await new Promise((resolve) => this.http.close(resolve))
  }

  private accept(ws: WebSocket) {
    this.sockets.push(ws)
    this.most = Math.max(this.most, this.ws.clients.size)
    ws.on('message', (bytes: Buffer) => {
      this.sent.push(decodeUp(new Uint8Array(bytes)))
      this.wake()
    })
    ws.on('close', () => this.wake())
    ws.on('error', () => {})
    this.wake()
  }

  private wake() {
    for (const resolve of this.waiting) resolve()
    this.waiting.clear()
  }

  private page(): string {
    const { body, head = '', lang = 'en', config } = this.options
    const settings = JSON.stringify({ token: 't', ws: '/live', epoch: 1, ...config })
    return `<!doctype html><html lang="${lang}"><head><title>test</title>${head}</head><body>${body}
<script type="application/json" id="telar">${settings}</script>
<script type="module" src="/client.js"></script></body></html>`
  }
}

export async function liveServer(): Promise<LiveServer> {
  const server = new LiveServer(await builtClient())
  await server.listen()
  return server
}

/** Opens the page and answers its hello with a welcome: `resumed` means that what it shows is right. */
export async function join(server: LiveServer, page: Page, options: PageOptions) {
  server.options = options
  await page.goto(server.address)
  await server.until((up) => up.type === 'hello')
  server.send(welcome({ epoch: 1, applied: 0, resumed: true, frame: 1 }))
  await page.waitForSelector('html[data-telar=connected]', { state: 'attached' })
}

/** A frame with a welcome signal. */
export function welcome(value: {
  epoch: number
  applied: number
  resumed: boolean
  frame: number
}): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(value))
  return Uint8Array.of(0x11, 5, 20, 1, text.length, ...text)
}
