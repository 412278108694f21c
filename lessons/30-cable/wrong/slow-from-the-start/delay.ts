export function delay(attempt: number, chance: number): number {
  return chance * 30_000
}
