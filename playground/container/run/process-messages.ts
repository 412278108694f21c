/** The messages between the supervisor and one of the reader's processes. */
import type { ResetField } from '../messages.ts'
import type { Problem, StepResult } from '../types.ts'

/** What the supervisor asks of a process, one JSON line each on its standard input. */
export type ProcessCommand =
  | { type: 'prepare'; build: BuiltFiles; port: number; sessions: string; secret: string }
  | { type: 'listen' }
  | { type: 'release' }
  | { type: 'drain' }
  /** `root` holds the files as they were written. */
  | { type: 'check'; build: BuiltFiles; check: string; root: string; files: string[] }

export interface BuiltFiles {
  folder: string
  /** The reader's file with the default export. */
  entry: string
  /** The name of each of the reader's modules in `folder`; stacks show the reader's names. */
  outputs: Record<string, string>
  /** All of the project's `.css` files, one after another. */
  css: string
}

/** What a process answers, one marked line each on its standard output. */
export type ProcessEvent =
  | { type: 'warm' }
  /** The program's output on standard error, sent through the same pipe to keep its order. */
  | { type: 'printed'; text: string }
  | { type: 'prepared' }
  | { type: 'refused'; problems: Problem[] }
  | { type: 'listening'; port: number }
  | { type: 'released' }
  /** No more events are accepted, and all earlier ones are done. */
  | { type: 'draining' }
  | { type: 'drained' }
  | { type: 'fault'; problem: Problem }
  /** The number of times that the fault occurred again within a second without being reported. */
  | { type: 'again'; problem: Problem; times: number }
  | { type: 'blocked'; problem: Problem }
  | { type: 'reset'; fields: ResetField[] }
  /** The current step of a check, in case it never ends. */
  | { type: 'begun'; step: { id: string; title: string; hint?: string } }
  | { type: 'step'; step: StepResult }
  | { type: 'checked'; problem?: Problem }
  /** The command waits for something that does not happen. */
  | { type: 'waits' }
