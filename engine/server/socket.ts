/** One WebSocket of a tab: checks size, rate and shape of its messages, and sends frames. */
import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import type { Logger } from '../observe/log.ts'
import { encodeOps } from '../protocol/encode-ops.ts'
import { ProtocolError } from '../protocol/errors.ts'
import { decodeUp } from '../protocol/event.ts'
import { decodeJson, encodeJson } from '../protocol/json.ts'
import type { Json, Op, Up } from '../protocol/ops.ts'
import type { Clock } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import type { Connection } from '../session/wire.ts'
import type { ServerLimits } from './options.ts'
import type { Heard, Silence } from './silence.ts'
import { type ToldFault, takeOverFault } from './take-over-fault.ts'

type Hello = Extract<Up, { type: 'hello' }>

export interface SocketHost {
  readonly limits: ServerLimits
  readonly clock: Clock
  readonly log: Logger
  readonly silence: Silence
  /** The id of the session that a hello asks for, and whether its visitor must say who they are. @throws ProtocolError */
  named(hello: Hello): { id: string; asks: boolean }
  /** That session. @throws ProtocolError */
  claim(hello: Hello, upgrade: IncomingMessage | undefined): Promise<Session>
  joined(session: Session): void
  left(session: Session): void
}

/** Milliseconds that a socket may be open without a hello. */
const HELLO_WAIT = 10_000

/** Milliseconds until a failed take-over is tried again: shorter than the silence after which a tab gives up its socket. */
const CLAIM_FLOOR = 1_000
const CLAIM_CEILING = 8_000

const NOTHING = () => {}

// Listeners that all sockets share: three closures for each tab would be a third of a kilobyte.
const tabs = new WeakMap<WebSocket, TabSocket>()
function onMessage(this: WebSocket, data: RawData, isBinary: boolean) {
  tabs.get(this)!.hear(data, isBinary)
}
function onError(this: WebSocket, error: Error) {
  tabs.get(this)!.failed(error)
}
function onClose(this: WebSocket) {
  tabs.get(this)!.closed()
}

/** Milliseconds that messages may be ahead of their rate. */
const BURST = 3_000

export class TabSocket implements Connection, Heard {
  readonly encoding: 'binary' | 'json'
  readonly socket: WebSocket
  silentLooks = 0
  private readonly host: SocketHost
  /** When its messages so far would all have come at the allowed rate: the theoretical arrival time of GCRA (ATM Forum). */
  private arrival = 0
  private session: Session | undefined
  /** The session that is asked for, until it is there. */
  private claiming: string | undefined
  /** The request that opened it, until it has joined. */
  private upgrade: IncomingMessage | undefined
  private stopWaiting: () => void
  /** Why the socket is paused. */
  private isFast = false
  private isCrowded = false
  private onDrained: (() => void) | undefined

  constructor(socket: WebSocket, host: SocketHost, upgrade?: IncomingMessage) {
    this.socket = socket
    this.upgrade = upgrade
    this.host = host
    this.encoding = socket.protocol === 'telar.2.json' ? 'json' : 'binary'
    this.stopWaiting = host.clock.timer(HELLO_WAIT, () => {
      if (!this.session)
        this.refuse(
          new ProtocolError(
            'hello-expected',
            'Expected a hello within 10 s of connecting, received none.',
          ),
        )
    })
    host.silence.watch(this)
    tabs.set(socket, this)
    socket.on('message', onMessage)
    socket.on('error', onError)
    socket.on('close', onClose)
  }

  /** The socket is gone. */
  closed(): void {
    this.host.silence.forget(this)
    this.stopWaiting()
    this.leave()
  }

  private leave() {
    const { session } = this
    if (!session) return
    this.session = undefined
    this.isCrowded = false
    session.disconnect(this)
    if (!session.screen.connected) this.host.left(session)
  }

  /** The socket has failed; it closes. */
  failed(error: Error): void {
    this.host.log.warn({ error: error.message }, 'A socket failed.')
  }

