/** Measures the time that a process has had for itself: working or idle, but not waiting for a processor. */
import { performance } from 'node:perf_hooks'

/** The limit for loading the reader's files, and for each step of a check. */
export const LOAD_MS = 10_000
export const STEP_MS = 5_000

const LOOK_MS = 100

/** What the process has done so far, in milliseconds; all stay 0 if they are unknown. */
interface Meters {
  now(): number
  /** Time with nothing to do, of the main thread. */
  idle(): number
  /** Processor time, of all threads. */
  worked(): number
}

const OWN: Meters = {
  now: () => performance.now(),
  idle: () => performance.eventLoopUtilization().idle,
  worked: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}

export class OwnTime {
  private readonly meters: Meters
  private had = 0
  private looked: { at: number; idle: number; worked: number }

  constructor(meters: Meters = OWN) {
    this.meters = meters
    this.looked = this.look()
  }

  /** Milliseconds so far. Call it often: from inside, a wait for a processor looks like idle time. */
  get ms(): number {
    const before = this.looked
    const { at, idle, worked } = (this.looked = this.look())
    const own = idle - before.idle + (worked - before.worked)
    const canTell = idle > 0 || worked > 0
    this.had += Math.min(canTell ? own : at - before.at, at - before.at, 2 * LOOK_MS)
    return this.had
  }

  private look() {
    return { at: this.meters.now(), idle: this.meters.idle(), worked: this.meters.worked() }
  }
}

/** Calls `late` when the process has had `limit` milliseconds of its own, unless the returned function is called before. */
export function limitOwnTime(limit: number, late: () => void): () => void {
  const own = new OwnTime()
  const looks = setInterval(() => {
    if (own.ms < limit) return
    clearInterval(looks)
    late()
  }, LOOK_MS)
  return () => clearInterval(looks)
}
