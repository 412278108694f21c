/** The processes behind one tab: one session in one store, taken up anew when a process is gone. */
import { localBus } from '../../engine/bus/local-bus.ts'
import type { ComponentClass } from '../../engine/component/mount.ts'
import { silentLogger } from '../../engine/observe/log.ts'
import { decodeFrame, nameTable } from '../../engine/protocol/decode-ops.ts'
import { decodeUp } from '../../engine/protocol/event.ts'
import { decodeJson } from '../../engine/protocol/json.ts'
import type { Up } from '../../engine/protocol/ops.ts'
import { WINDOW } from '../../engine/protocol/window.ts'
import { DEFAULT_LIMITS, type Surroundings } from '../../engine/session/options.ts'
import { Session } from '../../engine/session/session.ts'
import type { Connection } from '../../engine/session/wire.ts'
import { memoryStore } from '../../engine/state/memory-store.ts'
import type { SessionRecord } from '../../engine/state/store.ts'
import { HandClock } from '../../engine/testing/hand-clock.ts'
import { Disk } from './disk.ts'
import { Leaf } from './leaf.ts'
import { MOST, PART } from './limits.ts'
import type { Line } from './network.ts'
import { turn } from './turn.ts'

const ID = 'tab'
/** Milliseconds. */
const DISPLAY_FRAME = 17

interface ServerOptions {
  encoding: 'binary' | 'json'
  /** The program: made anew by each process. */
  program(): ComponentClass
  /** Told of every op that leaves. */
  left(op: Left): void
  /** Told when a turn is stored. */
  saved(): void
}

export interface Left {
  op: string
  kind?: unknown
  value?: unknown
}

export class Server {
  readonly faults: string[] = []
  session: Session | undefined
  private readonly store = memoryStore()
  readonly disk: Disk
  private readonly options: ServerOptions
  private around: Surroundings
  private connection: HeldConnection | undefined
  private stalled = false
  /** A tab that nothing happens to is not put to rest either. */
  rests = true
  private clock = new HandClock()

  constructor(options: ServerOptions) {
    this.options = options
    this.disk = new Disk(this.store, options.saved)
    this.around = this.surroundings()
  }

  /** The first paint: the root slot's marker and what stands in it. */
  async paint(): Promise<{ marker: string; content: string; epoch: number }> {
    const session = await this.take()
    return { marker: session.rootMarker(), content: session.paint(), epoch: session.epoch }
  }

  /** What a process that has only what is stored would paint. */
  async freshPaint(): Promise<string> {
    const record = this.store.load(ID)!
    const session = this.made(record.epoch, record, {
      ...this.around,
      store: memoryStore(),
      bus: localBus(),
    })
    // What the tabs have shared must not be measured by itself.
    Leaf.sharedView = false
    await session.prepare().finally(() => {
      Leaf.sharedView = true
    })
    return session.paint()
  }

  /** The components' state as it is stored. */
  get state(): string {
    return JSON.stringify([...this.store.load(ID)!.components])
  }

  publish(topic: string, message: unknown): void {
    this.around.bus.publish(topic, message)
  }

  /** One message of the tab. */
  async receive(line: Line, message: Uint8Array | string): Promise<void> {
    const up: Up = typeof message === 'string' ? decodeJson(message) : decodeUp(message)
    if (up.type === 'hello') {
      this.session ??= await this.take()
      this.connection = new HeldConnection(line, this.options, () => this.stalled)
      this.session.connect(this.connection, up)
    } else this.session?.receive(up)
  }

  /** Whether a session serves this line. */
  knows(line: Line): boolean {
    return this.connection?.line === line
  }

  lost(line: Line): void {
    if (this.connection?.line !== line) return
    this.session?.disconnect(this.connection)
    this.connection = undefined
  }

  /** Time for what is pushed at most once in a display frame. */
  pass(): void {
    this.clock.advance(DISPLAY_FRAME)
  }

  /** As the server does it now and then; the second time nothing has happened in between. */
  rest(): void {
    if (!this.rests) return
    this.session?.hibernate()
    this.session?.hibernate()
  }

  stall(): void {
    this.stalled = true
  }

  drain(): void {
    this.stalled = false
    this.connection?.drain()
  }

  /** The process dies in the middle of whatever it does. */
  kill(): void {
    this.session = undefined
    this.connection = undefined
    this.stalled = false
    this.disk.unsaved = false
    this.around = this.surroundings()
  }

  /** The process ends in good order and sends its tab to the next one. */
  async swap(): Promise<void> {
    const { session, clock } = this
    // What cannot be saved by then is lost with the process.
    this.disk.set(0, 0)
    this.kill()
    const ended = session?.end(1012, 'the code was swapped')
    let isOver = !session
    void ended?.finally(() => {
      isOver = true
    })
    // A handler that waits for an answer of the tab does so until its time is over; those behind it begin to wait only then.
    for (let rounds = 0; !isOver; rounds++) {
      if (rounds > 500)
        throw new Error('Expected the process to end, received one that still runs.')
      clock.advance(DEFAULT_LIMITS.readWait)
      await turn()
    }
    await ended
  }

  private async take(): Promise<Session> {
    const { epoch, record } = this.store.open(ID, 'fuzz')
    const session = this.made(epoch, record, this.around)
    this.session = session
    await this.disk.whole(() => session.prepare())
    return session
  }

  private made(epoch: number, record: SessionRecord | undefined, around: Surroundings): Session {
    return new Session({
      id: ID,
      page: { path: '/', component: this.options.program(), props: {}, version: 1 },
      visit: { params: {}, path: '/', locale: 'en', identity: null },
      around,
      seed: 1,
      epoch,
      record,
    })
  }

  private surroundings(): Surroundings {
    this.clock = new HandClock()
    return {
      store: this.disk.store(this.clock),
      bus: localBus(),
      clock: this.clock,
      log: silentLogger,
      // Each frame proves that both ends agree, and what is clicked and typed is often more than one message.
      limits: { ...DEFAULT_LIMITS, hashEvery: 1, window: { ...WINDOW, part: PART, event: MOST } },
      owner: 'fuzz',
      debug: true,
      onFault: ({ code, message }) =>
        void (code === 'store-unwritable' || this.faults.push(message)),
    }
  }
}

/** The server's end of a line. */
class HeldConnection implements Connection {
  readonly line: Line
  readonly encoding: 'binary' | 'json'
  private readonly names = nameTable()
  private readonly options: ServerOptions
  private readonly isStalled: () => boolean
  private onDrained: (() => void) | undefined

  constructor(line: Line, options: ServerOptions, isStalled: () => boolean) {
    this.line = line
    this.encoding = options.encoding
    this.options = options
    this.isStalled = isStalled
  }

  send(message: Uint8Array | string): void {
    if (!this.line.open) return
    for (const op of this.opsOf(message)) this.options.left(op)
    // A frame that is encoded once for several tabs must not be changed by one of them.
    this.line.down.push(typeof message === 'string' ? message : Uint8Array.from(message))
  }

  private opsOf(message: Uint8Array | string): Left[] {
    if (typeof message !== 'string') return decodeFrame(message, this.names).ops
    const { operations } = JSON.parse(message) as { operations: { type: string }[] }
    return operations.map(({ type, ...fields }) => ({ op: type, ...fields }))
  }

  close(code: number): void {
    if (this.line.open) this.line.down.push(code)
  }

  backlog(): number {
    return this.isStalled() ? Number.MAX_SAFE_INTEGER : 0
  }

  drained(fn: () => void): void {
    this.onDrained = fn
  }

  drain(): void {
    const act = this.onDrained
    this.onDrained = undefined
    act?.()
  }
}
