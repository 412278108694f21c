/** The interface of a store of sessions, as the session folder uses it. */
import type { StoreError } from './errors.ts'

/** A message that a turn published: its topic and its encoded content, which only the bus folder reads. */
export interface Publish {
  readonly topic: string
  readonly message: string
}

/** Everything of one session that a process needs to take it up. */
export interface SessionRecord {
  /** The path that the page was registered at. */
  page: string
  /** The page's version at the last write. */
  version: number
  /** The last applied event of the tab. */
  seq: number
  /** The epoch of the last write; see `StateStore.open`. */
  epoch: number
  /** What the session knows of its visitor, as a text that only the session folder reads. */
  meta: string
  /** Component path → its encoded state. */
  components: ReadonlyMap<string, string>
  /** Target → what a driver last wrote there, as a text that only the session folder reads. */
  overlays: ReadonlyMap<string, string>
  /** Messages that were stored with the state and may not have been sent. */
  publishes: readonly Publish[]
}

/** What one event changed. A name with `null` is deleted; names that are absent stay as they were. */
export interface SessionChange {
  page?: string
  version?: number
  seq?: number
  meta?: string
  components?: ReadonlyMap<string, string | null>
  overlays?: ReadonlyMap<string, string | null>
  /** Messages to send once this is written; they replace the earlier ones. None if those were sent. */
  publishes?: readonly Publish[]
}

/** One of several writes that are made together. */
export interface SessionWrite {
  readonly id: string
  readonly epoch: number
  readonly change: SessionChange
}

/** A session that was taken over: the epoch to write with, and its record. */
export interface OpenedSession {
  epoch: number
  /** Missing when the session is new to this store, or was lost. */
  record?: SessionRecord
  /** Why stored data was lost; a sentence for the log and the tab. */
  lost?: StoreError
}

/** A result, either immediate or a promise; `await` takes both. */
export type Soon<T> = T | Promise<T>

/**
 * Where sessions are kept. Every process that may take a session over opens it in the same store; only one owns it at a time.
 *
 * @example
 * const store: StateStore = memoryStore()
 * const tab = await visit(Counter, { store })
 * await tab.click(byRole('button'))
 * const record = await store.load('tab-1')
 * record?.seq // 1
 */
export interface StateStore {
  /** One sentence: what survives when a process is killed. */
  readonly promises: string

  /** False if sessions always end with their process. */
  readonly outlives?: boolean

  /** Reads a session without taking it over. */
  load(id: string): Soon<SessionRecord | undefined>

  /**
   * Takes a session over for `owner` (a process's name, for messages) with a greater epoch than
   * any before. From then on a write with an older epoch throws `session-fenced`, in any process.
   */
  open(id: string, owner: string): Soon<OpenedSession>

  /**
   * Writes the whole `change` or nothing. Once this returns (or its promise resolves), the
   * change survives what `promises` says. The first write of a session names its page.
   *
   * @throws StoreError `session-fenced` when a newer epoch was opened, `session-gone` when the
   * session was evicted or removed, `store-unwritable` when the medium fails. After any of them
   * nothing more may be written with this epoch; except after `session-fenced`, the session opens it again.
   */
  write(id: string, epoch: number, change: SessionChange): Soon<void>

  /**
   * Writes changes of several sessions in one trip, each as `write` would: a failure of one does not affect the others. Returns for
   * each of them `undefined`, or the error that `write` would have thrown. If it is missing, each change is a separate `write`.
   */
  writeMany?(writes: readonly SessionWrite[]): Promise<readonly (Error | undefined)[]>

  /**
   * Ends a session; its owner, if any, gets `session-gone` at its next write. With `epoch` only if no newer one was
   * opened: a process that has taken it over keeps it.
   */
  remove(id: string, epoch?: number): Soon<void>

  /** Removes sessions neither opened nor written for `idleMs`, and returns how many. */
  sweep(idleMs: number): Soon<number>

  /**
   * Notes that every session of `key` (what `identityKey` gives) that began at `at` (milliseconds since 1970) or before has ended.
   * The latest time stands, whichever process comes last. Needed for `identityKey` and `endSessions`, with `notBefore`.
   */
  setNotBefore?(key: string, at: number): Soon<void>

  /** The latest time that was set for `key`, from whichever process; 0 if there is none. `sweep` may forget it as it removes sessions. */
  notBefore?(key: string): Soon<number>

  /** Closes what the store holds open; sessions stay stored. */
  close(): Soon<void>
}

/** A store whose results are all synchronous. */
export interface PromptStore extends StateStore {
  load(id: string): SessionRecord | undefined
  open(id: string, owner: string): OpenedSession
  write(id: string, epoch: number, change: SessionChange): void
  remove(id: string, epoch?: number): void
  sweep(idleMs: number): number
  setNotBefore(key: string, at: number): void
  notBefore(key: string): number
  close(): void
}
