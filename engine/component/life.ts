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

/** Why a component has nothing to show. */
interface FailedStart {
  readonly fault: Fault
  /** The nearest boundary, or the session, knows of it. */
  isTold: boolean
}

export class Life {
  private phase: 'mounting' | 'mounted' | 'ended' = 'mounting'
  private isConnected = false
  /** While `start`, or the loading of its module, is not finished: its promise. Why it failed, if it did. */
  private start: Promise<void> | FailedStart | undefined
  private failed: (Failure & { isShown: boolean }) | undefined
  /** What a first paint waits for besides `start`. */
  private awaited: Set<Promise<void>> | undefined
  private endings: Set<() => void> | undefined

  // Start.

  starts(settled: Promise<void>): void {
    this.start = settled
  }

  started(): void {
    this.start = undefined
  }

  startFailed(fault: Fault): void {
    this.start = { fault, isTold: false }
  }

  /** While it is not settled, the placeholder shows. */
  get starting(): Promise<void> | undefined {
    return this.start instanceof Promise ? this.start : undefined
  }

  /** Its fields must not be shown or kept. */
  get startFault(): Fault | undefined {
    return this.start instanceof Promise ? undefined : this.start?.fault
  }

  /** The same, for the one who reports it: once. */
  takeStartFault(): Fault | undefined {
    const { start } = this
    if (start === undefined || start instanceof Promise || start.isTold) return undefined
    start.isTold = true
    return start.fault
  }

  /** It has started, so its fields are its state. */
  get isReady(): boolean {
    return this.start === undefined
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

  // Mounted, live.

  mounted(): void {
    if (this.phase === 'mounting') this.phase = 'mounted'
  }

  /** `mounted()` was called. */
  get isMounted(): boolean {
    return this.phase === 'mounted'
  }

  connected(): void {
    this.isConnected = true
  }

  /** `connected()` was called in this process. */
  get isLive(): boolean {
    return this.isConnected
  }

  /** Nothing is under way. */
  get isSettled(): boolean {
    const isWaiting = this.awaited !== undefined && this.awaited.size > 0
    return this.isMounted && this.isReady && !this.failed && !isWaiting
  }

  // Failure.

  fails(failure: Failure): void {
    this.failed = { ...failure, isShown: false }
  }

  /** What failed at or below it; while there is something, a boundary shows its fallback. */
  get failure(): Failure | undefined {
    return this.failed
  }

  fallbackShown(): void {
    if (this.failed) this.failed.isShown = true
  }

  /** A later failure is the fallback's, so the next boundary must show it. */
  get showsFallback(): boolean {
    return this.failed?.isShown === true
  }

  /** It is tried again. True if it has to start again. */
  recovers(): boolean {
    this.failed = undefined
    const isFailed = this.startFault !== undefined
    if (isFailed) this.start = undefined
    return isFailed
  }

  // The end.

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
    const { isMounted, endings } = this
    this.phase = 'ended'
    this.endings = undefined
    for (const end of endings ?? []) end()
    return isMounted
  }

  get isEnded(): boolean {
    return this.phase === 'ended'
  }
}
