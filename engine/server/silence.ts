/** Closes a socket from which nothing comes any more: a laptop that was shut leaves no word, and its visitor would stay present. */
import type { WebSocket } from 'ws'
import type { Clock } from '../session/clock.ts'

// A process that was held up finds its timers due before it has read what came meanwhile.
const READING = 500

/** Asks a socket with a ping when nothing has come for `ms`, and ends it when nothing has come for as long again. */
export class Silence {
  private isHeard = true
  private isAsked = false
  private stopTimer!: () => void
  private readonly socket: WebSocket
  private readonly clock: Clock
  private readonly ms: number

  constructor(socket: WebSocket, clock: Clock, ms: number) {
    this.socket = socket
    this.clock = clock
    this.ms = ms
    this.wait()
  }

  /** Something has come. */
  heard(): void {
    this.isHeard = true
  }

  stop(): void {
    this.stopTimer()
  }

  private wait() {
    this.stopTimer = this.clock.timer(this.ms, () => this.look())
  }

  private look() {
    if (!this.isSilent) return this.goOn()
    if (!this.isAsked) return this.ask()
    const reading = setTimeout(
      () => (this.isSilent ? this.socket.terminate() : this.goOn()),
      READING,
    )
    this.stopTimer = () => clearTimeout(reading)
  }

  private goOn() {
    this.isHeard = this.isAsked = false
    this.wait()
  }

  private ask() {
    this.isAsked = true
    this.socket.once('pong', () => this.heard())
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping()
    this.wait()
  }

  // Where we do not read, silence says nothing.
  private get isSilent(): boolean {
    return !this.isHeard && !this.socket.isPaused
  }
}
