/** A store that fails when it is told to, as a disk that is full for a moment does. */
import type { Soon, StateStore } from '../../../engine/state/store.ts'

type Call = 'load' | 'open' | 'write' | 'remove' | 'sweep'

export class FailingStore implements StateStore {
  readonly promises: string
  /** What it says while it fails. */
  error: unknown
  fails = new Set<Call>()
  /** How often it has failed. */
  failed = 0
  /** Its answers are promises. */
  isLate = false
  private readonly store: StateStore

  constructor(store: StateStore) {
    this.store = store
    this.promises = store.promises
  }

  /** From now on these calls fail. */
  fail(error: unknown, ...calls: Call[]): void {
    this.error = error
    this.fails = new Set(calls)
  }

  mend(): void {
    this.fails.clear()
  }

  load = (...given: Parameters<StateStore['load']>) =>
    this.ask('load', () => this.store.load(...given))
  open = (...given: Parameters<StateStore['open']>) =>
    this.ask('open', () => this.store.open(...given))
  write = (...given: Parameters<StateStore['write']>) =>
    this.ask('write', () => this.store.write(...given))
  remove = (...given: Parameters<StateStore['remove']>) =>
    this.ask('remove', () => this.store.remove(...given))
  sweep = (...given: Parameters<StateStore['sweep']>) =>
    this.ask('sweep', () => this.store.sweep(...given))
  setNotBefore = (key: string, at: number) =>
    this.ask('write', () => this.store.setNotBefore!(key, at))
  notBefore = (key: string) => this.ask('load', () => this.store.notBefore!(key))
  close = () => this.store.close()

  private ask<Answer>(call: Call, act: () => Soon<Answer>): Soon<Answer> {
    const answer = () => {
      if (!this.fails.has(call)) return act()
      this.failed++
      throw this.error
    }
    return this.isLate ? new Promise((resolve) => setImmediate(resolve)).then(answer) : answer()
  }
}
