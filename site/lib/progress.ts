/** Which lessons the reader has passed, and how often a check has failed: kept in this browser. */
import { createKeptRecord, type KeptRecord } from './kept-record.ts'

export interface Progress {
  /** Ids of the steps the last check passed. */
  passed: string[]
  steps: number
  /** All steps passed at least once; a later failing check does not undo it. */
  done: boolean
  /** Checks that have failed so far. */
  failed?: number
  /** Passed by the test of its part, not by its own check. */
  tested?: boolean
}

export interface ProgressStore
  extends Pick<KeptRecord<Progress>, 'all' | 'replaceAll' | 'subscribe'> {
  read(slug: string): Progress | undefined
  write(slug: string, check: { passed: string[]; steps: number }): void
  /** Marks lessons as passed by the test of their part; those passed by their own check stay as they are. */
  testOut(slugs: readonly string[]): void
}

export function createProgress(storage: () => Storage): ProgressStore {
  const kept = createKeptRecord({ key: 'telar.progress', isEntry: isProgress, storage })
  const read = (slug: string) => kept.all()[slug]
  return {
    all: kept.all,
    replaceAll: kept.replaceAll,
    subscribe: kept.subscribe,
    read,
    write(slug, { passed, steps }) {
      const before = read(slug)
      const holds = steps > 0 && passed.length === steps
      const failed = (before?.failed ?? 0) + (holds ? 0 : 1)
      kept.put({
        [slug]: {
          passed,
          steps,
          done: before?.done === true || holds,
          ...(failed > 0 && { failed }),
          ...(before?.tested && !holds && { tested: true }),
        },
      })
    },
    testOut(slugs) {
      const open = slugs.filter((slug) => !read(slug)?.done)
      const passed = open.map((slug): [string, Progress] => {
        const before = read(slug) ?? { passed: [], steps: 0 }
        return [slug, { ...before, done: true, tested: true }]
      })
      if (passed.length > 0) kept.put(Object.fromEntries(passed))
    },
  }
}

export function isProgress(value: unknown): value is Progress {
  const { passed, steps, done, failed = 0, tested = false } = (value ?? {}) as Partial<Progress>
  return (
    Array.isArray(passed) &&
    passed.every((id) => typeof id === 'string') &&
    typeof steps === 'number' &&
    typeof done === 'boolean' &&
    typeof failed === 'number' &&
    typeof tested === 'boolean'
  )
}
