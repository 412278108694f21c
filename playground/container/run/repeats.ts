/** Keeps a fault that comes again and again from flooding the console. */
import type { Problem } from '../types.ts'

const AGAIN_AFTER_MS = 1000

export class Repeats {
  private readonly now: () => number
  private readonly told = new Map<string, number>()

  constructor(now: () => number) {
    this.now = now
  }

  /** False for a fault of the same words and place within a second of the one that was told. */
  isNews({ message, file, line, column }: Problem): boolean {
    const key = JSON.stringify([message, file, line, column])
    const before = this.told.get(key)
    if (before !== undefined && this.now() - before < AGAIN_AFTER_MS) return false
    if (this.told.size > 1000) this.told.clear()
    this.told.set(key, this.now())
    return true
  }
}
