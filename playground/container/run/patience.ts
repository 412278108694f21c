/** PURE except for its two meters: decides from the beats of a thread whether it is blocked. */

const SUSPECT_MS = 1000
const HELD_MS = 2000
// On a crowded machine two seconds may hold little work, and what any first page takes may last as long. Only so much work
// without a beat is a loop: the less it gets of a processor, the later that shows.
const WORKED_MS = 1000
// A laptop that slept, or a container that was stopped, has not looped: between two judgements counts at most this.
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

  /** Call it repeatedly with the thread's newest beat. */
  judge(beat: number): 'beats' | 'suspect' | 'held' {
    const now = this.now()
    this.still += Math.min(now - this.judgedAt, STEP_MS)
    this.judgedAt = now
    if (beat !== this.beat) {
      this.beat = beat
      this.renew()
    }
    if (this.still < SUSPECT_MS) return 'beats'
    return this.isHeld() ? 'held' : 'suspect'
  }

  /** Starts again. */
  renew(): void {
    this.still = 0
    this.cpuAtBeat = this.cpuMs()
  }

  private isHeld(): boolean {
    if (this.still < HELD_MS) return false
    const cpu = this.cpuMs()
    return cpu === 0 || cpu - this.cpuAtBeat >= WORKED_MS
  }
}
