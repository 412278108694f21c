/** Closes sockets from which nothing comes any more: a laptop that was shut leaves no word, and its visitor would stay present. */
import type { WebSocket } from 'ws'
import type { Clock } from '../session/clock.ts'

/** A socket, and at how many looks nothing had come since the one before. */
export interface Heard {
  readonly socket: WebSocket
  silentLooks: number
}

/** Looks within the time that a socket may be silent. */
const LOOKS = 4

/** Looks at all sockets now and then: a timer for each would cost every visitor more than what it finds. */
export class Silence {
  private readonly watched = new Set<Heard>()
  private readonly clock: Clock
  private readonly ms: number
  private isLooking = false

  /** A socket is asked with a ping when nothing has come for `ms`, and ended when nothing has come for as long again. */
  constructor(clock: Clock, ms: number) {
    this.clock = clock
    this.ms = ms
  }

  watch(one: Heard): void {
    this.watched.add(one)
    if (!this.isLooking) this.wait()
  }

  forget(one: Heard): void {
    this.watched.delete(one)
  }

  private wait() {
    this.isLooking = this.watched.size > 0
    if (!this.isLooking) return
    this.clock.timer(this.ms / LOOKS, () => {
      for (const one of this.watched) judge(one)
      this.wait()
    })
  }
}

function judge(one: Heard) {
  const { socket } = one
  // Where we do not read, silence says nothing.
  if (socket.isPaused) return
  one.silentLooks++
  if (one.silentLooks === LOOKS) {
    socket.once('pong', () => {
      one.silentLooks = 0
    })
    if (socket.readyState === socket.OPEN) socket.ping()
  }
  // One look more: a process that was held up looks before it has read what came meanwhile.
  if (one.silentLooks > 2 * LOOKS + 1) socket.terminate()
}
