/** What the tabs of one visit share: the clock, the bus, the store; and waiting until everything is done. */
import type { Bus } from '../bus/bus.ts'
import { localBus } from '../bus/local-bus.ts'
import type { Fault } from '../component/fault.ts'
import { joinBroadcast } from '../layout/broadcast.ts'
import { silentLogger } from '../observe/log.ts'
import { type LiveOptions, limitsOf, type ServerLimits } from '../server/options.ts'
import { type Clock, systemClock } from '../session/clock.ts'
import type { SessionPage, SessionStart, Visit } from '../session/options.ts'
import { Session } from '../session/session.ts'
import { memoryStore } from '../state/memory-store.ts'
import type { StateStore } from '../state/store.ts'
import { TestingError } from './errors.ts'
import { HandClock } from './hand-clock.ts'
import { newId } from './new-id.ts'
import { Site } from './site.ts'

/** 2026-01-01 09:41:00 UTC. */
const START = Date.UTC(2026, 0, 1, 9, 41)

/** Real milliseconds that a component's start may take before its placeholder shows. */
const START_WAIT = 2_000

/** Milliseconds that a person needs for one action. */
const STEP = 100

/** Real milliseconds that code under test may take; its own timers use the test's clock. */
const PATIENCE = 3_000

/** Real milliseconds until a store that fails is asked again. */
const STORE_WAIT = 50

