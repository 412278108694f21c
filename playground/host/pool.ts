/** Keeps sandboxes ready, lends one to each page, and looks at what all of them use. */
import { Container, type ContainerSetting } from './container.ts'
import { type EndReason, endingFor } from './ending.ts'
import { HostError } from './host-error.ts'
import { readPrivateBytes, readProcessTable, useOfTree } from './sandbox/process-table.ts'
import type { SandboxMaker } from './sandbox/sandbox.ts'
import { decide, roundRobin, type Visitor } from './shares.ts'

export interface PoolStats {
  open: number
  ready: number
  ended: Partial<Record<EndReason, number>>
  /** Milliseconds that the last sandbox took from start to an answering agent. */
  lastStartMs: number | null
}

export interface Pool {
  /** Resolves when it is this visitor's turn; `tell` hears the position in the queue, and `left` takes the visitor out of it. */
  take(visitor: Visitor, tell: (position: number) => void, left: AbortSignal): Promise<Container>
  find(id: string): Container | undefined
  stats(): PoolStats
  close(): Promise<void>
}

interface Held {
  visitor: Visitor
  /** Null while it starts. */
  container: Container | null
}

interface Waiting {
  visitor: Visitor
  tell: (position: number) => void
  /** The position that was told last. */
  told: number
  admit: (place: Held) => void
  refuse: (error: HostError) => void
}

/** Soon enough to stop a bomb, seldom enough to cost nothing. */
const PATROL_EVERY = 150
/** A reader's first run comes right after a take; the next sandbox waits so as not to compete with it. */
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
  /** Lent or about to be, with whose share they are of. */
  const held = new Set<Held>()
  let waiting: Waiting[] = []
  let starting = 0
  let lastStartMs: number | null = null
  let closed = false
  let refillTimer: NodeJS.Timeout | undefined
  const patrolTimer = setInterval(() => void patrol(), PATROL_EVERY)
  let patrolling = false
  refill()

  return {
    async take(visitor, tell, left) {
      if (closed) throw new HostError('host-full', 'The container host is closing.')
      const place = await queue(visitor, tell, left)
      try {
        place.container = ready.shift() ?? (await start())
      } catch (error) {
        giveBack(place)
        throw error
      }
      void place.container.ended.then(() => giveBack(place))
      clearTimeout(refillTimer)
      refillTimer = setTimeout(refill, REFILL_AFTER)
      return place.container
    },
    find: (id) => all.get(id),
    stats: () => ({ open: all.size - ready.length, ready: ready.length, ended, lastStartMs }),
    async close() {
      closed = true
      for (const { refuse } of waiting)
        refuse(new HostError('host-full', 'The container host is closing.'))
      clearTimeout(refillTimer)
      clearInterval(patrolTimer)
      const last = [...all.values()]
      for (const container of last)
        container.end('exit', 'The container host was stopped. Run again to go on.')
      await Promise.all(last.map((container) => container.gone))
    },
  }

  /** Resolves with a place among those held once it is this visitor's turn. */
  function queue(visitor: Visitor, tell: Waiting['tell'], left: AbortSignal): Promise<Held> {
    return new Promise((resolve, refuse) => {
      const one: Waiting = { visitor, tell, told: 0, admit: resolve, refuse }
      waiting.push(one)
      left.addEventListener('abort', () => {
        if (!waiting.includes(one)) return
        waiting = waiting.filter((it) => it !== one)
        refuse(new HostError('container-ended', 'The page that booted the container has gone.'))
        serve()
      })
      serve()
    })
  }

  /** Gives what is free to those who wait, and tells the others where they stand. */
  function serve() {
    for (const one of roundRobin(waiting)) {
      const lent = [...held].map((place) => ({
        ...place,
        touchedAt: place.container?.touchedAt ?? Number.POSITIVE_INFINITY,
      }))
      const decision = decide(one.visitor, lent, setting.limits)
      if (decision === 'wait') continue
      if (decision !== 'start') {
        // Its end serves those who wait again.
        decision.sleep.container?.end('asleep', endingFor('asleep', setting.limits).message)
        if (decision.sleep.container) break
        continue
      }
      waiting = waiting.filter((it) => it !== one)
      const place: Held = { visitor: one.visitor, container: null }
      held.add(place)
      one.admit(place)
    }
    roundRobin(waiting).forEach((one, index) => {
      if (one.told === index + 1) return
      one.told = index + 1
      one.tell(one.told)
    })
  }

  function giveBack(place: Held) {
    held.delete(place)
    if (!closed) serve()
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
      throw new HostError('boot-failed', `A sandbox could not start: ${(error as Error).message}`)
    }
  }

  function refill() {
    const missing = warm - ready.length
    if (closed || missing <= 0 || all.size + starting >= setting.limits.containers) return
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
    const open = [...all.values()].filter((container) => container.isOpen)
    if (patrolling || open.length === 0) return
    patrolling = true
    try {
      // Without a process table (macOS, Windows) lifetime and idle time are still judged.
      const rows = await readProcessTable().catch(() => [])
      await Promise.all(
        open.map(async (container) => {
          const counters = (await container.counters()?.catch(() => null)) ?? null
          const { pids, tasks, cpuSeconds } = useOfTree(rows, container.root)
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
