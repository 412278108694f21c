/** PURE: how long a page waits before it looks for a lost server once more. */

const FIRST = 1000
const LONGEST = 20_000

/** Milliseconds before attempt number `attempt`, from 0; `chance` in [0, 1) spreads the readers of one server out. */
export const searchDelay = (attempt: number, chance: number): number =>
  Math.min(LONGEST, FIRST * 2 ** attempt) * (0.5 + chance / 2)
