/** Reads and replaces all that this browser keeps of the course, and remembers what was before the last file. */
import { readSaved, writeSaved } from '../../playground/workspace/index.ts'
import { allGuesses, replaceGuesses } from './guesses.ts'
import { type Kept, readProgressFile, writeProgressFile } from './progress-file.ts'
import { progress, reviewCards } from './use-progress.ts'

const BEFORE_KEY = 'telar.before-file'

const pagesOf = (slugs: readonly string[]) => slugs.map((slug) => `learn/${slug}`)

/** `slugs`: all lessons and tests of parts. */
export const readKept = async (slugs: readonly string[]): Promise<Kept> => ({
  progress: progress.all(),
  predictions: allGuesses(),
  review: reviewCards.all(),
  code: await readSaved(pagesOf(slugs)),
})

/** Replaces all; what was there can be brought back with `undoReplace`, after a reload too. */
export async function replaceKept(slugs: readonly string[], kept: Kept): Promise<void> {
  remember(writeProgressFile(await readKept(slugs), new Date()))
  await write(slugs, kept)
}

export const canUndo = (): boolean => lastBefore() !== undefined

export async function undoReplace(slugs: readonly string[]): Promise<void> {
  const before = lastBefore()
  if (before === undefined) return
  await write(slugs, readProgressFile(before))
  remember(undefined)
}

async function write(slugs: readonly string[], kept: Kept): Promise<void> {
  progress.replaceAll(kept.progress)
  replaceGuesses(kept.predictions)
  reviewCards.replaceAll(kept.review)
  await writeSaved(pagesOf(slugs), kept.code, Date.now())
}

// Where storage is refused or full, it lasts as long as the page.
let remembered: string | undefined

function remember(text: string | undefined): void {
  remembered = text
  try {
    if (text === undefined) localStorage.removeItem(BEFORE_KEY)
    else localStorage.setItem(BEFORE_KEY, text)
  } catch {
    // See above.
  }
}

function lastBefore(): string | undefined {
  try {
    return localStorage.getItem(BEFORE_KEY) ?? remembered
  } catch {
    return remembered
  }
}
