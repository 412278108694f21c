/** How work is stored: one record for each file that differs from its template, one for the page, and versions. */
import type { Caret } from './work.ts'

/** A file as last written. `text` null is a deleted file; `template` one that was reset to its template. */
export interface FileRecord {
  readonly page: string
  readonly name: string
  readonly text: string | null
  readonly template: boolean
  /** Grows with every write of this file in all tabs; the highest is the newest. */
  readonly stamp: number
  /** The browser tab that wrote it; breaks ties between equal stamps. */
  readonly tab: string
}

/** A write, with the stamp that its tab had last seen for the file (0 for none). */
export interface FileWrite {
  readonly record: FileRecord
  readonly seen: number
}

export interface PageRecord {
  readonly page: string
  readonly tabs: readonly string[]
  readonly open: string
  readonly entry: string
  readonly carets: Readonly<Record<string, Caret>>
}

/** Files that were replaced, kept so that nothing is lost. */
export interface Version {
  readonly id: string
  readonly page: string
  readonly at: number
  /** Ends the sentence “Kept before …”. */
  readonly why: string
  readonly files: Readonly<Record<string, string>>
  readonly entry: string
}

export interface SavedWork {
  readonly files: readonly FileRecord[]
  readonly page: PageRecord | undefined
  readonly versions: readonly Version[]
}

export interface Change {
  readonly writes: readonly FileWrite[]
  readonly page: PageRecord | undefined
  readonly versions: readonly Version[]
}

/** Stored records that conflict with a write: newer ones won, unseen ones lost to it. */
export interface Clash {
  readonly stood: FileRecord
  readonly wrote: FileRecord
  readonly winner: 'stood' | 'wrote'
}

/** Where work is stored. `why` is what a reader should know if it is only in memory. */
export interface WorkStorage {
  readonly place: 'browser' | 'memory'
  readonly why?: string
  load(page: string): Promise<SavedWork>
  save(page: string, change: Change): Promise<readonly Clash[]>
  close(): void
}

export const MAX_VERSIONS = 30

export const isNewer = (one: FileRecord, other: FileRecord) =>
  one.stamp > other.stamp || (one.stamp === other.stamp && one.tab > other.tab)

/** What a write meets: nothing, or a conflict that would lose text without notice. */
export function clashOf(write: FileWrite, stood: FileRecord | undefined): Clash | undefined {
  const wrote = write.record
  if (!stood || stood.tab === wrote.tab || sameContent(stood, wrote)) return undefined
  if (isNewer(stood, wrote)) return { stood, wrote, winner: 'stood' }
  return stood.stamp === write.seen ? undefined : { stood, wrote, winner: 'wrote' }
}

const sameContent = (one: FileRecord, other: FileRecord) =>
  one.text === other.text && one.template === other.template
