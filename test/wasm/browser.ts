/** A page in Chromium whose server speaks literal frames: the server is the test's double, the client is the real one. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join as joinPath } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { encodeOps, type FrameOptions } from '../../engine/protocol/encode-ops.ts'
import { decodeUp } from '../../engine/protocol/event.ts'
import { nameNumber } from '../../engine/protocol/names.ts'
import type { Op, Up, UpEvent } from '../../engine/protocol/ops.ts'
import { launchChromium } from '../support/chromium.ts'
import { builtClient } from './built.ts'

// A server defines each name before its first use.
const namesOf = (ops: readonly Op[]): Op[] =>
  ops.flatMap((op) =>
    'name' in op && /^(set|del|event)/.test(op.op)
      ? [{ op: 'name', number: nameNumber(op.name), name: op.name }]
      : [],
  )

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
  /** The same as hexadecimal digits. */
  readonly raw: string[] = []
  readonly sockets: WebSocket[] = []
  options: PageOptions = { body: '' }
  /** The most sockets that were open at one time. */
  most = 0
  private readonly http: Server
  private readonly ws: WebSocketServer
  private readonly waiting = new Set<() => void>()
  refuse = false
  /** The last frame's number, and the last event acknowledged. */
  private number = 0
  private answered = 0

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
    const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex')
    bytes[1] = ++this.number
    this.socket.send(bytes)
  }

  send(bytes: Uint8Array) {
    this.socket.send(bytes)
  }

  /** Sends one frame; `acknowledges` more events are answered by it. */
  ops(
    ops: readonly Op[],
    { acknowledges = 0, ...options }: FrameOptions & { acknowledges?: number } = {},
  ) {
    this.answered += acknowledges
    const acknowledged = acknowledges > 0 ? this.answered : undefined
    const head = { number: ++this.number, acknowledged }
    this.send(encodeOps([...namesOf(ops), ...ops], { ...head, ...options }))
  }

  /** Sends a frame with a welcome signal. */
  welcome(value: { epoch: number; applied: number; resumed: boolean; frame: number }) {
    this.number = value.frame
    this.answered = value.applied
    this.send(encodeOps([{ op: 'signal', kind: 'welcome', value }], { number: value.frame }))
  }

  /** The events that arrived, in order. */
  get events(): UpEvent[] {
    return this.sent.filter((up) => up.type === 'event')
  }

  /** Resolves with the events once there are `count` of them. */
  async event(count = 1): Promise<UpEvent[]> {
    await this.condition(() => this.events.length >= count)
    return this.events
  }

  /** Resolves with the newest hello once there are `count` of them. */
  async hello(count = 1) {
    return this.condition(() => this.sent.filter((up) => up.type === 'hello')[count - 1])
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
      this.raw.push(bytes.toString('hex'))
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
    return `<!doctype html><html lang="${lang}"><head><title>test</title>${head}</head><body><div id="telar-root">${body}</div>
<div class="telar-status" role="status" data-lost="Gone. Trying again…"></div>
<script type="application/json" id="telar">${settings}</script>
<script type="module" src="/client.js"></script></body></html>`
  }
}

/** Registers a browser, and a page with a server of its own for each test. */
export function useClient() {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
  let browser: Browser
  let page: Page
  let server: LiveServer

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    server = new LiveServer(await builtClient())
    await server.listen()
    page = await browser.newPage()
    page.setDefaultTimeout(20_000)
  })
  afterEach(async () => {
    await page.close()
    await server.close()
  })

  return {
    page: () => page,
    server: () => server,
    /** Opens a page, of which the server says that it is up to date. */
    async open(options: PageOptions): Promise<{ page: Page; server: LiveServer }> {
      server.options = options
      await page.goto(server.address)
      await server.hello()
      server.welcome({ epoch: 1, applied: 0, resumed: true, frame: 1 })
      await connected(page)
      return { page, server }
    },
  }
}

export const connected = (page: Page) =>
  page.waitForSelector('html[data-telar=connected]', { state: 'attached' })

/** Resolves once an element shows a text. */
export async function shows(page: Page, selector: string, text: string) {
  await page.waitForFunction(
    ([where, wanted]) => document.querySelector(where!)?.textContent === wanted,
    [selector, text],
  )
}
