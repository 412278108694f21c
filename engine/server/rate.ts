/** Bounds how many messages a tab may send: a bucket that fills again with time. */

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

  /** Whether one more message is within the rate. */
  allows(now: number): boolean {
    this.left = Math.min(
      this.perSecond * BURST_SECONDS,
      this.left + ((now - this.at) / 1000) * this.perSecond,
    )
    this.at = now
    if (this.left < 1) return false
    this.left -= 1
    return true
  }
}
