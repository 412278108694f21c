/** One journal on disk: appends lines at once, and notices lines that others appended. */
import {
  closeSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { StoreError } from './errors.ts'
import { removedLine, replay } from './journal.ts'

/** A journal; the file is opened at its first use and again after `close`. */
export class JournalFile {
  readonly path: string
  #descriptor: number | undefined
  /** The end of the last complete line that we know of. */
  end = 0

  constructor(path: string) {
    this.path = path
  }

  /** Writes a whole journal at once, whose name a line of another journal will give. */
  static create(path: string, text: string): void {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  }

  get isOpen(): boolean {
    return this.#descriptor !== undefined
  }

  /**
   * Appends in one system call, so that lines of several processes never mix. Returns whether ours is
   * all that was appended since `end`, and moves `end` behind it.
   */
  append(line: string): boolean {
    const bytes = Buffer.from(line)
    const descriptor = this.#open()
    let written = 0
    try {
      written = writeSync(descriptor, bytes)
    } catch (cause) {
      this.close()
      throw unwritable(this.path, cause)
    }
    if (written !== bytes.length) {
      this.close()
      throw unwritable(this.path, `only ${written} of ${bytes.length} bytes fit`)
    }
    const alone = fstatSync(descriptor).size === this.end + bytes.length
    if (alone) this.end += bytes.length
    return alone
  }

  /** What was appended since `end`; its last line may be incomplete. */
  readNew(): string {
    return this.#read(this.end, fstatSync(this.#open()).size).toString()
  }

  /** The whole text; `end` is then the end of its last complete line. */
  readAll(): string {
    const bytes = this.#read(0, fstatSync(this.#open()).size)
    this.end = bytes.lastIndexOf(NEWLINE) + 1
    return bytes.toString()
  }

  /** Writes and removes the file. */
  probe(): void {
    this.append('\n')
    this.close()
    rmSync(this.path)
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  #open(): number {
    try {
      this.#descriptor ??= openSync(this.path, 'a+', 0o600)
      return this.#descriptor
    } catch (cause) {
      throw unwritable(this.path, cause)
    }
  }

  #read(from: number, to: number): Buffer {
    const bytes = Buffer.alloc(Math.max(0, to - from))
    let filled = 0
    while (filled < bytes.length) {
      const count = readSync(this.#open(), bytes, filled, bytes.length - filled, from + filled)
      if (count === 0) break
      filled += count
    }
    return bytes.subarray(0, filled)
  }
}

/** The error for a medium that fails; `cause` is its own error. */
export const unwritable = (path: string, cause: unknown) =>
  new StoreError(
    'store-unwritable',
    `Expected to read and write ${path}, received: ${cause instanceof Error ? cause.message : String(cause)}. Choose a folder that this user may write and that has room.`,
    { cause },
  )

const NEWLINE = 0x0a

/** Renames a journal, unless another process has already done so. */
export function moveJournal(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unwritable(from, error)
  }
}

/** Ends a journal; with an epoch, only if no newer one was opened. */
export function removeJournal(path: string, epoch: number | undefined): void {
  const file = new JournalFile(path)
  try {
    // An owner in another process has this file open; the line tells it.
    file.append(removedLine(epoch))
    // After a newer open the line has no effect.
    if (epoch === undefined || replay(file.readAll()).end !== undefined)
      rmSync(path, { force: true })
  } finally {
    file.close()
  }
}