/** A store works in real time. It is asked again sooner than by a server, and not when the tests are done. */
const STORE_CLOCK: Clock = {
  now: systemClock.now,
  timer(ms, fn) {
    const timer = setTimeout(fn, Math.min(ms, STORE_WAIT))
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** Time stands still between two steps, so a frame must never wait for its turn. All other limits are a server's. */
const OWN_LIMITS = { frame: 0 }

type Told = Pick<Fault, 'error' | 'component'>

/** What a test may pass to a visit. */
interface SceneOptions {
  seed: number
  bus?: Bus | undefined
  store?: StateStore | undefined
  limits?: LiveOptions['limits'] | undefined
}

/** What a session is opened for. */
interface Opened {
  readonly page: SessionPage
  readonly visit: Visit
}

/** Visits that share a bus: an act in one is finished when all of them are idle. */
const scenesOn = new WeakMap<Bus, Set<Scene>>()

export class Scene {
  readonly clock = new HandClock(START)
  readonly bus: Bus
  readonly store: StateStore
  readonly page: SessionPage
  readonly visit: Visit
  readonly limits: ServerLimits
  private readonly seed: number
  private readonly sessions = new Map<string, Session>()
  /** Of each session, its page and visit: another process goes on with them. */
  private readonly known = new Map<string, Opened>()
  private readonly beginnings = new Set<() => void>()
  /** Bytes that all tabs were sent. */
  sent = 0
  private tabs = 0
  private readonly late = new WeakSet<Promise<void>>()
  private readonly faults: Told[] = []
  /** The faults of sessions, in words. */
  private readonly reported = new Set<string>()
  /** How many actions were done: each takes a person some time, even if the clock stands still. */
  private steps = 0
  private readonly opening = new Set<Promise<unknown>>()
  /** By session, what the store failed with as it was to be taken over. */
  private readonly refused = new Map<string, { error: unknown }>()

  constructor(page: SessionPage, visit: Visit, { seed, bus, store, limits }: SceneOptions) {
    this.page = page
    this.visit = visit
    this.seed = seed
    this.limits = limitsOf({ ...OWN_LIMITS, ...limits })
    this.bus = bus ?? localBus({ onError: (error) => this.faults.push({ error }) })
    this.store = store ?? memoryStore()
    scenesOn.set(this.bus, (scenesOn.get(this.bus) ?? new Set()).add(this))
    joinBroadcast(this.bus)
  }

  /** A session that another process goes on with. A store that fails is asked again, as by a server. */
  async takeOver(...asked: Parameters<Scene['open']>): Promise<Session> {
    const [id] = asked
    for (;;) {
      try {
        const session = await this.open(...asked)
        this.refused.delete(id)
        return session
      } catch (error) {
        // It was opened, and its page failed.
        if (this.sessions.get(id)?.unheard?.error === error) throw error
        this.refused.set(id, { error })
        await new Promise<void>((resolve) => STORE_CLOCK.timer(STORE_WAIT, resolve))
      }
    }
  }

  /** A session of this visit, painted once: new, or taken over from the store by another process. */
  async open(
    id: string,
    number: number,
    bus: Bus,
    joins?: SessionStart['joins'],
    of: Opened = this.known.get(id) ?? this,
  ): Promise<Session> {
    this.known.set(id, of)
    const { epoch, record } = await this.store.open(id, 'test')
    const session = new Session({
      id,
      page: of.page,
      visit: of.visit,
      around: {
        store: this.store,
        bus,
        clock: this.clock,
        storeClock: STORE_CLOCK,
        log: silentLogger,
        limits: this.limits,
        owner: 'test',
        debug: true,
        outcomeAddress: Site.outcomeAddress,
        onFault: (fault) => {
          // The engine tries again: only a store that never works is a failure.
          if (fault.during === 'store') return
          this.reported.add(fault.message)
          this.faults.push(fault)
        },
      },
      seed: this.seed + number,
      epoch,
      record,
      joins,
    })
    this.sessions.set(id, session)
    await this.prepared(session.prepare())
    return session
  }

  /** A session that was painted or taken over here. */
  sessionOf(id: string): Session | undefined {
    return this.sessions.get(id)
  }

  /** The number of one more tab, from 1. */
  nextTab(): number {
    return ++this.tabs
  }

  /** The name of a session that is new to the bus and the store. */
  newId(): Promise<string> {
    return newId(this.store, this.bus)
  }

  /** Calls `begin` before something happens in any tab. */
  onBegin(begin: () => void): void {
    this.beginnings.add(begin)
  }

  /** Does something and resolves when every session has shown the result. Rejects with what failed. */
  async happen(act: () => void | Promise<void>): Promise<void> {
    for (const scene of this.together()) for (const begin of scene.beginnings) begin()
    this.steps++
    await act()
    await this.settled()
  }

  /** Something in a page has failed; what its session has reported already is not reported again. */
  failed(error: Error): void {
    if (!this.reported.has(error.message)) this.faults.push({ error })
  }

  /** Waits wherever a session is created or taken over. */
  waitFor<T>(opening: Promise<T>): Promise<T> {
    const done = opening.finally(() => this.opening.delete(done))
    done.catch(() => {})
    this.opening.add(done)
    return done
  }

  /** The clock by which a server measures rates. */
  get pace(): Clock {
    const { clock } = this
    return {
      now: () => clock.now() + this.steps * STEP,
      timer: (ms, fn) => clock.timer(ms, fn),
    }
  }

  /** Moves the clock on; each timer runs at its own time, and is finished before the next one. */
  async advance(ms: number): Promise<void> {
    const end = this.clock.now() + ms
    while (this.clock.step(end)) await this.settled()
    await this.settled()
  }

  /** Resolves when no session, message or starting component is busy. Rejects with what failed. */
  async settled(): Promise<void> {
    const patience = this.patience()
    try {
      do await Promise.race([this.idle(), patience.over])
      while (!(await this.calm()))
    } finally {
      patience.end()
    }
    const [fault] = this.together().flatMap((scene) => scene.unseen())
    if (fault) throw fault.error
  }

  private async idle(): Promise<void> {
    for (const scene of this.together()) {
      await Promise.allSettled(scene.opening)
      for (const session of scene.sessions.values()) await session.settled()
      await Promise.all(scene.starting())
    }
  }

  private together(): readonly Scene[] {
    return [...(scenesOn.get(this.bus) ?? [])]
  }

  // Messages travel in microtasks, and so do promises of handlers; jsdom reports in a timer that details have opened.
  private async calm(): Promise<boolean> {
    await timerTurn()
    const isIdle = await Promise.race([this.idle().then(() => true), loopTurn().then(() => false)])
    return isIdle && this.bus.counts().waiting === 0
  }

  // A component whose start takes too long shows its placeholder, and is not awaited again.
  private starting(): Promise<void>[] {
    return this.nodes().flatMap(({ life: { starting } }) => {
      if (!starting || this.late.has(starting)) return []
      const { over, end } = beats(START_WAIT)
      const late = over.then(() => void this.late.add(starting))
      return [Promise.race([starting, late]).finally(end)]
    })
  }

  // A fault that a boundary shows is part of the page, and so are those that led to it; any other must be reported.
  private unseen(): Told[] {
    const faults = this.faults.splice(0)
    const failures = this.nodes().map(({ life }) => life.failure?.error)
    const seen = faults.filter(({ error }) => failures.includes(error))
    return faults.filter(
      (fault) => !seen.some((one) => one === fault || one.component === fault.component),
    )
  }

  private nodes() {
    return [...this.sessions.values()].flatMap((session) => [...session.tree.root.walk()])
  }

  // With a clock that stands still, a slow start would be awaited for ever.
  private async prepared(painted: Promise<unknown>) {
    let isPainted = false
    const done = painted.finally(() => {
      isPainted = true
    })
    const { over, end } = beats(START_WAIT)
    await Promise.race([done, over]).finally(end)
    if (!isPainted) {
      for (const session of this.sessions.values()) {
        for (const { life } of session.tree.root.walk()) {
          if (life.starting) this.late.add(life.starting)
        }
      }
      this.clock.advance(this.limits.startWait)
    }
    await done
  }

  /** What the store refuses, as long as anything waits for it. */
  private refusal(): { error: unknown } | undefined {
    return this.together()
      .flatMap(({ refused, sessions }) => [
        ...refused.values(),
        ...[...sessions.values()].map(({ persistence }) => persistence.failure),
      ])
      .find((failure) => failure)
  }

  private patience() {
    const { over, end } = beats(PATIENCE)
    const late = over.then((): never => {
      const refusal = this.refusal()
      if (refusal) throw refusal.error
      throw new TestingError(
        'not-settled',
        `Expected all work to be done within ${PATIENCE / 1000} s, received a handler, timer or message that still waits. Check whether it awaits something that never comes, or a timer that only the test can move (tab.clock.advance).`,
      )
    })
    late.catch(() => {})
    return { over: late, end }
  }
}

const timerTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 1))
const loopTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

// Counts ticks, not seconds, so that a machine that is busy elsewhere does not end the wait early.
function beats(ms: number): { over: Promise<void>; end: () => void } {
  let left = ms / BEAT
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      left -= 1
      if (left > 0) return
      clearInterval(timer)
      resolve()
    }, BEAT)
    end = () => clearInterval(timer)
  })
  return { over, end }
}

const BEAT = 100
