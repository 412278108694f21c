/** Entries by name, kept in this browser under one key: in memory where storage is refused, and the same in all tabs. */

export interface KeptRecord<Entry> {
  all(): Readonly<Record<string, Entry>>
  /** Writes these entries and leaves the others. */
  put(entries: Readonly<Record<string, Entry>>): void
  /** Writes these entries and drops all others. */
  replaceAll(entries: Readonly<Record<string, Entry>>): void
  /** Calls `listener` after a write of this page. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void
}

interface RecordOptions<Entry> {
  key: string
  /** What is not an entry is dropped: an older release, or another program, may have written it. */
  isEntry: (value: unknown) => value is Entry
  storage: () => Storage
}

export function createKeptRecord<Entry>({
  key,
  isEntry,
  storage,
}: RecordOptions<Entry>): KeptRecord<Entry> {
  let memory: Readonly<Record<string, Entry>> = {}
  let text: string | null = null
  const listeners = new Set<() => void>()

  const load = () => {
    const found = attempt(() => storage().getItem(key))
    if (typeof found === 'string' && found !== text) {
      text = found
      memory = entriesIn(
        attempt(() => JSON.parse(found)),
        isEntry,
      )
    }
    return memory
  }

  const replaceAll = (entries: Readonly<Record<string, Entry>>) => {
    memory = entries
    const next = JSON.stringify(entries)
    attempt(() => {
      storage().setItem(key, next)
      text = next
    })
    for (const listener of listeners) listener()
  }

  return {
    all: load,
    put: (entries) => replaceAll({ ...load(), ...entries }),
    replaceAll,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Those of an object that are entries. */
export const entriesIn = <Entry>(
  value: unknown,
  isEntry: (value: unknown) => value is Entry,
): Record<string, Entry> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((pair): pair is [string, Entry] => isEntry(pair[1])),
      )
    : {}

// Private windows and third-party frames refuse storage by throwing.
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
