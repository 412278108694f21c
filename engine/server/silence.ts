/** Closes sockets that send nothing any more: a closed laptop says no goodbye, and its visitor would stay present. */
import type { WebSocket } from 'ws'
import type { Clock } from '../session/clock.ts'

/** A socket, and how many checks in a row found nothing new. */
export interface Heard {
  readonly socket: WebSocket
  silentLooks: number
}

/** How many checks fall within the time that a socket may be silent. */
const LOOKS = 4

/** Checks all sockets together now and then: a timer for each would cost more than it saves. */
export class Silence {
  private readonly all = new Set<Heard>()
  private readonly clock: Clock
  private readonly ms: number
  private isLooking = false

  /** A socket is pinged when nothing has arrived for `ms`, and closed when nothing has arrived for as long again. */
  constructor(clock: Clock, ms: number) {
    this.clock = clock
    this.ms = ms
  }

  /** Every open socket. */
  get watched(): ReadonlySet<Heard> {
    return this.all
  }

  watch(one: Heard): void {
    this.all.add(one)
    if (!this.isLooking) this.wait()
  }

  forget(one: Heard): void {
    this.all.delete(one)
  }

  private wait() {
    this.isLooking = this.all.size > 0
    if (!this.isLooking) return
    this.clock.timer(this.ms / LOOKS, () => {
      for (const one of this.all) judge(one)
      this.wait()
    })
  }
}

function judge(one: Heard) {
  const { socket } = one
  // While we do not read, silence means nothing.
  if (socket.isPaused) return
  one.silentLooks++
  if (one.silentLooks === LOOKS) {
    socket.once('pong', () => {
      one.silentLooks = 0
    })
    if (socket.readyState === socket.OPEN) socket.ping()
  }
  // One more check: after a pause the process checks before it has read what arrived meanwhile.
  if (one.silentLooks > 2 * LOOKS + 1) socket.terminate()
}
