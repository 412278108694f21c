/** Milliseconds before try number `attempt`; `chance` is a number from 0 to 1. */
export function delay(attempt: number, chance: number): number {
  return 1000
}
