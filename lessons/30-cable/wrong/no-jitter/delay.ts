export function delay(attempt: number, chance: number): number {
  return Math.min(20_000, 400 * 2 ** attempt)
}
