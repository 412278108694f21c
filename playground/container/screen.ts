/** Holds what the screen shows: the state, its subscribers, and the console's lines. */
import type { Clock } from './clock.ts'
import { ConsoleLines, OPEN_LINE_MS, type Printed, problemLine } from './console-lines.ts'
import { type Happening, initialState, next } from './phases.ts'
import type { ContainerState, Problem } from './types.ts'

export class Screen {
  state: ContainerState
  private readonly clock: Clock
  private readonly lines: ConsoleLines
  private readonly listeners = new Set<() => void>()
  private flushing = false

  constructor(host: ContainerState['host'], clock: Clock) {
    this.clock = clock
    this.lines = new ConsoleLines(clock.now)
    this.state = initialState(host)
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  happen(happening: Happening): void {
    this.state = next(this.state, happening)
    for (const listener of [...this.listeners]) listener()
  }

  print(printed: Printed): void {
    const lines = this.lines.add(printed)
    if (lines.length > 0) this.happen({ type: 'printed', lines })
    if (!this.lines.hasOpen || this.flushing) return
    this.flushing = true
    this.clock.after(OPEN_LINE_MS, () => {
      this.flushing = false
      const rest = this.lines.flush()
      if (rest.length > 0) this.happen({ type: 'printed', lines: rest })
    })
  }

  /** A message of the container itself. */
  note(run: number, text: string): void {
    this.happen({ type: 'printed', lines: [this.lines.line({ run, stream: 'system', text })] })
  }

  clear(): void {
    this.happen({ type: 'cleared' })
  }

  /** How often a problem occurred that is not reported each time. */
  again({ run, problem, times }: { run: number; problem: Problem; times: number }): void {
    const text = `${times} more like it within a second: ${problem.message}`
    const lines = [this.lines.line({ run, stream: 'err', text }, problem)]
    this.happen({ type: 'printed', lines })
  }

  /** Problems as lines of the console, each with its place. */
  tell(run: number, problems: Problem[]): void {
    const lines = problems.map((problem) =>
      this.lines.line({ run, stream: 'err', text: problemLine(problem) }, problem),
    )
    this.happen({ type: 'printed', lines })
  }
}
