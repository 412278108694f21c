/** Where one component is in its life: started, mounted, live, failed or ended, and what ends with it. */
import type { Fault } from './fault.ts'

/** Why a component leaves. One that has `failed` may be retried, so its state is kept; the state of one that has `ended` goes with it. */
export type Leaving = 'ended' | 'failed'

/** Why a boundary shows its fallback. */
interface Failure {
  readonly error: unknown
  readonly fault: Fault
  /** Why its content leaves: `failed` if its state was reset to before the failure. */
  readonly leaving: Leaving
}

/** Its `start`, or the loading of its module, has failed. */
export class FailedStart {
  readonly fault: Fault
  private isTold = false

  constructor(fault: Fault) {
    this.fault = fault
  }

  /** True once: for the one who reports it to the nearest boundary, or to the session. */
  tell(): boolean {
    const { isTold } = this
    this.isTold = true
    return !isTold
  }
}

/** Only its methods change it: `ComponentNode` gives it out as `Readonly`. */
export class Life {
  /** `mounted`: the hook was called. */
  phase: 'mounting' | 'mounted' | 'ended' = 'mounting'
  /** `connected()` was called in this process. */
  isLive = false
  /** Why there is no view, and no state to keep: it is starting, or that has failed. */
  unready: Promise<void> | FailedStart | undefined
  /** What failed at or below it; while there is something, a boundary shows its fallback. */
  failure: Failure | undefined
  /** A later failure is the fallback's, so the next boundary must show it. */
  showsFallback = false
  /** What a first paint waits for besides its start. */
  private awaited: Set<Promise<void>> | undefined
  private endings: Set<() => void> | undefined

  starts(settled: Promise<void>): void {
    this.unready = settled
  }

  started(): void {
    this.unready = undefined
  }

  startFailed(fault: Fault): void {
    this.unready = new FailedStart(fault)
  }

  get starting(): Promise<void> | undefined {
    return this.unready instanceof Promise ? this.unready : undefined
  }

  get startFault(): Fault | undefined {
    return this.unready instanceof FailedStart ? this.unready.fault : undefined
  }

  /** A first paint waits for it, until it is settled. */
  await(settled: Promise<void>): void {
    const awaited = (this.awaited ??= new Set())
    awaited.add(settled)
    const done = () => awaited.delete(settled)
    settled.then(done, done)
  }

  /** What a first paint waits for. */
  unsettled(): Promise<void>[] {
    const { starting, awaited } = this
    return [...(starting ? [starting] : []), ...(awaited ?? [])]
  }

  mounted(): void {
    if (this.phase === 'mounting') this.phase = 'mounted'
  }

  connected(): void {
    this.isLive = true
  }

  fails(failure: Failure): void {
    this.failure = failure
    this.showsFallback = false
  }

  fallbackRuns(): void {
    this.showsFallback = true
  }

  /** It is tried again. True if it has to start again. */
  recovers(): boolean {
    this.failure = undefined
    this.showsFallback = false
    const startsAgain = this.unready instanceof FailedStart
    if (startsAgain) this.unready = undefined
    return startsAgain
  }

  /** Nothing is under way. */
  get isSettled(): boolean {
    const isWaiting = this.awaited !== undefined && this.awaited.size > 0
    return this.phase === 'mounted' && !this.unready && !this.failure && !isWaiting
  }

  /** Gives `end` its own end function; the result calls it earlier. */
  ending(end: () => void): () => void {
    const endings = (this.endings ??= new Set())
    // What a component started ends with it, and only once.
    const once = () => {
      if (endings.delete(once)) end()
    }
    endings.add(once)
    return once
  }

  /** Ends what it has started. True if `mounted()` was called, so that `unmounted()` must be. */
  end(): boolean {
    const { phase, endings } = this
    this.phase = 'ended'
    this.endings = undefined
    for (const end of endings ?? []) end()
    return phase === 'mounted'
  }
}
