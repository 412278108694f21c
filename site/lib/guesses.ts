/** What the reader predicted, and what then was: kept in this browser, by lesson. */

/** One answer; `truth` once it was measured. */
export interface Guess {
  readonly guess: string
  readonly truth?: string
}

/** Beside the other keys of the course, so that they are exported together. */
export const GUESSES_KEY = 'telar.predictions'

type Kept = Readonly<Record<string, Readonly<Record<string, Guess>>>>

export function readGuess(lesson: string, id: string): Guess | undefined {
  const found = read()[lesson]?.[id]
  return typeof found?.guess === 'string' ? found : undefined
}

export function writeGuess(lesson: string, id: string, guess: Guess | undefined): void {
  const kept = read()
  const { [id]: _, ...others } = kept[lesson] ?? {}
  const own = guess ? { ...others, [id]: guess } : others
  try {
    localStorage.setItem(GUESSES_KEY, JSON.stringify({ ...kept, [lesson]: own }))
  } catch {
    // A private window keeps nothing; the answer stands as long as the page.
  }
}

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(GUESSES_KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Kept) : {}
  } catch {
    return {}
  }
}

export const allGuesses = (): Kept => read()

export function replaceGuesses(kept: Kept): void {
  try {
    localStorage.setItem(GUESSES_KEY, JSON.stringify(kept))
  } catch {
    // As above.
  }
}
