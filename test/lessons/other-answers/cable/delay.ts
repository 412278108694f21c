/** Half of the wait is fixed, half of it is chance. */
export function delay(attempt: number, chance: number): number {
  const top = Math.min(20_000, 500 * 2 ** attempt)
  return top / 2 + (chance * top) / 2
}
