/** A clock that stands still until a test moves it. */
import type { Clock } from '../session/clock.ts'

/**
 * A clock to pass as an argument; a visit has its own as `tab.clock`.
 *
 * @example
 * const clock = new HandClock(0)
 * const rung: number[] = []
 * clock.timer(500, () => rung.push(clock.now()))
 * clock.advance(2000)
 * rung // [500]
 */
export class HandClock implements Clock {
  private time: number
  private timers: { at: number; fn: () => void }[] = []

  /** `start` in milliseconds since 1970. */
  constructor(start = 1_000_000) {
    this.time = start
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.time
  }

  /** Calls `fn` once, when so many milliseconds have been let pass; the result stops it earlier. */
  timer(ms: number, fn: () => void): () => void {
    const entry = { at: this.time + ms, fn }
    this.timers.push(entry)
    return () => {
      this.timers = this.timers.filter((one) => one !== entry)
    }
  }

  /** Moves on and calls due timers, in order. */
  advance(ms: number): void {
    const end = this.time + ms
    while (this.step(end)) {}
    this.time = end
  }

  /** Calls the next timer due by `end`; returns false when there is none, and the time is then `end`. */
  step(end: number): boolean {
    const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
    this.time = Math.max(this.time, next?.at ?? end)
    if (!next) return false
    this.timers = this.timers.filter((one) => one !== next)
    next.fn()
    return true
  }

  /** How many timers are set. */
  get waiting(): number {
    return this.timers.length
  }
}
