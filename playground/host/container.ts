/** One container as the host sees it: a sandbox, and an agent whose every frame is checked before it is used. */
import { randomBytes } from 'node:crypto'
import { type Ending, type EndReason, endingFor } from './ending.ts'
import {
  ASLEEP,
  AWAKE,
  CALL,
  CHANGE,
  CREDIT,
  DATA,
  decodeJson,
  decodeParcel,
  END,
  ENDED,
  EXIT,
  encodeFrame,
  encodeJson,
  encodeParcel,
  type Frame,
  frameReader,
  HEALTH,
  INPUT,
  OUTPUT,
  PORT,
  PREVIEW,
  QUEUED,
  READY,
  REPLY,
  RESET,
} from './frames.ts'
import { HostError } from './host-error.ts'
import type { Limits } from './limits.ts'
import {
  type AgentCall,
  PAGE_CALLS,
  type PreviewNote,
  type QueueNote,
  type Reply,
} from './messages.ts'
import { freeze, thaw } from './sandbox/frozen.ts'
import type { Sandbox } from './sandbox/sandbox.ts'
import type { Tunnel } from './tunnel.ts'
import { createTunnels, type Tunnels } from './tunnels.ts'
import { createWatchdog, type DiskReading, type Reading, type Watchdog } from './watchdog.ts'

/** Receives a container's frames for the page. */
type ToPage = (frame: Uint8Array) => void

export interface ContainerSetting {
  limits: Limits
  now: () => number
  urlOf: (id: string, port: number) => string
}

export class Container {
  /** 128 random bits: whoever knows it may see the previews. */
  readonly id = randomBytes(16).toString('hex')
  readonly root: number
  readonly ended: Promise<Ending>
  /** The sandbox's last process is gone and its resources are released. */
  readonly gone: Promise<unknown>
  /** When someone last used it. */
  touchedAt: number
  /** Called when its page asks for something while it sleeps. */
  onWanted: () => void = () => {}
  /** Scripts to inject into proxied HTML, in document order. */
  previewScripts: string[] = []
  #sandbox: Sandbox
  #setting: ContainerSetting
  #watchdog: Watchdog | null = null
  #toPage: ToPage | null = null
  #ending: Ending | null = null
  #resolveEnded: (ending: Ending) => void = () => {}
  #resolveReady: () => void = () => {}
  #tunnels: Tunnels
  #asked = new Set<number>()
  #heardAt: number
  #greetedAt: number | null = null
  #own = new Map<number, (reply: Reply) => void>()
  #nextOwn = OWN_CALLS
  /** Null while it is awake; otherwise whether its processes could be stopped. */
  #frozen: Promise<boolean> | null = null
  /** When each connection last carried data, by its number. */
  #broughtAt = new Map<number, number>()

