export function delay(attempt: number, chance: number): number {
  return chance * 400 * 2 ** attempt
}
