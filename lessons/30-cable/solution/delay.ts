const FIRST = 400
const LONGEST = 20_000

/** Milliseconds before try number `attempt`; `chance` is a number from 0 to 1. */
export function delay(attempt: number, chance: number): number {
  return chance * Math.min(LONGEST, FIRST * 2 ** attempt)
}
