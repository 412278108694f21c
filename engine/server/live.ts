/** The engine inside any Node server: answers pages, serves the client, accepts sockets. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Bus } from '../bus/bus.ts'
import { localBus } from '../bus/local-bus.ts'
import type { Outcome } from '../component/outcome.ts'
import { isCrossOrigin } from '../http/cross-origin.ts'
import { takesGzip } from '../http/encoding.ts'
import { readForm } from '../http/form-body.ts'
import { answerRefusal, refuseUpgrade } from '../http/guarded-server.ts'
import { requestOf } from '../http/request.ts'
import { refusalOf, targetOf } from '../http/target.ts'
import { joinBroadcast } from '../layout/broadcast.ts'
import type { Page } from '../layout/page.ts'
import { type Match, matchPage } from '../layout/route.ts'
import { consoleLogger, type Logger } from '../observe/log.ts'
import { ProtocolError } from '../protocol/errors.ts'
import { systemClock } from '../session/clock.ts'
import { refusedByGuard } from '../session/guards.ts'
import type { Session } from '../session/session.ts'
import { grouped } from '../state/grouped.ts'
import { memoryStore } from '../state/memory-store.ts'
import type { StateStore } from '../state/store.ts'
import { POSTED } from '../template/paint.ts'
import { Assets } from './assets.ts'
import { ServerError } from './errors.ts'
import { Identities, identityChanged } from './identity.ts'
import { hostsOf, type LiveOptions, limitsOf, type ServerLimits } from './options.ts'
import {
  type Answer,
  FOREIGN,
  OUTCOME,
  outcomePath,
  PageAnswers,
  READ_ONLY,
  refusedForm,
} from './pages.ts'
import { Sessions } from './sessions.ts'
import { Silence } from './silence.ts'
import { type SocketHost, TabSocket } from './socket.ts'
import { loginMark, readToken } from './token.ts'

/**
 * Serves pages inside an existing server (Express, Fastify, Hono on Node, Next).
 *
 * @example
 * import { createServer } from 'node:http'
 *
 * const live: Live = createHandler({ pages: [page('/', Counter)], prefix: '/live' })
 * const server = createServer(async (request, response) => {
 *   if (!(await live.handle(request, response))) response.writeHead(404).end()
 * })
 * live.attach(server)
 * live.sessions // 0
 * await live.drain()
 */
export interface Live {
  /** Answers a request for a page or for the client. Resolves to false, and does nothing, when the path is neither. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Takes WebSocket upgrades of its own path from this server and leaves all others alone. */
  attach(server: Server): void
  /** Whether an upgrade is one of those that `attach` takes. */
  takes(request: IncomingMessage): boolean
  /** Ends every session here once its turns are done; tabs reconnect at once, to whichever process listens then. */
  drain(code?: number, reason?: string): Promise<void>
  /**
   * Ends all sessions of a login, on every node: those of live tabs, which load their pages anew, resting and stored ones, and first paints. What
   * begins after the call lives. Call it as somebody logs out, or loses a right. Resolves once no session of this process is left and no other
   * process can take one up.
   *
   * @throws ServerError 'key-missing' without `identityKey`, 'key-invalid'; what the store throws.
   */
  endSessions(login: { key: string }): Promise<void>
  /** How many sessions are in memory. */
  readonly sessions: number
}

const SWEEP_EVERY = 600_000
/** Milliseconds that a tab has to answer a closing handshake. */
const GOODBYE_WAIT = 1_000

const SECRET_MISSING =
  'Expected a fixed secret, since the store keeps sessions after this process ends, received none: after a restart every tab reloads. Pass serve({ secret }) or set TELAR_SECRET.'

/** On which processes tell each other that sessions of a login end; names with `telar:` are the engine's own. */
const END_TOPIC = 'telar:end-sessions'

const NOTHING = () => {}

const SOCKET_PATH = '/_telar/ws'
const PROTOCOLS = ['telar.2.bin', 'telar.2.json']

