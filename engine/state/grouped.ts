/** Combines the writes of many sessions: those made in the same turn of the event loop go to the store together. */
import type { SessionChange, SessionWrite, StateStore } from './store.ts'

/** The same store; if it can, it writes many changes at once. */
export function grouped(store: StateStore): StateStore {
  return store.writeMany ? new GroupedStore(store) : store
}

interface Waiting extends SessionWrite {
  resolve(): void
  reject(error: unknown): void
}

class GroupedStore implements StateStore {
  readonly promises: string
  readonly outlives: boolean | undefined
  readonly setNotBefore: StateStore['setNotBefore']
  readonly notBefore: StateStore['notBefore']
  readonly #store: StateStore
  #waiting: Waiting[] = []

  constructor(store: StateStore) {
    this.promises = store.promises
    this.outlives = store.outlives
    this.setNotBefore = store.setNotBefore?.bind(store)
    this.notBefore = store.notBefore?.bind(store)
    this.#store = store
  }

  write(id: string, epoch: number, change: SessionChange): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) queueMicrotask(() => void this.#writeAll())
      this.#waiting.push({ id, epoch, change, resolve, reject })
    })
  }

  async #writeAll() {
    const group = this.#waiting
    this.#waiting = []
    try {
      const errors = await this.#store.writeMany!(group)
      for (const [i, { resolve, reject }] of group.entries()) {
        if (errors[i]) reject(errors[i])
        else resolve()
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  load = (id: string) => this.#store.load(id)
  open = (id: string, owner: string) => this.#store.open(id, owner)
  remove = (id: string, epoch?: number) => this.#store.remove(id, epoch)
  sweep = (idleMs: number) => this.#store.sweep(idleMs)
  close = () => this.#store.close()
}
