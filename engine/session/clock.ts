/** Time and randomness as arguments: a session never reads them from the machine. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `fn` once after `ms`; the result cancels it. */
  timer(ms: number, fn: () => void): () => void
}

export const systemClock: Clock = {
  now: Date.now,
  timer(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}

/** A sequence of numbers in [0, 1) that can continue from a stored state (mulberry32). */
export class Chance {
  state: number
  constructor(state: number) {
    this.state = state >>> 0
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
