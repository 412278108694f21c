/** One JSON file with all that this browser keeps of a reader's way through the course, and what is wrong with one. */
import { isSavedCode, type SavedCode } from '../../playground/workspace/index.ts'
import { isProgress, type Progress } from './progress.ts'
import type { Card } from './review.ts'
import { isCard } from './review-cards.ts'

/** By lesson and question: what was guessed, and what then was. */
type Predictions = Readonly<
  Record<string, Readonly<Record<string, { guess: string; truth?: string }>>>
>

/** All that a file holds, by lesson. */
export interface Kept {
  readonly progress: Readonly<Record<string, Progress>>
  readonly predictions: Predictions
  readonly review: Readonly<Record<string, Card>>
  /** Saved code by the page of its lesson. */
  readonly code: Readonly<Record<string, SavedCode>>
}

export interface ProgressFile extends Kept {
  readonly format: typeof FORMAT
  readonly version: number
  /** When it was written, by ISO 8601. */
  readonly written: string
}

const FORMAT = 'telar-progress'
/** Grows with each change that an older release could not read. */
const VERSION = 1

/** `at` is the place in the file, such as `progress.counter`. */
export class ProgressFileError extends Error {
  override name = 'ProgressFileError'
  readonly owner = 'app'
  readonly code: 'not-json' | 'not-progress' | 'newer' | 'damaged'
  readonly at: string

  constructor(code: ProgressFileError['code'], at: string, message: string) {
    super(message)
    this.code = code
    this.at = at
  }
}

export function writeProgressFile(kept: Kept, now: Date): string {
  const file: ProgressFile = {
    format: FORMAT,
    version: VERSION,
    written: now.toISOString(),
    ...kept,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** @throws ProgressFileError for anything that this release did not write: half a file is worse than none. */
export function readProgressFile(text: string): ProgressFile {
  const value = parse(text)
  const file = asObject(value)
  if (file?.format !== FORMAT) {
    throw new ProgressFileError(
      'not-progress',
      '',
      `Expected a file with "format": "${FORMAT}", received another one. Choose a file that this page has saved.`,
    )
  }
  if (typeof file.version === 'number' && file.version > VERSION) {
    throw new ProgressFileError(
      'newer',
      String(file.version),
      `Expected version ${VERSION} of the file or an older one, received ${file.version}. Open it on a newer release of this site.`,
    )
  }
  if (file.version !== VERSION) throw damaged('version')
  if (typeof file.written !== 'string' || Number.isNaN(Date.parse(file.written)))
    throw damaged('written')
  return {
    format: FORMAT,
    version: VERSION,
    written: file.written,
    progress: entries(file, 'progress', isProgress),
    predictions: entries(file, 'predictions', isGuesses),
    review: entries(file, 'review', isCard),
    code: entries(file, 'code', isSavedCode),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProgressFileError(
      'not-json',
      '',
      'Expected JSON, received something else. Choose a file that this page has saved.',
    )
  }
}

function entries<Entry>(
  file: Readonly<Record<string, unknown>>,
  section: string,
  isEntry: (value: unknown) => value is Entry,
): Record<string, Entry> {
  const found = asObject(file[section])
  if (!found) throw damaged(section)
  for (const [name, value] of Object.entries(found))
    if (!isEntry(value)) throw damaged(`${section}.${name}`)
  return found as Record<string, Entry>
}

const damaged = (at: string) =>
  new ProgressFileError(
    'damaged',
    at,
    `Expected what this page has saved at ${at}, received something else. Choose another file, or mend this one.`,
  )

const asObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined

const isGuesses = (value: unknown): value is Predictions[string] =>
  Object.values(asObject(value) ?? { none: undefined }).every((guess) => {
    const { guess: said, truth = '' } = (asObject(guess) ?? {}) as {
      guess?: unknown
      truth?: unknown
    }
    return typeof said === 'string' && typeof truth === 'string'
  })