  send(message: Uint8Array | string): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    // Waiting is needed only for frames that may build up a backlog.
    const mayWait = this.socket.bufferedAmount > 0 || message.length > this.host.limits.backlog / 2
    this.socket.send(message, mayWait ? () => this.sent() : undefined)
  }

  private sent() {
    if (!this.onDrained || this.socket.bufferedAmount > 0) return
    const drained = this.onDrained
    this.onDrained = undefined
    drained()
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason)
  }

  backlog(): number {
    return this.socket.bufferedAmount
  }

  drained(fn: () => void): void {
    this.onDrained = fn
  }

  hear(data: RawData, isBinary: boolean): void {
    this.silentLooks = 0
    try {
      const { limits, clock } = this.host
      const now = clock.now()
      this.arrival = Math.max(this.arrival, now) + 1_000 / limits.messagesPerSecond
      const wait = this.arrival - now - BURST
      if (wait > 0 && !this.isFast) this.waitForRate(wait)
      const up = this.read(data, isBinary)
      if (up.type === 'hello') this.greet(up)
      else if (this.session) this.receive(this.session, up)
      else if (!this.claiming)
        throw new ProtocolError(
          'hello-expected',
          `Expected a hello first, received a message of type ${up.type}.`,
        )
    } catch (error) {
      this.complain(error)
    }
  }

  /** A bad message is ignored; nothing else is affected. */
  private complain(error: unknown) {
    if (!(error instanceof ProtocolError)) {
      this.host.log.error({ error: String(error) }, 'A message could not be processed.')
      return this.socket.close(1011, 'a message could not be processed')
    }
    if (this.session && error.seq !== undefined) return this.session.refuse(error.seq, error)
    this.note(error)
    this.tell(error)
  }

  private receive(session: Session, up: Exclude<Up, Hello>) {
    const isCrowded = session.receive(up)
    if (!isCrowded) return
    this.isCrowded = true
    this.readOrPause()
    session.whenRoom(() => {
      this.isCrowded = false
      this.readOrPause()
    })
  }

  // A message that is not read is not lost: it waits at its sender, who merges outdated ones.
  private waitForRate(wait: number) {
    const { clock } = this.host
    this.isFast = wait > 0
    this.readOrPause()
    // What was already on its way may have been read meanwhile.
    if (!this.isFast) return
    clock.timer(Math.ceil(wait), () => this.waitForRate(this.arrival - clock.now() - BURST))
  }

  /** Reads the socket, or leaves new messages with their sender. */
  private readOrPause() {
    if (this.isFast || this.isCrowded) this.socket.pause()
    else this.socket.resume()
  }

  private note({ code, message, cause }: ProtocolError) {
    const why = cause === undefined ? {} : { why: String(cause) }
    this.host.log.warn({ session: this.session?.id, code, ...why }, message)
  }

  private read(data: RawData, isBinary: boolean): Up {
    const { limits } = this.host
    const bytes = data as Buffer
    if (isBinary !== (this.encoding === 'binary')) {
      throw new ProtocolError(
        'frame-malformed',
        `Expected a ${this.encoding === 'json' ? 'text' : 'binary'} message, received the other kind.`,
      )
    }
    if (bytes.length <= limits.message) {
      return isBinary ? decodeUp(bytes) : decodeJson(bytes.toString('utf8'))
    }
    const error = new ProtocolError(
      'frame-too-large',
      `Expected a message of at most ${limits.message} bytes, received one of ${bytes.length}. Send it in parts.`,
    )
    error.seq = seqOf(bytes, isBinary)
    throw error
  }

  private greet(hello: Hello) {
    let named: ReturnType<SocketHost['named']>
    try {
      named = this.host.named(hello)
    } catch (error) {
      return this.refuse(error as ProtocolError)
    }
    const { id, asks } = named
    // The network has duplicated it, or someone who imitates it.
    if (id === (this.claiming ?? this.session?.id)) return
    // The tab shows another page now. The empty frame tells it where the frames of the old one end.
    if (this.session || this.claiming) {
      // That is in the headers of a new socket: a login may have changed since this one was opened.
      if (asks) return this.socket.close(1012, 'who is there is asked with a new connection')
      this.leave()
      this.readOrPause()
      this.sendOutside([])
    }
    this.claiming = id
    this.claim(hello, id)
  }

  private claim(hello: Hello, id: string, wait = CLAIM_FLOOR) {
    this.stopWaiting()
    this.stopWaiting = NOTHING
    this.host.claim(hello, this.upgrade).then(
      (session) => {
        if (this.socket.readyState !== this.socket.OPEN || this.claiming !== id) return
        // It ended in the moment in between: the next claim says why, or takes it up again.
        if (session.ended) return this.claim(hello, id, wait)
        this.upgrade = undefined
        this.claiming = undefined
        this.session = session
        this.host.joined(session)
        session.connect(this, hello)
      },
      (error) => {
        if (this.claiming !== id) return
        if (error instanceof ProtocolError) return this.refuse(error)
        this.claimLater(hello, id, error, wait)
      },
    )
  }

  // The state is kept. This process tries again; so does the next process at once, whose code may be fixed.
  private claimLater(hello: Hello, id: string, error: unknown, wait: number) {
    if (this.socket.readyState !== this.socket.OPEN) return
    const { log, clock } = this.host
    if (wait === CLAIM_FLOOR) log.error({ error: String(error) }, 'A session could not be resumed.')
    this.tell(takeOverFault(error))
    const next = Math.min(CLAIM_CEILING, wait * 2)
    this.stopWaiting = clock.timer(wait, () => this.claim(hello, id, next))
  }

  /** Sends the reason and closes: what was wrong with the tab's claim will not change. */
  private refuse(error: ProtocolError) {
    this.note(error)
    this.tell(error, { fatal: true, reload: true })
    this.socket.close(1008, 'refused')
  }

  private tell(
    { code, message, owner, component }: ToldFault,
    extra: { [name: string]: Json } = {},
  ) {
    const value = { code, message, owner, ...(component && { component }), ...extra }
    // A session numbers its frames, so the message goes through it.
    if (this.session) return this.session.signal('error', value)
    this.sendOutside([{ op: 'signal', kind: 'error', value }])
  }

  /** Outside of any session. */
  private sendOutside(ops: readonly Op[]) {
    if (this.backlog() > this.host.limits.backlog) this.socket.terminate()
    else this.send(this.encoding === 'json' ? encodeJson(ops, {}, () => '') : encodeOps(ops))
  }
}

/** The number of a refused event, if it can be read. */
function seqOf(bytes: Buffer, isBinary: boolean): number | undefined {
  try {
    const up = isBinary ? decodeUp(bytes) : decodeJson(bytes.toString('utf8'))
    return up.type === 'event' ? up.seq : undefined
  } catch (error) {
    return error instanceof ProtocolError ? error.seq : undefined
  }
}
