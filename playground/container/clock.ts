/** Time, as an argument. */
export interface Clock {
  now(): number
  /** Calls `then` once after `ms`; the result cancels it. */
  after(ms: number, then: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
}

/** Settles as `work` does, or rejects with `late()` after `ms`, unless `excused` has resolved. */
export function within<Result>(
  clock: Clock,
  ms: number,
  work: Promise<Result>,
  late: () => Error,
  excused?: Promise<void>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(late()))
    work.then(resolve, reject).finally(cancel)
    void excused?.then(cancel)
  })
}
