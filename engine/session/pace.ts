/** Lets one thing happen at most once in a while: what asks for it in between gets it together, at the end. */
import type { Clock } from './clock.ts'

export class Pace {
  private readonly clock: Clock
  private readonly ms: number
  private free = 0
  private cancel: (() => void) | undefined

  constructor(clock: Clock, ms: number) {
    this.clock = clock
    this.ms = ms
  }

  /** Calls `act` now, or as soon as the last time is `ms` ago. */
  run(act: () => void): void {
    if (this.cancel) return
    const wait = this.free - this.clock.now()
    if (wait <= 0) return act()
    this.cancel = this.clock.timer(wait, () => {
      this.cancel = undefined
      act()
    })
  }

  /** It has happened just now; whoever waited for it has it. */
  ran(): void {
    this.stop()
    this.free = this.clock.now() + this.ms
  }

  stop(): void {
    this.cancel?.()
    this.cancel = undefined
  }
}