/**
 * Makes a handler of requests and sockets for a server.
 *
 * @param options At least `pages`.
 * @throws ServerError 'pages-missing', 'path-twice', 'client-missing', 'store-unfit'
 * @example
 * const live = createHandler({ pages: [page('/', Counter)], prefix: '/live' })
 * // in Express: app.use((request, response, next) => live.handle(request, response).then((done) => done || next()))
 * await live.drain()
 */
export function createHandler(options: LiveOptions): Live {
  return new LiveHandler(options)
}

/** `serve` uses more of it than `createHandler` gives out. */
export class LiveHandler implements Live {
  private readonly pages: readonly Page[]
  /** Those that a token may name: error pages too. */
  private readonly named: readonly Page[]
  private readonly prefix: string
  private readonly secret: string
  private readonly hosts: readonly string[]
  private readonly limits: ServerLimits
  private readonly all: Sessions
  private readonly assets = new Assets()
  private readonly answers: PageAnswers
  private readonly sockets: WebSocketServer
  private readonly silence: Silence
  private readonly options: LiveOptions
  private readonly sweeping: NodeJS.Timeout
  private readonly tiring: NodeJS.Timeout
  private readonly leaveBroadcast: () => void
  private readonly stopHearing: () => void
  private readonly store: StateStore
  private readonly bus: Bus
  private readonly log: Logger
  private readonly identities: Identities
  private draining = false

  constructor(options: LiveOptions) {
    this.options = options
    this.pages = checkedPages(options.pages)
    this.named = checkedPages([
      ...new Set([...this.pages, ...Object.values(options.errorPages ?? {})]),
    ])
    this.prefix = (options.prefix ?? '').replace(/\/$/, '')
    this.hosts = hostsOf(options)
    this.limits = limitsOf(options.limits)
    const store = grouped(options.store ?? memoryStore())
    const log = options.logger ?? consoleLogger()
    const fixed = options.secret ?? process.env.TELAR_SECRET
    if (fixed === undefined && store.outlives !== false) log.warn({}, SECRET_MISSING)
    this.secret = fixed ?? randomBytes(32).toString('base64url')
    const bus = options.bus ?? localBus()
    this.store = store
    this.bus = bus
    this.log = log
    const around = {
      store,
      bus,
      clock: options.clock ?? systemClock,
      log,
      limits: this.limits,
      owner: `process ${process.pid}`,
      debug: false,
      onFault: options.onFault,
      watch: options.watch,
      allowTopic: options.allowTopic,
      outcomeAddress: (outcome: Outcome) => this.prefix + outcomePath(outcome, this.secret),
    }
    this.all = new Sessions(around, this.limits, options.onReset, (path) => this.route(path))
    this.identities = new Identities(options, around)
    this.leaveBroadcast = joinBroadcast(bus)
    this.stopHearing = this.hearEndings()
    this.answers = new PageAnswers({
      errorPages: options.errorPages ?? {},
      sessions: this.all,
      identities: this.identities,
      secret: this.secret,
      prefix: this.prefix,
      client: this.prefix + this.assets.client,
      socket: this.prefix + SOCKET_PATH,
      log,
    })
    this.sweeping = setInterval(() => void this.sweep(store, log), SWEEP_EVERY)
    this.tiring = setInterval(() => this.all.hibernate(), this.limits.rest)
    // It must not keep a process alive that has nothing else to do.
    this.sweeping.unref()
    this.tiring.unref()
    this.sockets = new WebSocketServer({
      noServer: true,
      // A larger message would be read whole before it can be refused with a reason.
      maxPayload: Math.max(1_048_576, this.limits.message * 2),
      perMessageDeflate: false,
      // `silence` knows them all; each would have one more listener for a list of the same.
      clientTracking: false,
      handleProtocols: (offered) => [...offered].find((one) => PROTOCOLS.includes(one)) ?? false,
    })
    const silence = new Silence(around.clock, this.limits.silence)
    this.silence = silence
    const host = {
      limits: this.limits,
      clock: around.clock,
      log,
      silence,
      named: (hello: { token: string }) => this.namedBy(hello),
      claim: (...asked: Parameters<SocketHost['claim']>) => this.claim(...asked),
      joined: (session: Session) => this.all.joined(session),
      left: (session: Session) => this.all.left(session),
    }
    this.sockets.on('connection', (socket, upgrade) => {
      if (!PROTOCOLS.includes(socket.protocol)) {
        const refused = { socket, silentLooks: 0 }
        silence.watch(refused)
        socket.on('close', () => silence.forget(refused))
        return socket.close(1002, `this server speaks ${PROTOCOLS.join(' and ')}`)
      }
      new TabSocket(socket, host, upgrade)
    })
  }

