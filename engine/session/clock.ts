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

/** The next state of a sequence of random numbers that can continue from a stored state (mulberry32). Signed: V8 keeps that without a box. */
export const nextSeed = (seed: number): number => (seed + 0x6d2b79f5) | 0

/** The number in [0, 1) of that state. */
export function chanceOf(seed: number): number {
  let t = Math.imul(seed ^ (seed >>> 15), seed | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
