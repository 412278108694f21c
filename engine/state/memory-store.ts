/** Keeps sessions in this process's memory and forgets the longest unused ones at its bound. */
import { fenced, gone } from './errors.ts'
import { applyChange, blankRecord, checkId, copyOf, type OpenRecord } from './record.ts'
import type { OpenedSession, PromptStore, SessionChange, SessionRecord } from './store.ts'

interface MemoryStoreOptions {
  /** Sessions kept at most; the longest unused one goes first. Default 10,000. */
  maxSessions?: number
  /** Bytes of text kept at most, counted as two per UTF-16 unit. Default 256 MiB. */
  maxBytes?: number
  /** Milliseconds now; for `sweep`. */
  now?: () => number
}

/**
 * A store that promises nothing after a kill. All its answers are there at once. A session that it
 * evicted starts again with a second mount, which is the one case where that is allowed.
 *
 * @example
 * const store = memoryStore({ maxSessions: 1000 })
 * store.promises // 'Nothing survives the kill of its process.'
 */
export function memoryStore(options: MemoryStoreOptions = {}): PromptStore {
  return new MemoryStore(options)
}

interface Held {
  record: OpenRecord
  written: boolean
  epoch: number
  owner: string
  length: number
  usedAt: number
}

class MemoryStore implements PromptStore {
  readonly promises = 'Nothing survives the kill of its process.'
  readonly outlives = false
  // A Map keeps insertion order, so its first entry is the longest unused.
  readonly #held = new Map<string, Held>()
  readonly #maxSessions: number
  readonly #maxLength: number
  readonly #now: () => number
  #length = 0

  constructor(options: MemoryStoreOptions) {
    this.#maxSessions = options.maxSessions ?? 10_000
    this.#maxLength = (options.maxBytes ?? 268_435_456) / 2
    this.#now = options.now ?? Date.now
  }

  load(id: string): SessionRecord | undefined {
    checkId(id)
    const held = this.#held.get(id)
    return held?.written ? copyOf(held.record) : undefined
  }

  open(id: string, owner: string): OpenedSession {
    checkId(id)
    const held = this.#held.get(id) ?? this.#blank()
    held.epoch++
    held.owner = owner
    this.#use(id, held)
    return { epoch: held.epoch, record: held.written ? copyOf(held.record) : undefined }
  }

  write(id: string, epoch: number, change: SessionChange): void {
    checkId(id)
    const held = this.#held.get(id)
    if (held === undefined) throw gone(id)
    if (held.epoch !== epoch) throw fenced(id, epoch, held.epoch, held.owner)
    const grown = applyChange(held.record, epoch, change)
    held.written = true
    held.length += grown
    this.#length += grown
    this.#use(id, held)
  }

  remove(id: string, epoch?: number): void {
    checkId(id)
    const held = this.#held.get(id)
    if (held && epoch !== undefined && held.epoch > epoch) return
    this.#length -= held?.length ?? 0
    this.#held.delete(id)
  }

  sweep(idleMs: number): number {
    const before = this.#now() - idleMs
    let removed = 0
    for (const [id, held] of this.#held) {
      if (held.usedAt > before) continue
      this.remove(id)
      removed++
    }
    return removed
  }

  close(): void {
    this.#held.clear()
    this.#length = 0
  }

  #blank(): Held {
    // An evicted id must never see an old epoch again, so epochs grow across all sessions.
    return {
      record: blankRecord(),
      written: false,
      epoch: this.#lastEpoch,
      owner: '',
      length: 0,
      usedAt: 0,
    }
  }

  #lastEpoch = 0

  #use(id: string, held: Held): void {
    this.#lastEpoch = Math.max(this.#lastEpoch, held.epoch)
    held.usedAt = this.#now()
    this.#held.delete(id)
    this.#held.set(id, held)
    const isOver = this.#held.size > this.#maxSessions || this.#length > this.#maxLength
    if (isOver) this.#evict(id)
  }

  // The session in use stays even when it alone is over the bound: its state is already bounded.
  #evict(inUse: string): void {
    for (const id of this.#held.keys()) {
      if (this.#held.size <= this.#maxSessions && this.#length <= this.#maxLength) return
      if (id !== inUse) this.remove(id)
    }
  }
}
