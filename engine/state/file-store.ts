/** Keeps each session in a file of its own, with one line appended for each change. */
import { createHash, randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fenced, gone, StoreError } from './errors.ts'
import {
  changeLine,
  movedLine,
  openLine,
  ownLine,
  type Replay,
  replay,
  wholeLine,
} from './journal.ts'
import { JournalFile, moveJournal, removeJournal, unwritable } from './journal-file.ts'
import { checkId, copyOf, lengthOf } from './record.ts'
import type { OpenedSession, PromptStore, SessionChange, SessionRecord } from './store.ts'

interface FileStoreOptions {
  /** Files held open at once; others are opened again when they are written. Default 256. */
  maxOpenFiles?: number
  /** How many bytes a journal may grow beyond four times its content before it is rewritten. */
  slackBytes?: number
  /** Milliseconds now; for `sweep`. */
  now?: () => number
}

/**
 * A store in a folder, which several processes of one machine may share. Each acknowledged change
 * is one append: a process killed at any point loses none. Power loss is not covered (no `fsync`).
 * All its results are synchronous. `README.md` in this folder draws the journal.
 *
 * @param folder It is made if it is not there; one file a session.
 * @param options `maxOpenFiles` (256) are held open at once; a journal may grow `slackBytes` before it is rewritten; `now` is a clock for tests.
 * @throws StoreError `store-unwritable` when the folder can't be made or written.
 * @example
 * import { mkdtemp, rm } from 'node:fs/promises'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 *
 * const folder = await mkdtemp(join(tmpdir(), 'sessions-'))
 * const tab = await visit(Counter, { store: fileStore(folder) })
 * await tab.click(byRole('button'))
 * await tab.reconnect({ restarted: true })
 * tab.text() // 'Clicked 1 times'
 * await rm(folder, { recursive: true })
 */
export function fileStore(folder: string, options: FileStoreOptions = {}): PromptStore {
  return new FileStore(folder, options)
}

interface Owned {
  file: JournalFile
  epoch: number
  owner: string
  mark: string
  /** The record's size in UTF-16 units when its journal was last read whole. */
  content: number
}

class FileStore implements PromptStore {
  readonly promises =
    'Every acknowledged change survives the kill of a process, not the loss of power.'
  readonly #owned = new Map<string, Owned>()
  // The least recently used comes first.
  readonly #open = new Map<string, JournalFile>()
  readonly #folder: string
  readonly #maxOpenFiles: number
  readonly #slackBytes: number
  readonly #now: () => number
  #closed = false

