/** Keeps a repeated fault from flooding the console, and reports how often it occurred. */
import type { Problem } from '../types.ts'

const AGAIN_AFTER_MS = 1000

interface Told {
  at: number
  /** How often it has occurred since. */
  times: number
}

export class Repeats {
  private readonly now: () => number
  private readonly again: (problem: Problem, times: number) => void
  private readonly told = new Map<string, Told>()

  /** `again` is called a second after a repeated fault, with the number of times that were not reported. */
  constructor(now: () => number, again: (problem: Problem, times: number) => void) {
    this.now = now
    this.again = again
  }

  /** False for a fault with the same message and place within a second of the one that was reported. */
  isNews(problem: Problem): boolean {
    const { message, file, line, column } = problem
    const key = JSON.stringify([message, file, line, column])
    const before = this.told.get(key)
    if (before && this.now() - before.at < AGAIN_AFTER_MS) {
      before.times += 1
      if (before.times === 1) setTimeout(() => this.count(key, problem), AGAIN_AFTER_MS).unref()
      return false
    }
    if (this.told.size > 1000) this.told.clear()
    this.told.set(key, { at: this.now(), times: 0 })
    return true
  }

  private count(key: string, problem: Problem): void {
    const told = this.told.get(key)
    if (!told || told.times === 0) return
    this.again(problem, told.times)
    told.times = 0
  }
}
