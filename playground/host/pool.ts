/** Keeps sandboxes ready, lends one to each page, and looks at what all of them use. */
import { Container, type ContainerSetting } from './container.ts'
import type { EndReason } from './ending.ts'
import { HostError } from './host-error.ts'
import { readPrivateBytes, readProcessTable, useOfTree } from './sandbox/process-table.ts'
import type { SandboxMaker } from './sandbox/sandbox.ts'

export interface PoolStats {
  open: number
  ready: number
  ended: Partial<Record<EndReason, number>>
  /** Milliseconds that the last sandbox took from start to an answering agent. */
  lastStartMs: number | null
}

export interface Pool {
  take(): Promise<Container>
  find(id: string): Container | undefined
  stats(): PoolStats
  close(): Promise<void>
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
  let starting = 0
  let lastStartMs: number | null = null
  let closed = false
  let refillTimer: NodeJS.Timeout | undefined
  const patrolTimer = setInterval(() => void patrol(), PATROL_EVERY)
  let patrolling = false
  refill()

  return {
    async take() {
      if (closed) throw new HostError('host-full', 'The container host is closing.')
      const container = ready.shift() ?? (await start())
      clearTimeout(refillTimer)
      refillTimer = setTimeout(refill, REFILL_AFTER)
      return container
    },
    find: (id) => all.get(id),
    stats: () => ({ open: all.size - ready.length, ready: ready.length, ended, lastStartMs }),
    async close() {
      closed = true
      clearTimeout(refillTimer)
      clearInterval(patrolTimer)
      const last = [...all.values()]
      for (const container of last)
        container.end('exit', 'The container host was stopped. Run again to go on.')
      await Promise.all(last.map((container) => container.gone))
    },
  }

  async function start(): Promise<Container> {
    const { containers } = setting.limits
    if (all.size + starting >= containers)
      throw new HostError(
        'host-full',
        `All ${containers} containers of this server are in use. Try again in a few minutes.`,
      )
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
    if (closed || missing <= 0 || all.size >= setting.limits.containers) return
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
