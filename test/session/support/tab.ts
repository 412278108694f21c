/** A tab for tests of sessions: records frames as ops, sends events through the real encoding. */
import { localBus } from '../../../engine/bus/local-bus.ts'
import type { Fault } from '../../../engine/component/fault.ts'
import type { ComponentClass } from '../../../engine/component/mount.ts'
import { silentLogger } from '../../../engine/observe/log.ts'
import { decodeFrame, nameTable } from '../../../engine/protocol/decode-ops.ts'
import { decodeUp, encodeUp } from '../../../engine/protocol/event.ts'
import type { EventData, Frame } from '../../../engine/protocol/ops.ts'
import { systemClock } from '../../../engine/session/clock.ts'
import { isAboutStore } from '../../../engine/session/faults.ts'
import {
  DEFAULT_LIMITS,
  type SessionLimits,
  type Surroundings,
} from '../../../engine/session/options.ts'
import { Session } from '../../../engine/session/session.ts'
import type { Connection } from '../../../engine/session/wire.ts'
import { memoryStore } from '../../../engine/state/memory-store.ts'
import type { StateStore } from '../../../engine/state/store.ts'
import { HandClock } from '../../../engine/testing/hand-clock.ts'
import { isAway } from '../../support/slow-store.ts'

export interface Scene {
  clock: HandClock
  store: StateStore
  around: Surroundings
  faults: Fault[]
}

export function scene(
  limits: Partial<SessionLimits> = {},
  store: StateStore = memoryStore(),
): Scene {
  const clock = new HandClock()
  const faults: Fault[] = []
  const around: Surroundings = {
    store,
    bus: localBus(),
    clock,
    storeClock: systemClock,
    log: silentLogger,
    limits: { ...DEFAULT_LIMITS, frame: 0, ...limits },
    owner: 'test',
    debug: true,
    onFault: (fault) => {
      if (fault.during !== 'store') faults.push(fault)
    },
  }
  return { clock, store, around, faults }
}

interface Opened {
  id?: string
  props?: Record<string, unknown>
}

/** A session that was painted once, or taken up from the store when one is there under `id`; a store that is away is asked again, as by a server. */
export async function open(
  stage: Scene,
  component: ComponentClass,
  opened: Opened = {},
): Promise<Session> {
  for (;;) {
    try {
      return await openOnce(stage, component, opened)
    } catch (error) {
      if (!isAway(error)) throw error
    }
  }
}

async function openOnce(
  { around, store }: Scene,
  component: ComponentClass,
  { id = 'tab-1', props = {} }: Opened,
): Promise<Session> {
  const { epoch, record } = await store.open(id, around.owner)
  const session = new Session({
    id,
    page: { path: '/', component, props, version: 1 },
    visit: { params: {}, path: '/', locale: 'en', identity: null },
    around,
    seed: 1,
    epoch,
    record,
  })
  await session.prepare()
  return session
}

type Numberless = Omit<Frame, 'number'>

export class Tab implements Connection {
  readonly encoding = 'binary'
  readonly sent: Uint8Array[] = []
  closed: { code: number; reason: string } | undefined
  waiting = 0
  /** The last event's number. */
  seq = 0
  private readonly names = nameTable()
  private number: number
  private onDrained: (() => void) | undefined
  private readonly session: Session

  constructor(session: Session) {
    this.session = session
    this.number = session.screen.frame
  }

  static async join(
    session: Session,
    hello: { epoch?: number; frame?: number; seq?: number; templates?: readonly string[] } = {},
  ) {
    const tab = new Tab(session)
    tab.seq = hello.seq ?? 0
    session.connect(tab, {
      type: 'hello',
      token: '',
      path: '/',
      epoch: session.epoch,
      frame: 0,
      seq: 0,
      ...hello,
    })
    await session.settled()
    return tab
  }

  send(message: Uint8Array | string) {
    this.sent.push(message as Uint8Array)
  }
  close(code: number, reason: string) {
    this.closed = { code, reason }
  }
  backlog() {
    return this.waiting
  }
  drained(fn: () => void) {
    this.onDrained = fn
  }
  drain() {
    this.waiting = 0
    this.onDrained?.()
  }

  /** Frames since the last call, decoded; their numbers go up. What they say of the store is left out. */
  frames(): Numberless[] {
    return this.sent.splice(0).flatMap((bytes) => {
      const { number, ops: all, ...frame } = decodeFrame(bytes, this.names)
      // What is told before the welcome stands outside of the session.
      if (number !== 0) {
        if (number <= this.number) throw new Error(`Frame ${number} came behind ${this.number}.`)
        this.number = number
      }
      const ops = all.filter((op) => !isAboutStore(op))
      return ops.length < all.length && ops.length === 0 ? [] : [{ ...frame, ops }]
    })
  }

  async event(
    slot: number,
    event = 'click',
    data: EventData = {},
    { component = 0, frame = this.session.screen.frame, seq = ++this.seq } = {},
  ): Promise<Numberless[]> {
    const bytes = encodeUp({ type: 'event', component, event, slot, seq, frame, data })
    this.session.receive(decodeUp(bytes) as never)
    await this.session.settled()
    return this.frames()
  }
}
