/** Keeps the last edits of a page that closes before its storage has answered. */
import type { FileRecord } from './records.ts'

/** Synchronous, unlike the storage itself, so it works even while the page closes. */
export interface LastWords {
  say(page: string, tab: string, records: readonly FileRecord[]): void
  /** What any tab has written for a page and no storage has confirmed yet. */
  hear(page: string): readonly FileRecord[]
  /** The storage has what these tabs wrote. */
  forget(page: string, tabs: Iterable<string>): void
}

const PREFIX = 'telar-last-words:'
const key = (page: string, tab: string) => `${PREFIX}${page}:${tab}`

/** Uses `localStorage` or a similar store; if it refuses or is full, only this safety net is lost. */
export function lastWordsIn(open: () => Storage): LastWords {
  const attempt = <T>(action: (storage: Storage) => T, otherwise: T): T => {
    try {
      return action(open())
    } catch {
      return otherwise
    }
  }
  return {
    say: (page, tab, records) =>
      attempt((storage) => storage.setItem(key(page, tab), JSON.stringify(records)), undefined),
    hear: (page) =>
      attempt((storage) => {
        const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
        const said = keys.filter((name) => name.startsWith(key(page, '')))
        return said.flatMap((name) => recordsIn(storage.getItem(name) ?? '[]', page))
      }, []),
    forget: (page, tabs) =>
      attempt((storage) => {
        for (const tab of tabs) storage.removeItem(key(page, tab))
      }, undefined),
  }
}

function recordsIn(json: string, page: string): readonly FileRecord[] {
  const said: unknown = JSON.parse(json)
  if (!Array.isArray(said)) return []
  return said.filter((record): record is FileRecord => {
    if (typeof record !== 'object' || record === null) return false
    const { name, text, stamp, tab, template } = record as Record<string, unknown>
    return (
      (record as Record<string, unknown>).page === page &&
      typeof name === 'string' &&
      (typeof text === 'string' || text === null) &&
      typeof stamp === 'number' &&
      typeof tab === 'string' &&
      typeof template === 'boolean'
    )
  })
}