  private constructor(sandbox: Sandbox, setting: ContainerSetting) {
    this.#sandbox = sandbox
    this.#setting = setting
    this.#heardAt = setting.now()
    this.touchedAt = this.#heardAt
    this.root = sandbox.root
    this.#tunnels = createTunnels((kind, id, body) => {
      // A visitor who clicks in an open preview opens no new connection.
      if (kind === DATA) this.#hearVisitor(id, body!)
      else if (kind !== CREDIT) this.#broughtAt.delete(id)
      this.#send(kind, id, body)
    }, setting.limits.tunnels)
    this.gone = sandbox.gone
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve
    })
    const read = frameReader((frame) => this.#receive(frame))
    sandbox.output.on('data', (chunk: Buffer) => {
      if (this.#ending) return
      try {
        read(chunk)
      } catch (error) {
        this.end(
          'exit',
          `The container broke its protocol and was ended: ${(error as Error).message}`,
        )
      }
    })
    void sandbox.gone.then(({ said, outOfMemory }) => {
      if (outOfMemory) this.#finish(endingFor('memory', setting.limits))
      else
        this.end(
          'exit',
          `The container's first process ended${said ? `: ${said}` : '.'} Run again to go on.`,
        )
    })
  }

  /** Resolves once the agent answers; rejects with a sentence if it does not within twenty seconds. */
  static async start(sandbox: Sandbox, setting: ContainerSetting): Promise<Container> {
    const container = new Container(sandbox, setting)
    const ready = new Promise<void>((resolve) => {
      container.#resolveReady = resolve
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Ending>((resolve) => {
      timer = setTimeout(resolve, BOOT_TIMEOUT, { reason: 'exit', message: 'it took too long' })
    })
    const failed = await Promise.race([ready, container.ended, late])
    clearTimeout(timer)
    if (!failed) return container
    container.end('exit', failed.message)
    throw new HostError(
      'boot-failed',
      `Expected a container to start, received an error: ${failed.message}`,
    )
  }

  /** Gives the container to a page: opens its project folder and starts its limits. */
  async open(name: string, toPage: ToPage): Promise<Reply> {
    this.#heardAt = this.#setting.now()
    this.touchedAt = this.#heardAt
    this.#watchdog = createWatchdog(this.#setting.limits, this.#heardAt)
    this.#toPage = toPage
    return this.#call({ method: 'open', name })
  }

  /** Passes a frame of the page on to the agent, if a page may send it. */
  relay(frame: Frame) {
    if (this.#ending) throw new HostError('container-ended', this.#ending.message)
    this.touch()
    if (this.isAsleep) this.onWanted()
    if (frame.kind === CALL) {
      const { method } = decodeParcel(frame.body).json as Partial<AgentCall>
      if (!PAGE_CALLS.has(String(method)))
        throw new HostError(
          'call-unknown',
          `Expected a call that a container has, received "${method}".`,
        )
      if (frame.id >= OWN_CALLS || this.#asked.has(frame.id) || this.#asked.size >= MAX_CALLS)
        throw new HostError(
          'call-malformed',
          `Expected a free call number and at most ${MAX_CALLS} calls at once, received call ${frame.id}.`,
        )
      this.#asked.add(frame.id)
    } else if (frame.kind !== INPUT)
      throw new HostError(
        'call-malformed',
        `Expected a frame of a kind that a page sends, received kind ${frame.kind}.`,
      )
    this.#send(frame.kind, frame.id, frame.body)
  }

  /** A connection to a loopback port of the container. Errors are reported by the tunnel. */
  connect(port: number): Tunnel {
    this.touch()
    return this.#tunnels.connect(port)
  }

  /** It is in use: by the page, or by a visitor of a preview. */
  touch() {
    this.touchedAt = this.#setting.now()
    this.#watchdog?.touch(this.touchedAt)
  }

  // An open page sends a heartbeat every ten seconds or so; a single small message counts as one: it keeps a container
  // alive but does not count as use.
  #hearVisitor(id: number, body: Uint8Array) {
    const now = this.#setting.now()
    const isLone = now - (this.#broughtAt.get(id) ?? 0) > LONE_AFTER
    this.#broughtAt.set(id, now)
    if (isLone && body.length <= SIGN_OF_LIFE) this.#watchdog?.touch(now)
    else this.touch()
  }

  get isAsleep() {
    return this.#frozen !== null
  }

  /** Closes its connections and stops its processes, which keep their state. If they can't be stopped, it ends. */
  async sleep() {
    this.#frozen = freeze(this.root)
    this.#tunnels.reset('The container was put to sleep.')
    this.#toPage?.(encodeFrame(ASLEEP, 0))
    if (!(await this.#frozen)) this.#finish(endingFor('asleep', this.#setting.limits))
  }

  /** Lets its processes continue; what its page asked meanwhile is answered now. */
  async wake() {
    await this.#frozen
    await thaw(this.root)
    this.#frozen = null
    this.#heardAt = this.#setting.now()
    this.#greetedAt = null
    this.touch()
    this.#toPage?.(encodeFrame(AWAKE, 0))
  }

  /** While it waits to wake. */
  tellPosition(position: number) {
    this.#toPage?.(encodeFrame(QUEUED, 0, encodeJson({ position } satisfies QueueNote)))
  }

  /** Passes what a preview page reported to the page that booted the container. */
  reportPreview(note: PreviewNote) {
    this.#tellPage(PREVIEW, 0, encodeJson(note))
  }

  get isByNiceness() {
    return this.#sandbox.isByNiceness
  }

  /** The kernel's counts, for the watchdog; null where it keeps none. */
  get counters() {
    return this.#sandbox.counters
  }

  judge(reading: Reading) {
    // A sleeping container is not idle: the host put it to sleep.
    if (this.isAsleep) this.#watchdog?.touch(reading.at)
    const ending = this.#watchdog?.judge(reading)
    if (ending) this.#finish(ending)
    else if (!this.isAsleep) this.#greet(reading.at)
  }

  // If the reader's code stopped the agent, every call would wait for ever. The agent is
  // judged only by its answer to a greeting: silence may mean that the host itself was busy.
  #greet(now: number) {
    const allowed = this.#setting.limits.silenceSeconds * 1000
    if (this.#greetedAt === null) {
      if (now - this.#heardAt < allowed / 2) return
      this.#greetedAt = now
      void this.#call({ method: 'greet' })
    } else if (now - this.#greetedAt > allowed)
      this.end('exit', 'The container stopped answering and was ended. Run again to go on.')
  }

  get isOpen() {
    return this.#watchdog !== null && this.#ending === null
  }

  end(reason: Extract<EndReason, 'away' | 'exit' | 'teardown' | 'asleep'>, message: string) {
    this.#finish({ reason, message })
  }

  #finish(ending: Ending) {
    if (this.#ending) return
    this.#ending = ending
    this.#sandbox.kill()
    this.#toPage?.(encodeFrame(ENDED, 0, encodeJson(ending)))
    this.#toPage = null
    for (const answer of this.#own.values())
      answer({ error: { code: `container-ended:${ending.reason}`, message: ending.message } })
    this.#tunnels.close(ending.message)
    this.#resolveEnded(ending)
  }

  #receive(frame: Frame) {
    if (this.#ending) return
    this.#heardAt = this.#setting.now()
    this.#greetedAt = null
    switch (frame.kind) {
      case READY:
        return this.#resolveReady()
      case DATA:
      case END:
      case RESET:
      case CREDIT:
        return this.#tunnels.receive(frame)
      case REPLY:
        return this.#receiveReply(frame)
      case HEALTH:
        return this.#judgeDisk(decodeJson(frame.body) as Partial<DiskReading> | null)
      case PORT:
        return this.#receivePort(
          decodeJson(frame.body) as { port?: unknown; open?: unknown } | null,
        )
      case OUTPUT:
      case EXIT:
      case CHANGE:
        return this.#tellPage(frame.kind, frame.id, frame.body)
      default:
        throw new HostError(
          'call-malformed',
          `Expected a frame of a kind that an agent sends, received kind ${frame.kind}.`,
        )
    }
  }

  #receiveReply(frame: Frame) {
    const own = this.#own.get(frame.id)
    if (own) {
      this.#own.delete(frame.id)
      own(decodeParcel(frame.body).json as Reply)
    } else if (this.#asked.delete(frame.id))
      this.#toPage?.(encodeFrame(REPLY, frame.id, frame.body))
    else
      throw new HostError(
        'call-malformed',
        `Expected the answer to a call that waits, received one to call ${frame.id}.`,
      )
  }

  #receivePort(note: { port?: unknown; open?: unknown } | null) {
    const { port, open } = note ?? {}
    if (!Number.isInteger(port) || (port as number) < 1 || (port as number) > 65535) return
    const url = this.#setting.urlOf(this.id, port as number)
    this.#tellPage(PORT, 0, encodeJson({ port, open: open === true, url }))
  }

  #judgeDisk(disk: Partial<DiskReading> | null) {
    const { usedBytes = 0, files = 0, full = false } = disk ?? {}
    const ending = this.#watchdog?.judgeDisk({ usedBytes, files, full })
    if (ending) this.#finish(ending)
  }

  /** Everything that a container may send unasked counts as its output. */
  #tellPage(kind: number, id: number, body: Uint8Array) {
    const ending = this.#watchdog?.judgeOutput(body.length + FRAME_COST, this.#setting.now())
    if (ending) this.#finish(ending)
    else this.#toPage?.(encodeFrame(kind, id, body))
  }

  #call(call: AgentCall): Promise<Reply> {
    const id = this.#nextOwn++
    return new Promise((resolve) => {
      this.#own.set(id, resolve)
      this.#send(CALL, id, encodeParcel(call))
    })
  }

  #send(kind: number, id: number, body?: Uint8Array) {
    if (this.#ending) return
    const { input } = this.#sandbox
    input.write(encodeFrame(kind, id, body))
    // If an agent stops reading, the host must not store everything for it.
    if (input.writableLength > MAX_BACKLOG)
      this.end(
        'exit',
        'The container stopped taking what it was sent and was ended. Run again to go on.',
      )
  }
}

/** Calls of the host itself are numbered from here; a page's numbers are lower. */
const OWN_CALLS = 0x80000000
const MAX_CALLS = 1000
const MAX_BACKLOG = 40 * 1024 * 1024
const BOOT_TIMEOUT = 20_000
// A frame without a body costs the page something too.
const FRAME_COST = 64
/** The size of a WebSocket message that is only a heartbeat, and the milliseconds without another message that make it one. */
const SIGN_OF_LIFE = 32
const LONE_AFTER = 5000
