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

  /** Counts `messages` more. Gives the milliseconds for which none should be read. */
  take(messages: number, now: number): number {
    const filled = this.left + ((now - this.at) / 1000) * this.perSecond
    this.left = Math.min(this.perSecond * BURST_SECONDS, filled) - messages
    this.at = now
    return this.left >= 0 ? 0 : Math.ceil((-this.left / this.perSecond) * 1000)
  }
}
