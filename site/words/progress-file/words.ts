/** What is said about saving and loading one's progress as a file. */
import type { ProgressFileError } from '../../lib/progress-file.ts'

interface Counts {
  readonly passed: number
  readonly code: number
}

export interface ProgressFileWords {
  readonly title: string
  readonly about: string
  readonly save: string
  readonly saving: string
  saved(bytes: number, ms: number): string
  readonly load: string
  readonly ask: string
  question(written: Date, file: Counts, here: Counts): string
  readonly replace: string
  readonly cancel: string
  readonly loading: string
  loaded(ms: number): string
  readonly undo: string
  readonly undone: string
  problem(code: ProgressFileError['code'], at: string): string
}
