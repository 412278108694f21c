/** PURE except for its two meters: decides from the beats of a thread whether it is blocked. */

const SUSPECT_MS = 1000
const HELD_MS = 2000
// On a busy machine two seconds may contain little work, and any first page may take as long. Only this much work without a
// beat is a loop: the less processor time the process gets, the later it shows. A handler has less to do than a first page,
// which compiles what it loads.
const WORKED_MS = 1000
const HANDLER_WORKED_MS = 400
// After sleep, or a stopped container, time has passed without a loop: between two checks at most this much counts.
const STEP_MS = 500

export class Patience {
  private readonly now: () => number
  private readonly cpuMs: () => number
  private beat = 0
  private still = 0
  private judgedAt: number
  private cpuAtBeat = 0

  /** `now` in milliseconds; `cpuMs` is the CPU time of the process so far, 0 if it is unknown. */
  constructor(now: () => number, cpuMs: () => number) {
    this.now = now
    this.cpuMs = cpuMs
    this.judgedAt = now()
  }

  /** Call it repeatedly with the thread's newest beat; `isHandler`: a handler is running. */
  judge(beat: number, isHandler: boolean): 'beats' | 'suspect' | 'held' {
    const now = this.now()
    this.still += Math.min(now - this.judgedAt, STEP_MS)
    this.judgedAt = now
    if (beat !== this.beat) {
      this.beat = beat
      this.renew()
    }
    if (this.still < SUSPECT_MS) return 'beats'
    return this.isHeld(isHandler ? HANDLER_WORKED_MS : WORKED_MS) ? 'held' : 'suspect'
  }

  /** Starts again. */
  renew(): void {
    this.still = 0
    this.cpuAtBeat = this.cpuMs()
  }

  private isHeld(worked: number): boolean {
    if (this.still < HELD_MS) return false
    const cpu = this.cpuMs()
    return cpu === 0 || cpu - this.cpuAtBeat >= worked
  }
}
