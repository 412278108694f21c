/** One WebSocket of a tab: checks size, rate and shape of what comes, and carries frames out. */
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
import { Rate } from './rate.ts'

type Hello = Extract<Up, { type: 'hello' }>

export interface SocketHost {
  readonly limits: ServerLimits
  readonly clock: Clock
  readonly log: Logger
  /** The session that a hello claims. @throws ProtocolError */
  claim(hello: Hello): Promise<Session>
  joined(session: Session): void
  left(session: Session): void
}

/** Milliseconds that a socket may be open without saying who it is. */
const HELLO_WAIT = 10_000

const NOTHING = () => {}

export class TabSocket implements Connection {
  readonly encoding: 'binary' | 'json'
  private readonly socket: WebSocket
  private readonly host: SocketHost
  private readonly rate: Rate
  private session: Session | undefined
  private claiming = false
  private stopWaiting: () => void
  /** Why nothing is read at the moment. */
  private readonly pauses = new Set<'rate' | 'crowd'>()
  private onDrained: (() => void) | undefined

  constructor(socket: WebSocket, host: SocketHost) {
    this.socket = socket
    this.host = host
    this.encoding = socket.protocol === 'telar.2.json' ? 'json' : 'binary'
    this.rate = new Rate(host.limits.messagesPerSecond, host.clock.now())
    this.stopWaiting = host.clock.timer(HELLO_WAIT, () => {
      if (!this.session)
        this.refuse(
          new ProtocolError(
            'hello-expected',
            'Expected a hello within 10 s of connecting, got none.',
          ),
        )
    })
    socket.on('message', (data, isBinary) => this.hear(data, isBinary))
    socket.on('error', (error) => host.log.warn({ error: error.message }, 'A socket failed.'))
    socket.on('close', () => {
      this.stopWaiting()
      if (!this.session) return
      this.session.disconnect(this)
      if (!this.session.screen.connected) host.left(this.session)
    })
  }

  send(message: Uint8Array | string): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    this.socket.send(message, this.sent)
  }

  private readonly sent = () => {
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

  private hear(data: RawData, isBinary: boolean) {
    try {
      this.keepRate()
      const up = this.read(data, isBinary)
      if (up.type === 'hello') this.greet(up)
      else if (this.session) this.receive(this.session, up)
      else if (!this.claiming)
        throw new ProtocolError(
          'hello-expected',
          `Expected a hello first, found a message of type ${up.type}.`,
        )
    } catch (error) {
      this.complain(error)
    }
  }

  /** A bad message costs its sender that message, and nobody else anything. */
  private complain(error: unknown) {
    if (!(error instanceof ProtocolError)) {
      this.host.log.error({ error: String(error) }, 'A message could not be taken.')
      return this.socket.close(1011, 'a message could not be taken')
    }
    if (this.session && error.seq !== undefined) return this.session.refuse(error.seq, error)
    this.note(error)
    this.tell(error)
  }

  private receive(session: Session, up: Exclude<Up, Hello>) {
    session.receive(up)
    if (!session.isCrowded) return
    this.pause('crowd')
    session.whenRoom(() => this.resume('crowd'))
  }

  // Not read is not lost: what comes too fast waits at its sender, who merges what has become old.
  private keepRate() {
    const wait = this.rate.take(this.host.clock.now())
    if (wait === 0 || this.pauses.has('rate')) return
    this.pause('rate')
    this.host.clock.timer(wait, () => this.resume('rate'))
  }

  private pause(why: 'rate' | 'crowd') {
    this.pauses.add(why)
    this.socket.pause()
  }

  private resume(why: 'rate' | 'crowd') {
    this.pauses.delete(why)
    if (this.pauses.size === 0) this.socket.resume()
  }

  private note({ code, message }: ProtocolError) {
    this.host.log.warn({ session: this.session?.id, code }, message)
  }

  private read(data: RawData, isBinary: boolean): Up {
    const { limits } = this.host
    const bytes = data as Buffer
    if (isBinary !== (this.encoding === 'binary')) {
      throw new ProtocolError(
        'frame-malformed',
        `Expected a ${this.encoding === 'json' ? 'text' : 'binary'} message, found the other kind.`,
      )
    }
    const up = isBinary ? decodeUp(bytes) : decodeJson(bytes.toString('utf8'))
    if (bytes.length <= limits.message) return up
    const error = new ProtocolError(
      'frame-too-large',
      `Expected a message of at most ${limits.message} bytes, received one of ${bytes.length}. Send it in parts.`,
    )
    if (up.type === 'event') error.seq = up.seq
    throw error
  }

  private greet(hello: Hello) {
    // The network, or whoever plays it, has doubled it.
    if (this.session || this.claiming) return
    this.claiming = true
    this.host.claim(hello).then(
      (session) => {
        if (this.socket.readyState !== this.socket.OPEN) return
        this.session = session
        this.stopWaiting()
        this.stopWaiting = NOTHING
        this.host.joined(session)
        session.connect(this, hello)
      },
      (error) => this.refuse(error),
    )
  }

  /** Says why and closes: what was wrong with the tab's claim is final, what failed here is not. */
  private refuse(error: unknown) {
    if (error instanceof ProtocolError) {
      this.note(error)
      this.tell(error, { fatal: true, reload: true })
      return this.socket.close(1008, 'refused')
    }
    this.host.log.error({ error: String(error) }, 'A session could not be taken up.')
    // Its state is kept. A server whose code is mended takes it up when the tab comes again.
    this.tell({
      code: 'take-over-failed',
      message: 'The server could not take this page up. It is tried again.',
      owner: 'app',
    })
    this.socket.close(1011, 'the session could not be taken up')
  }

  private tell(
    { code, message, owner }: { code: string; message: string; owner: string },
    extra: { [name: string]: Json } = {},
  ) {
    const ops: Op[] = [{ op: 'signal', kind: 'error', value: { code, message, owner, ...extra } }]
    // A session counts its frames, so what it says goes through it.
    if (this.session) this.session.screen.signal('error', { code, message, owner, ...extra })
    else if (this.backlog() > this.host.limits.backlog) this.socket.terminate()
    else this.send(this.encoding === 'json' ? encodeJson(ops, {}, () => '') : encodeOps(ops))
  }
}
