/** The lines between the supervisor and one process of the reader's. */
import type { ResetField } from '../facts.ts'
import type { Problem, StepResult } from '../types.ts'

/** What the supervisor asks of a process, one JSON line each on its standard input. */
export type Order =
  | { do: 'prepare'; build: BuiltFiles; port: number; sessions: string; secret: string }
  | { do: 'listen' }
  | { do: 'release' }
  | { do: 'drain' }
  | { do: 'check'; build: BuiltFiles; check: string; files: string[] }

export interface BuiltFiles {
  folder: string
  /** The reader's file with the default export. */
  entry: string
  /** What each of the reader's modules is called in `folder`; their own names stand in stacks. */
  outputs: Record<string, string>
  /** All of the project's `.css` files, one after another. */
  css: string
}

/** What a process answers, one marked line each on its standard output. */
export type Word =
  | { word: 'warm' }
  /** What the program wrote to its standard error: down the one pipe, so that it keeps its place. */
  | { word: 'printed'; text: string }
  | { word: 'prepared' }
  | { word: 'refused'; problems: Problem[] }
  | { word: 'listening'; port: number }
  | { word: 'released' }
  | { word: 'drained' }
  | { word: 'fault'; problem: Problem }
  /** The fault came this often more within a second, and was not told again. */
  | { word: 'again'; problem: Problem; times: number }
  /** The main thread is held; who holds it is being looked at. */
  | { word: 'held' }
  | { word: 'blocked'; problem: Problem }
  | { word: 'reset'; fields: ResetField[] }
  /** Which step of a check is under way, for when it never ends. */
  | { word: 'begun'; step: { id: string; title: string; hint?: string } }
  | { word: 'step'; step: StepResult }
  | { word: 'checked'; problem?: Problem }
