/** First paints that no tab has joined: they live only a short time, in the store too. */
import type { Surroundings } from '../session/options.ts'
import type { Session } from '../session/session.ts'
import type { ServerLimits } from './options.ts'

interface Painted {
  id: string
  /** The epoch that painted it: a process that has taken the session over keeps it. */
  epoch: number
  /** When its time is over. */
  end: number
}

export class FirstPaints {
  /** Oldest first. */
  private readonly painted = new Map<string, Painted>()
  private readonly around: Surroundings
  private readonly limits: ServerLimits
  private readonly over: (id: string) => void
  private timer: (() => void) | undefined

  /** `over` is called for each one that is removed from the store. */
  constructor(around: Surroundings, limits: ServerLimits, over: (id: string) => void) {
    this.around = around
    this.limits = limits
    this.over = over
  }

  add({ id, epoch }: Session): void {
    const end = this.around.clock.now() + this.limits.unconnected
    this.painted.set(id, { id, epoch, end })
    const [oldest] = this.painted.values()
    if (oldest && this.painted.size > this.limits.mostPainted) this.remove(oldest)
    this.wait()
  }

  /** A tab has joined: it lives as long as other sessions do. */
  joined(id: string): void {
    if (!this.painted.delete(id) || this.painted.size > 0) return
    this.timer?.()
    this.timer = undefined
  }

  /** Stops waiting; those that are stored can be joined elsewhere. */
  stop(): void {
    this.timer?.()
    this.painted.clear()
  }

  private wait() {
    const { clock } = this.around
    const [oldest] = this.painted.values()
    if (!oldest || this.timer) return
    this.timer = clock.timer(Math.max(0, oldest.end - clock.now()), () => {
      this.timer = undefined
      for (const one of this.painted.values()) {
        if (one.end > clock.now()) break
        this.remove(one)
      }
      this.wait()
    })
  }

  private async remove({ id, epoch }: Painted) {
    const { store, log } = this.around
    this.painted.delete(id)
    this.over(id)
    try {
      await store.remove(id, epoch)
    } catch (error) {
      // The sweep removes it when the store works again.
      log.warn({ session: id, error: String(error) }, 'A first paint could not be removed.')
    }
  }
}
