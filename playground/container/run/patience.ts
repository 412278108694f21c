/** PURE but for its meter: decides from the beats of a thread whether it is held. */

// Ticks, not the clock: a laptop that slept has not looped.
const HELD_MS = 2000
// On a crowded machine two seconds may hold no work at all; then only ten are too many.
const WORKED_MS = 400
const LONGEST_MS = 10_000

export class Patience {
  private readonly tick: number
  private readonly cpuMs: () => number
  private beat = 0
  private still = 0
  private cpuAtBeat = 0

  /** `cpuMs` is what the process has worked so far; 0 where that can't be told. */
  constructor(tick: number, cpuMs: () => number) {
    this.tick = tick
    this.cpuMs = cpuMs
  }

  /** To be asked once a tick with the thread's newest beat. */
  isOver(beat: number): boolean {
    if (beat !== this.beat) {
      this.beat = beat
      this.renew()
      return false
    }
    const held = ++this.still * this.tick
    if (held < HELD_MS) return false
    const cpu = this.cpuMs()
    return cpu === 0 || cpu - this.cpuAtBeat >= WORKED_MS || held >= LONGEST_MS
  }

  /** Begins anew. */
  renew(): void {
    this.still = 0
    this.cpuAtBeat = this.cpuMs()
  }
}
