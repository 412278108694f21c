/** Keeps sandboxes ready, assigns one to each page, and watches what all of them use. */
import { Container, type ContainerSetting } from './container.ts'
import { type EndReason, endingFor } from './ending.ts'
import { HostError } from './host-error.ts'
import { keepNice } from './sandbox/niceness.ts'
import { readPrivateBytes, readProcessTable, useOfTree } from './sandbox/process-table.ts'
import type { SandboxMaker } from './sandbox/sandbox.ts'
import { decide, type Holding, longestUnused, roundRobin, type Visitor } from './shares.ts'

export interface PoolStats {
  open: number
  /** How many of the open ones are asleep. */
  asleep: number
  ready: number
  ended: Partial<Record<EndReason, number>>
  /** Milliseconds from the last sandbox's start to an answering agent. */
  lastStartMs: number | null
}

export interface Pool {
  /** Resolves when it is this visitor's turn; `tell` is called with the position in the queue, and `left` removes the visitor from it. */
  take(visitor: Visitor, tell: (position: number) => void, left: AbortSignal): Promise<Container>
  find(id: string): Container | undefined
  stats(): PoolStats
  close(): Promise<void>
}

/** A visitor's share: assigned, about to be, or asleep. */
class Slot implements Holding {
  readonly visitor: Visitor
  /** Null while it starts. */
  container: Container | null = null
  isAsleep = false

  constructor(visitor: Visitor) {
    this.visitor = visitor
  }

  get touchedAt() {
    return this.container?.touchedAt ?? null
  }
}

interface Waiting {
  place: Slot
  visitor: Visitor
  tell: (position: number) => void
  /** The position that was sent last. */
  told: number
  admit: () => void
  refuse: (error: HostError) => void
}

/** Soon enough to stop a fork bomb, seldom enough to cost nothing. */
const PATROL_EVERY = 150
/** Where the kernel itself bounds memory and tasks, processor time is all there is to look for: each seventh look, about a second. */
const LOOKS_IF_BOUNDED = 7
/** A reader's first run comes directly after a sandbox is taken; the next sandbox starts later, so as not to compete with it. */
const REFILL_AFTER = 600
const RETRY_AFTER = 5000

