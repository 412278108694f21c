/**
 * When the kernel's table of sockets is read. It is one for all containers, and to read it the kernel walks through all its
 * buckets: up to some milliseconds where there is much memory. Its counts are free, so they say when it is worth it.
 */

/** Once the counts have changed, at most a fifth of the time is spent on reading. */
const REST_IF_CHANGED = 4
/** One server may have closed while another opened, which no count shows: else a fiftieth is. */
const REST = 49

export interface Readings {
  /** Whether to read now. `counts`: what the kernel counts; undefined, where it does not, is a change each time. */
  isDue(counts: string | undefined): boolean
  /** Reads, and notes how long that took. */
  take<T>(counts: string | undefined, read: () => T): T
}

export function createReadings(now: () => number): Readings {
  let known: string | undefined
  let endedAt = -Infinity
  let took = 0
  return {
    isDue(counts) {
      const isChanged = counts === undefined || counts !== known
      return now() >= endedAt + took * (isChanged ? REST_IF_CHANGED : REST)
    },
    take(counts, read) {
      const began = now()
      const table = read()
      known = counts
      endedAt = now()
      took = endedAt - began
      return table
    },
  }
}