  constructor(folder: string, options: FileStoreOptions) {
    this.#folder = folder
    this.#maxOpenFiles = options.maxOpenFiles ?? 256
    this.#slackBytes = options.slackBytes ?? 65_536
    this.#now = options.now ?? Date.now
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      new JournalFile(join(folder, `probe.${randomUUID()}.next`)).probe()
    } catch (cause) {
      throw unwritable(folder, cause)
    }
  }

  load(id: string): SessionRecord | undefined {
    const result = this.#read(id)
    return result?.written ? copyOf(result.record) : undefined
  }

  open(id: string, owner: string): OpenedSession {
    const path = this.#path(id)
    let lost: StoreError | undefined
    this.#drop(id)
    for (;;) {
      const file = new JournalFile(path)
      const mark = randomUUID()
      try {
        // The line is appended before the file is read: no line can come before it any more.
        file.append(openLine(mark, owner))
        const result = replay(file.readAll())
        if (result.end !== undefined) {
          file.close()
          this.#follow(id, result)
          continue
        }
        if (result.mark !== mark) throw fenced(id, result.epoch - 1, result.epoch, result.owner)
        const { epoch, written, record } = result
        const owned = { file, epoch, owner, mark, content: lengthOf(record) }
        this.#owned.set(id, owned)
        this.#use(id, file)
        if (written) this.#shortenIfGrown(id, owned)
        return { epoch, record: written ? copyOf(record) : undefined, lost }
      } catch (error) {
        file.close()
        if (!(error instanceof StoreError && error.code === 'session-unreadable')) throw error
        lost = error
        moveJournal(path, `${path}.unreadable`)
      }
    }
  }

  write(id: string, epoch: number, change: SessionChange): void {
    const owned = this.#owner(id, epoch)
    this.#append(id, owned, changeLine(epoch, change))
    this.#use(id, owned.file)
    this.#shortenIfGrown(id, owned)
  }

  remove(id: string, epoch?: number): void {
    const path = this.#path(id)
    if (epoch !== undefined && (this.#owned.get(id)?.epoch ?? epoch) > epoch) return
    this.#drop(id)
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) removeJournal(path, epoch)
  }

  sweep(idleMs: number): number {
    const before = this.#now() - idleMs
    let removed = 0
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name)
      const stat = statSync(path, { throwIfNoEntry: false })
      if (stat === undefined || stat.mtimeMs > before) continue
      if (/^[\w-]{1,128}\.session$/.test(name)) {
        this.remove(name.slice(0, -ENDING.length))
        removed++
      } else if (name.endsWith(NOT_BEFORE)) {
        rmSync(path, { force: true })
      } else if (/\.(next|unreadable)$/.test(name) && stat.mtimeMs < before - GRACE) {
        rmSync(path, { force: true })
      }
    }
    return removed
  }

  // Each time is a line of its own, appended in one system call: of several processes at once the latest time stands.
  setNotBefore(key: string, at: number): void {
    const path = this.#notBeforePath(key)
    try {
      // A line that was cut off by a full disk must not grow into a later time.
      appendFileSync(path, `\n${at}\n`, { mode: 0o600 })
    } catch (cause) {
      throw unwritable(path, cause)
    }
  }

  notBefore(key: string): number {
    const path = this.#notBeforePath(key)
    try {
      const times = readFileSync(path, 'utf8').split('\n')
      return Math.max(...times.map((time) => Number(time) || 0))
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 0
      throw unwritable(path, cause)
    }
  }

  close(): void {
    this.#closed = true
    for (const id of this.#owned.keys()) this.#drop(id)
  }

  #path(id: string): string {
    checkId(id)
    if (this.#closed) throw closed(this.#folder)
    return join(this.#folder, id + ENDING)
  }

  // A key may be an address or anything else that is no file name.
  #notBeforePath(key: string): string {
    if (this.#closed) throw closed(this.#folder)
    return join(this.#folder, createHash('sha256').update(key).digest('hex') + NOT_BEFORE)
  }

  #read(id: string): Replay | undefined {
    let path = this.#path(id)
    for (;;) {
      let text: string
      try {
        text = readFileSync(path, 'utf8')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unwritable(path, error)
        // The continuation was renamed to the session's own name in between.
        if (path === this.#path(id)) return undefined
        path = this.#path(id)
        continue
      }
      const result = replay(text)
      if (result.end === undefined) return result
      if ('removed' in result.end) return undefined
      path = this.#continuation(id, result.end.moved)
    }
  }

  #owner(id: string, epoch: number): Owned {
    const path = this.#path(id)
    const owned = this.#owned.get(id)
    if (owned === undefined) throw this.#refusal(id, epoch)
    if (owned.epoch !== epoch) throw fenced(id, epoch, owned.epoch, owned.owner)
    if (owned.file.isOpen) return owned
    for (;;) {
      if (statSync(path, { throwIfNoEntry: false }) === undefined) throw this.#refusal(id, epoch)
      const result = replay(owned.file.readAll())
      if (result.end !== undefined) {
        owned.file.close()
        this.#follow(id, result)
        continue
      }
      if (result.mark !== owned.mark || result.half) throw this.#refusal(id, epoch)
      owned.content = lengthOf(result.record)
      return owned
    }
  }

  #append(id: string, owned: Owned, line: string): void {
    let alone: boolean
    try {
      alone = owned.file.append(line)
    } catch (error) {
      // The file may end in half a line now, and only an open may follow one.
      this.#drop(id)
      throw error
    }
    if (alone) return
    // Another process wrote too. If it took over before our line, ours counts for nothing.
    const found = ownLine(owned.file.readNew(), owned.epoch)
    if (typeof found === 'string') throw this.#refusal(id, owned.epoch)
    owned.file.end += found.end
  }

  // The journal continues in a new file once its last line says so: an append decides, never a rename.
  #shortenIfGrown(id: string, owned: Owned): void {
    if (owned.file.end <= owned.content * 4 + this.#slackBytes) return
    const next = `${id}.${randomUUID()}.next`
    try {
      const result = replay(owned.file.readAll())
      // Having read the take-over, we would not notice it at the next write, so we close the session here.
      if (result.mark !== owned.mark || result.end !== undefined) {
        this.#drop(id)
        return
      }
      JournalFile.create(join(this.#folder, next), wholeLine(result))
      this.#append(id, owned, movedLine(owned.epoch, next))
      owned.file.close()
      this.#follow(id, { ...result, end: { moved: next } })
    } catch {
      // The change itself is written; what fails here will fail the next write, which reports it.
      owned.file.close()
      if (this.#read(id)?.mark !== owned.mark) rmSync(join(this.#folder, next), { force: true })
    }
  }

  #follow(id: string, { end }: Replay): void {
    const path = this.#path(id)
    if (end === undefined) return
    if ('removed' in end) {
      rmSync(path, { force: true })
      return
    }
    moveJournal(this.#continuation(id, end.moved), path)
  }

  #continuation(id: string, name: string): string {
    if (new RegExp(`^${id}\\.[0-9a-f-]{36}\\.next$`).test(name)) return join(this.#folder, name)
    throw new StoreError(
      'session-unreadable',
      `Expected the journal of session ${id} to continue in a file of its own, received ${name}. Remove the session's file.`,
    )
  }

  #refusal(id: string, epoch: number): StoreError {
    this.#drop(id)
    const now = this.#read(id)
    if (now === undefined || now.epoch <= epoch) return gone(id)
    return fenced(id, epoch, now.epoch, now.owner)
  }

  #use(id: string, file: JournalFile): void {
    this.#open.delete(id)
    this.#open.set(id, file)
    for (const [oldest, unused] of this.#open) {
      if (this.#open.size <= this.#maxOpenFiles) return
      unused.close()
      this.#open.delete(oldest)
    }
  }

  #drop(id: string): void {
    this.#owned.get(id)?.file.close()
    this.#owned.delete(id)
    this.#open.delete(id)
  }
}

const ENDING = '.session'
const NOT_BEFORE = '.not-before'

// A continuation is named within milliseconds after it was made; after a minute it never will be.
const GRACE = 60_000

const closed = (folder: string) =>
  new StoreError(
    'store-closed',
    `Expected an open store in ${folder}, received a closed one. Open it again with fileStore().`,
  )
