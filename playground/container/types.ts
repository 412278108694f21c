/** The interface between the playground's screen and the container in which its code runs. */
import type { StepResult } from 'telar/testing'

/** Who is at fault: the reader's code, the engine, the network, or the host of the container. */
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

/** A line of the console; `run` counts the processes that have run the reader's code. */
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
  /** The host cannot be reached, and the container is gone. */
  | 'away'
  | 'exit'

export type Phase =
  | { name: 'idle' }
  /** `position`: here and below, the place in the queue, counted from 1, while all containers are in use. */
  | { name: 'booting'; step: Step; position?: number }
  /** Booted, but nothing of the reader's runs. */
  | { name: 'ready' }
  | { name: 'starting'; run: number }
  | { name: 'running'; run: number; url: string }
  | { name: 'swapping'; run: number; url: string; position?: number }
  /** It was stopped to make room for others: it keeps its state, and continues with `before` when it is used. */
  | { name: 'asleep'; before: Phase; url?: string; position?: number }
  | { name: 'stopped' }
  /** The code did not start; with `url` the last good preview is still shown. */
  | { name: 'failed'; problem: Problem; url?: string }
  | { name: 'ended'; reason: EndReason; message: string }

/** What a screen shows; every change makes a new object. */
export interface ContainerState {
  phase: Phase
  problems: Problem[]
  console: ConsoleLine[]
  /** Lines that were dropped because the console keeps only so many. */
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
  /** Starts the project; boots first if needed. Settles when it runs or has failed. */
  run(project: Project): Promise<void>
  /** Hot swap that keeps state; if the new code doesn't start, the old process continues. */
  update(project: Project): Promise<void>
  stop(): Promise<void>
  /** Wakes a sleeping container; settles when it is its turn. */
  wake(): Promise<void>
  /** Empties the console. */
  clearConsole(): void
  teardown(): Promise<void>
  /** Runs a lesson's check in a separate process, each step for at most five seconds of its own; ends without another result once `over` is aborted. */
  check(project: Project, check: string, over?: AbortSignal): AsyncIterable<StepResult>
}
