// Half of the time is certain, and half is chance.
const STEPS = [500, 1000, 2000, 4000, 8000, 16_000]

export function delay(attempt: number, chance: number): number {
  const most = STEPS[Math.min(attempt, STEPS.length - 1)]!
  return most / 2 + (most / 2) * chance
}
