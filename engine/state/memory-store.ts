/** Keeps sessions in this process's memory, and evicts the least recently used ones at its limit. */
import { fenced, gone } from './errors.ts'
import { applyChange, checkId, copyOf, lengthOf, OpenRecord } from './record.ts'
import type { OpenedSession, PromptStore, SessionChange, SessionRecord } from './store.ts'

interface MemoryStoreOptions {
  /** The maximum number of sessions; the least recently used one is evicted first. Default 10,000. */
  maxSessions?: number
  /** The maximum bytes of text, counted as two per UTF-16 unit. Default 256 MiB. */
  maxBytes?: number
  /** Milliseconds now; for `sweep`. */
  now?: () => number
}

/**
 * A store that keeps nothing after the process was killed. All its results are synchronous. A session that it
 * evicted starts again with a second mount; this is the one case where that is allowed.
 *
 * @param options `maxSessions` and `maxBytes` say when the oldest are evicted; `now` is a clock for tests.
 * @example
 * const store = memoryStore({ maxSessions: 1000 })
 * store.promises // 'Nothing survives the kill of its process.'
 */
export function memoryStore(options: MemoryStoreOptions = {}): PromptStore {
  return new MemoryStore(options)
}

class Held extends OpenRecord {
  written = false
  /** The last one that it was opened with. */
  opened: number
  owner = ''
  usedAt = 0

  constructor(opened: number) {
    super()
    this.opened = opened
  }
}

class MemoryStore implements PromptStore {
  readonly promises = 'Nothing survives the kill of its process.'
  readonly outlives = false
  // A Map keeps insertion order, so its first entry is the least recently used.
  readonly #held = new Map<string, Held>()
  readonly #notBefore = new Map<string, { at: number; setAt: number }>()
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
    return held?.written ? copyOf(held) : undefined
  }

  open(id: string, owner: string): OpenedSession {
    checkId(id)
    // An evicted id must never get an old epoch again, so epochs count across all sessions.
    const held = this.#held.get(id) ?? new Held(this.#lastEpoch)
    held.opened++
    held.owner = owner
    this.#use(id, held)
    return { epoch: held.opened, record: held.written ? copyOf(held) : undefined }
  }

  write(id: string, epoch: number, change: SessionChange): void {
    const held = this.#held.get(id)
    if (held === undefined) {
      checkId(id)
      throw gone(id)
    }
    if (held.opened !== epoch) throw fenced(id, epoch, held.opened, held.owner)
    held.written = true
    this.#length += applyChange(held, epoch, change)
    this.#use(id, held)
  }

  remove(id: string, epoch?: number): void {
    checkId(id)
    const held = this.#held.get(id)
    if (held === undefined || (epoch !== undefined && held.opened > epoch)) return
    this.#length -= lengthOf(held)
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
    for (const [key, { setAt }] of this.#notBefore) {
      if (setAt <= before) this.#notBefore.delete(key)
    }
    return removed
  }

  setNotBefore(key: string, at: number): void {
    this.#notBefore.set(key, { at: Math.max(at, this.notBefore(key)), setAt: this.#now() })
  }

  notBefore(key: string): number {
    return this.#notBefore.get(key)?.at ?? 0
  }

  close(): void {
    this.#held.clear()
    this.#notBefore.clear()
    this.#length = 0
  }

  #lastEpoch = 0

  #use(id: string, held: Held): void {
    this.#lastEpoch = Math.max(this.#lastEpoch, held.opened)
    held.usedAt = this.#now()
    this.#held.delete(id)
    this.#held.set(id, held)
    const isOver = this.#held.size > this.#maxSessions || this.#length > this.#maxLength
    if (isOver) this.#evict(id)
  }

  // The session in use stays even when it alone exceeds the limit: its state has a limit already.
  #evict(inUse: string): void {
    for (const id of this.#held.keys()) {
      if (this.#held.size <= this.#maxSessions && this.#length <= this.#maxLength) return
      if (id !== inUse) this.remove(id)
    }
  }
}