export function createPool(
  maker: SandboxMaker,
  setting: ContainerSetting,
  warm: number,
  log: (event: string, fields: object) => void,
): Pool {
  const all = new Map<string, Container>()
  const ready: Container[] = []
  const ended: PoolStats['ended'] = {}
  const places = new Set<Slot>()
  let waiting: Waiting[] = []
  let starting = 0
  let lastStartMs: number | null = null
  let closed = false
  let refillTimer: NodeJS.Timeout | undefined
  const patrolTimer = setInterval(() => void patrol(), PATROL_EVERY)
  let patrolling = false
  let looks = 0
  refill()

  return {
    async take(visitor, tell, left) {
      if (closed) throw new HostError('host-full', 'The container host is closing.')
      const place = new Slot(visitor)
      await queue(place, tell, left)
      try {
        const container = ready.shift() ?? (await start())
        place.container = container
        container.onWanted = () => void wake(place, container)
        void container.ended.then(() => giveBack(place))
        clearTimeout(refillTimer)
        refillTimer = setTimeout(refill, REFILL_AFTER)
        return container
      } catch (error) {
        giveBack(place)
        throw error
      }
    },
    find: (id) => all.get(id),
    stats: () => ({
      open: all.size - ready.length,
      asleep: asleep().length,
      ready: ready.length,
      ended,
      lastStartMs,
    }),
    async close() {
      closed = true
      for (const { refuse } of waiting)
        refuse(new HostError('host-full', 'The container host is closing.'))
      clearTimeout(refillTimer)
      clearInterval(patrolTimer)
      const last = [...all.values()]
      for (const container of last)
        container.end('away', 'The container host was stopped. Run again to go on.')
      await Promise.all(last.map((container) => container.gone))
    },
  }

  /** Resolves once it is this visitor's turn; then the place counts as awake. */
  function queue(place: Slot, tell: Waiting['tell'], left: AbortSignal): Promise<void> {
    return new Promise((admit, refuse) => {
      const one: Waiting = { place, visitor: place.visitor, tell, told: 0, admit, refuse }
      waiting.push(one)
      left.addEventListener('abort', () => {
        if (!waiting.includes(one)) return
        waiting = waiting.filter((it) => it !== one)
        refuse(new HostError('container-ended', 'The page that started the container is gone.'))
        serve()
      })
      serve()
    })
  }

  /** Gives free places to those who wait, and tells the others their position. */
  function serve() {
    for (const one of roundRobin(waiting)) {
      const others = [...places].filter((place) => place !== one.place)
      const decision = decide(one.visitor, others, setting.limits, setting.now())
      if (decision === 'wait') continue
      if (decision !== 'start') putToSleep(decision.sleep)
      waiting = waiting.filter((it) => it !== one)
      one.place.isAsleep = false
      places.add(one.place)
      one.admit()
    }
    roundRobin(waiting).forEach((one, index) => {
      if (one.told === index + 1) return
      one.told = index + 1
      one.tell(one.told)
    })
  }

  function giveBack(place: Slot) {
    places.delete(place)
    if (!closed) serve()
  }

  function asleep() {
    return [...places].filter(({ isAsleep }) => isAsleep)
  }

  function putToSleep(place: Slot) {
    place.isAsleep = true
    void place.container?.sleep()
    // They use no processor time, but memory: as many may sleep as may be awake.
    if (asleep().length > setting.limits.containers)
      longestUnused(asleep())?.container?.end('asleep', endingFor('asleep', setting.limits).message)
  }

  /** The page of a sleeping container asks for something: it waits its turn like a page that boots. */
  async function wake(place: Slot, container: Container) {
    if (waiting.some((one) => one.place === place) || !place.isAsleep) return
    const over = new AbortController()
    void container.ended.then(() => over.abort())
    try {
      await queue(place, (position) => container.tellPosition(position), over.signal)
      await container.wake()
    } catch {
      // It has ended meanwhile, and has told its page.
    }
  }

  async function start(): Promise<Container> {
    starting++
    try {
      const at = setting.now()
      const container = await Container.start(await launch(), setting)
      lastStartMs = setting.now() - at
      all.set(container.id, container)
      void container.ended.then(({ reason, message }) => {
        all.delete(container.id)
        const index = ready.indexOf(container)
        if (index >= 0) ready.splice(index, 1)
        ended[reason] = (ended[reason] ?? 0) + 1
        log('container-ended', { reason, message })
      })
      return container
    } finally {
      starting--
    }
  }

  async function launch() {
    try {
      return await maker.start()
    } catch (error) {
      throw new HostError(
        'boot-failed',
        `Expected a sandbox to start, received an error: ${(error as Error).message}`,
      )
    }
  }

  function refill() {
    const missing = warm - ready.length
    if (
      closed ||
      missing <= 0 ||
      all.size - asleep().length + starting >= setting.limits.containers
    )
      return
    start().then(
      (container) => {
        if (closed) container.end('teardown', 'The container host was stopped.')
        else ready.push(container)
        refill()
      },
      (error: unknown) => {
        log('warm-failed', { message: (error as Error).message })
        if (!closed) refillTimer = setTimeout(refill, RETRY_AFTER)
      },
    )
  }

  async function patrol() {
    // Containers become replaceable only by the passing of time.
    if (waiting.length > 0) serve()
    const open = [...all.values()].filter((container) => container.isOpen)
    if (patrolling || open.length === 0) return
    looks += 1
    // The table is that of the whole machine, and dear to read.
    const isBounded = open.every(({ counters, isByNiceness }) => counters && !isByNiceness)
    if (isBounded && looks % LOOKS_IF_BOUNDED !== 0) return
    patrolling = true
    try {
      // Without a process table (macOS, Windows) only lifetime and idle time are checked.
      const rows = await readProcessTable().catch(() => [])
      await Promise.all(
        open.map(async (container) => {
          const counters = (await container.counters?.().catch(() => null)) ?? null
          const { pids, tasks, cpuSeconds } = useOfTree(rows, container.root)
          if (container.isByNiceness) await keepNice(pids)
          container.judge({
            at: setting.now(),
            tasks,
            cpuSeconds,
            privateBytes: counters ? null : await readPrivateBytes(pids),
            memoryKills: counters?.memoryKills ?? null,
            refusedForks: counters?.refusedForks ?? null,
          })
        }),
      )
    } finally {
      patrolling = false
    }
  }
}