  get sessions(): number {
    return this.all.size
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = targetOf(request)
    if (!url) return false
    const path = this.within(url.pathname)
    if (path === undefined) return false
    const match = matchPage(this.pages, path)
    const refusal = refusalOf(request, this.hosts)
    if (refusal && (match || path.startsWith('/_telar/'))) {
      answerRefusal(response, refusal)
      return true
    }
    if (path === '/_telar/health') {
      response.writeHead(this.draining ? 503 : 200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ status: this.draining ? 'draining' : 'ok', sessions: this.all.size }),
      )
      return true
    }
    const outcome = path.startsWith(OUTCOME) ? path.slice(OUTCOME.length) : undefined
    const isAsset =
      outcome === undefined &&
      this.assets.answer(path, takesGzip(request.headers['accept-encoding']), response)
    if (isAsset) return true
    if (!match && outcome === undefined) return false
    const answer = match
      ? await this.answerPage(match, url, request)
      : await this.answers.signedOutcome(outcome!, requestOf(request))
    send(answer, request, response)
    return true
  }

  /** Answers a request for an address of no page with the page for 404. Resolves to false if the program has none. */
  async handleLost(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!this.options.errorPages?.[404] || !targetOf(request) || refusalOf(request, this.hosts))
      return false
    send(await this.answers.lost(requestOf(request)), request, response)
    return true
  }

  private async answerPage(match: Match, url: URL, request: IncomingMessage): Promise<Answer> {
    const { method } = request
    if (method === 'GET' || method === 'HEAD') return this.answers.answer(match, requestOf(request))
    const form = method === 'POST' ? url.searchParams.get(POSTED) : null
    return form === null ? READ_ONLY : this.answerForm(match, form, request)
  }

  private async answerForm(match: Match, name: string, request: IncomingMessage): Promise<Answer> {
    if (isCrossOrigin(request, this.options.origins ?? [])) return FOREIGN
    const { window, formFields } = this.limits
    const sent = await readForm(request, { bytes: window.event, fields: formFields })
    if ('status' in sent) return refusedForm(sent)
    return this.answers.answer(match, requestOf(request), { name, fields: sent.fields })
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!this.takes(request)) return
      const refusal = refusalOf(request, this.hosts)
      if (refusal) return refuseUpgrade(socket, refusal)
      const status = this.refusal(request)
      if (status) return refuseUpgrade(socket, { status, sentence: '' })
      this.sockets.handleUpgrade(request, socket, head, (ws) => {
        this.sockets.emit('connection', ws, request)
      })
    })
  }

  takes(request: IncomingMessage): boolean {
    return targetOf(request)?.pathname === this.prefix + SOCKET_PATH
  }

  async drain(code = 1001, reason = 'the server is stopping; reconnect'): Promise<void> {
    this.draining = true
    clearInterval(this.sweeping)
    clearInterval(this.tiring)
    await this.all.end(code, reason)
    this.leaveBroadcast()
    this.stopHearing()
    for (const { socket } of this.silence.watched) {
      socket.close(code, reason)
      // A tab that does not answer must not keep the port from the others.
      setTimeout(() => socket.terminate(), GOODBYE_WAIT).unref()
    }
  }

  // Abandoned sessions would fill the store.
  private async sweep(store: StateStore, log: Logger) {
    try {
      const removed = await store.sweep(this.limits.keep)
      if (removed > 0) log.info({ removed }, 'Sessions that nobody came back to were removed.')
    } catch (error) {
      log.error({ error: String(error) }, 'Old sessions could not be removed from the store.')
    }
  }

  private namedBy({ token }: { token: string }) {
    const { session, page: path } = readToken(token, this.secret)
    const page = this.named.find((one) => one.path === path)
    return { id: session, asks: page !== undefined && this.identities.asks(page) }
  }

  private async claim(...[hello, upgrade]: Parameters<SocketHost['claim']>): Promise<Session> {
    const { token, epoch } = hello
    const { session, page: path, login } = readToken(token, this.secret)
    const page = this.named.find((one) => one.path === path)
    if (!page) {
      throw new ProtocolError(
        'session-gone',
        `Expected a page that is served, received ${path}, which no longer is. Reload the page.`,
      )
    }
    // The address that the tab shows, as it says; a first paint is asked for by any address too.
    const shown = hello.path && targetOf({ url: hello.path }) ? hello.path : this.prefix + path
    const caller = await this.identities.caller(page, () => requestOf(upgrade!, shown))
    // Told also of a session that is gone: what was typed in its page is not carried to the page of another login.
    if (caller.key !== undefined && loginMark(caller.key, this.secret) !== login)
      throw identityChanged()
    const found = await this.all.find(session, page, epoch, caller)
    try {
      found.identify(caller.joins)
    } catch (error) {
      throw refusedByGuard(error)
    }
    return found
  }

  async endSessions({ key }: { key: string }): Promise<void> {
    const { identities, store, bus } = this
    const checked = identities.checkEnding(key)
    const at = identities.stamp()
    // Kept first: who joins from now on finds it there, who has joined is found here.
    try {
      await store.setNotBefore!(checked, at)
    } finally {
      // Whoever is there leaves, also where the store fails.
      bus.publish(END_TOPIC, { key: checked, at })
      await this.all.endKey(identities, checked, at)
    }
  }

  // Other processes of the same bus say so.
  private hearEndings() {
    const { identities, bus, options } = this
    if (!options.identityKey) return NOTHING
    return bus.subscribe(END_TOPIC, (message) => {
      const { key, at } = message as { key: string; at: number }
      this.all.endKey(identities, key, at).catch((error) => {
        this.log.error({ error: String(error) }, 'Sessions of a login could not be ended.')
      })
    })
  }

  // A page of another origin must not use a session with this visitor's rights.
  private refusal(request: IncomingMessage): string | undefined {
    if (this.draining || this.silence.watched.size >= this.limits.sockets)
      return '503 Service Unavailable'
    const { origin, host } = request.headers
    if (origin === undefined) return undefined
    if (this.options.origins?.includes(origin)) return undefined
    try {
      if (new URL(origin).host === host) return undefined
    } catch {}
    return '403 Forbidden'
  }

  private route(pathname: string): Match | undefined {
    const path = this.within(pathname)
    return path === undefined ? undefined : matchPage(this.pages, path)
  }

  private within(path: string): string | undefined {
    if (!path.startsWith(this.prefix)) return undefined
    const rest = path.slice(this.prefix.length)
    return rest === '' ? '/' : rest.startsWith('/') ? rest : undefined
  }
}

function send(answer: Answer, request: IncomingMessage, response: ServerResponse) {
  response.writeHead(answer.status, answer.headers)
  response.end(request.method === 'HEAD' ? undefined : answer.body)
}

function checkedPages(pages: readonly Page[]): readonly Page[] {
  if (!Array.isArray(pages) || pages.length === 0) {
    throw new ServerError(
      'pages-missing',
      `Expected pages: [page('/', Component)], received ${pages === undefined ? 'nothing' : 'an empty list'}. Pass them to serve({ pages }).`,
    )
  }
  const paths = pages.map(({ path }) => path)
  const twice = paths.find((path, i) => paths.indexOf(path) !== i)
  if (twice)
    throw new ServerError(
      'path-twice',
      `Expected a path for each page, received ${twice} twice. Give each page its own path.`,
    )
  return pages
}
