/** The contract between the playground's screen and the container its code runs in. */
import type { StepResult } from 'telar/testing'

/** Whose fault it is: the reader's code, the engine, the way between, or the host of the container. */
export type Owner = 'app' | 'engine' | 'network' | 'host'

/** The reader's files by relative path, such as `counter.ts`; `entry` has the default export. */
export interface Project {
  files: Readonly<Record<string, string>>
  entry: string
}

/** One thing that is wrong, at the reader's own line and column (both count from 1). */
export interface Problem {
  owner: Owner
  code: string
  message: string
  file?: string
  line?: number
  column?: number
  endLine?: number
  endColumn?: number
  component?: string
  handler?: string
  source: 'compile' | 'runtime' | 'container'
}

/** A line of the console; `run` counts the processes that took the reader's code up. */
export interface ConsoleLine {
  id: number
  run: number
  at: number
  stream: 'out' | 'err' | 'system'
  text: string
  problem?: Problem
}

/** The steps of a boot, in order. */
export type Step = 'page' | 'host' | 'files' | 'engine' | 'server'

/** Why a container or its process ended. */
export type EndReason =
  | 'memory'
  | 'idle'
  | 'loop'
  | 'cpu'
  | 'disk'
  | 'processes'
  | 'output'
  | 'lifetime'
  | 'asleep'
  | 'exit'

export type Phase =
  | { name: 'idle' }
  /** `position`: here and below, the place in line, counted from 1, while all containers are in use. */
  | { name: 'booting'; step: Step; position?: number }
  /** Booted; nothing of the reader's runs. */
  | { name: 'ready' }
  | { name: 'starting'; run: number }
  | { name: 'running'; run: number; url: string }
  | { name: 'swapping'; run: number; url: string; position?: number }
  /** Others needed the room: it stands still, with all that it holds, and goes on with `before` once it is wanted. */
  | { name: 'asleep'; before: Phase; url?: string; position?: number }
  | { name: 'stopped' }
  /** The code did not start; with `url` the last good preview still stands. */
  | { name: 'failed'; problem: Problem; url?: string }
  | { name: 'ended'; reason: EndReason; message: string }

/** What a screen shows; every change makes a new object. */
export interface ContainerState {
  phase: Phase
  problems: Problem[]
  console: ConsoleLine[]
  /** Lines that went because the console keeps only so many. */
  dropped: number
  host: 'self' | 'stackblitz'
  /** Fields that the last hot swap could not keep, with the reason. */
  kept?: { reset: { field: string; why: string }[] }
}

export type { StepResult }

export interface Container {
  getState(): ContainerState
  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: () => void): () => void
  /** Boots the host and mounts the engine; runs nothing of the reader's. */
  boot(): Promise<void>
  /** Starts the project; boots first when needed. Settles when it runs or has failed. */
  run(project: Project): Promise<void>
  /** Hot swap with state kept; when the new code doesn't start, the old process lives on. */
  update(project: Project): Promise<void>
  stop(): Promise<void>
  /** Wakes one that sleeps; settles when it is its turn. */
  wake(): Promise<void>
  /** Empties the console. */
  clearConsole(): void
  teardown(): Promise<void>
  /** Runs a lesson's check in a process of its own, for at most five seconds. */
  check(project: Project, check: string): AsyncIterable<StepResult>
}
