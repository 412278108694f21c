/** Bounds how many messages of a tab are read: a bucket that fills again with time, and may be overdrawn by what was read already. */

/** Messages that may come at once before the rate counts. */
const BURST_SECONDS = 3

export class Rate {
  private left: number
  private at: number
  private readonly perSecond: number

  constructor(perSecond: number, now: number) {
    this.perSecond = perSecond
    this.left = perSecond * BURST_SECONDS
    this.at = now
  }

  /** Counts one more message, and gives the milliseconds for which no other one should be read. */
  take(now: number): number {
    this.left = Math.min(
      this.perSecond * BURST_SECONDS,
      this.left + ((now - this.at) / 1000) * this.perSecond,
    )
    this.at = now
    this.left -= 1
    return this.left >= 0 ? 0 : (-this.left / this.perSecond) * 1000
  }
}
