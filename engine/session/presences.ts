/** Where a visitor is present: as long as their tab is there, and a little longer when its connection is lost. */
import type { Stop } from '../bus/bus.ts'
import type { Clock } from './clock.ts'

const NOTHING: Stop = () => {}

export class Presences {
  private all: Set<{ track: () => Stop; stop: Stop }> | undefined
  private isAway = false
  private cancel = NOTHING
  private readonly clock: Clock
  private readonly grace: number

  /** `grace` in milliseconds: who comes back within it was never away. */
  constructor(clock: Clock, grace: number) {
    this.clock = clock
    this.grace = grace
  }

  /** Is present by `track`, until stopped. */
  add(track: () => Stop): Stop {
    const one = { track, stop: this.isAway ? NOTHING : track() }
    const all = (this.all ??= new Set())
    all.add(one)
    return () => {
      all.delete(one)
      one.stop()
    }
  }

  here(): void {
    this.cancel()
    if (!this.isAway) return
    this.isAway = false
    for (const one of this.all ?? []) one.stop = one.track()
  }

  lost(): void {
    this.cancel()
    const { all } = this
    if (!all || all.size === 0 || this.isAway) return
    this.cancel = this.clock.timer(this.grace, () => {
      this.isAway = true
      for (const one of all) one.stop()
    })
  }

  end(): void {
    this.cancel()
  }
}
