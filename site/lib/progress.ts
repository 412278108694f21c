/** Which lessons the reader has passed: stored in this browser, or in memory if storage is refused. */

export interface Progress {
  /** Ids of the steps the last check passed. */
  passed: string[]
  steps: number
  /** All steps passed at least once; a later failing check does not undo it. */
  done: boolean
}

interface ProgressStore {
  read(slug: string): Progress | undefined
  write(slug: string, check: { passed: string[]; steps: number }): void
  /** Calls `listener` after a write here or in another tab. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void
}

const KEY = 'telar.progress'

/** A store over `storage`; without one, or if it refuses, progress lasts as long as the page. */
export function createProgress(storage: () => Storage): ProgressStore {
  let memory: Record<string, Progress> = {}
  let text: string | null = null
  const listeners = new Set<() => void>()

  const load = () => {
    const found = attempt(() => storage().getItem(KEY))
    if (typeof found === 'string' && found !== text) {
      text = found
      memory = parse(found)
    }
    return memory
  }

  return {
    read: (slug) => load()[slug],
    write(slug, { passed, steps }) {
      const before = load()[slug]
      const done = before?.done === true || (steps > 0 && passed.length === steps)
      memory = { ...memory, [slug]: { passed, steps, done } }
      const next = JSON.stringify(memory)
      attempt(() => {
        storage().setItem(KEY, next)
        text = next
      })
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

// Private windows and third-party frames refuse storage by throwing.
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

function parse(text: string): Record<string, Progress> {
  const value: unknown = attempt(() => JSON.parse(text))
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => isProgress(entry)))
}

function isProgress(value: unknown): value is Progress {
  const { passed, steps, done } = (value ?? {}) as Partial<Progress>
  return Array.isArray(passed) && typeof steps === 'number' && typeof done === 'boolean'
}
