const tape: string[] = []
const known = new Set<string>()

/** The ticket printer in the kitchen. It takes a moment, and a key that it has seen it does not print again. */
export async function print(ticket: string, key?: string): Promise<void> {
  if (key === undefined || !known.has(key)) tape.push(ticket)
  if (key !== undefined) known.add(key)
  await new Promise((resolve) => setTimeout(resolve, 300))
}

/** What it has printed, the newest last. */
export const printed = (): readonly string[] => tape.slice(-12)
