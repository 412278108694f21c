/** One TCP connection carried in frames: a Duplex that buffers at most one window at each end. */
import { Duplex } from 'node:stream'
import { CREDIT, DATA, END, encodeNumber, RESET } from './frames.ts'

/** Bytes that one side may send before the other has read them: the most that a stalled browser costs us. */
export const WINDOW = 256 * 1024

export type SendFrame = (kind: number, id: number, body?: Uint8Array) => void

export class Tunnel extends Duplex {
  readonly id: number
  #send: SendFrame
  #budget = WINDOW
  #owed = 0
  #unread = 0
  #waiting: { chunk: Uint8Array; done: (error?: Error | null) => void } | null = null
  #ended = { here: false, there: false }

  constructor(id: number, send: SendFrame) {
    super({ allowHalfOpen: true, readableHighWaterMark: WINDOW, writableHighWaterMark: WINDOW })
    this.id = id
    this.#send = send
    // It may have no user any more when a reset comes; that must not end the host or the agent.
    this.on('error', () => {})
  }

  /** Receives bytes from the other side; more than the window is a violation and resets the tunnel. */
  receive(bytes: Uint8Array) {
    if (this.destroyed || this.#ended.there) return
    this.#unread += bytes.length
    if (this.#unread > WINDOW) {
      this.destroy(
        new Error(
          `Expected at most ${WINDOW} bytes on the way in tunnel ${this.id}, received more.`,
        ),
      )
      return
    }
    this.#owed += bytes.length
    if (this.push(bytes)) this.#settle()
  }

  receiveEnd() {
    if (this.destroyed || this.#ended.there) return
    this.#ended.there = true
    this.push(null)
  }

  receiveReset(reason: string) {
    this.#ended = { here: true, there: true }
    this.destroy(
      Object.assign(new Error(reason || 'The connection was reset.'), { code: 'ECONNRESET' }),
    )
  }

  receiveCredit(bytes: number) {
    this.#budget = Math.min(WINDOW, this.#budget + bytes)
    this.#flush()
  }

  override _read() {
    this.#settle()
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void) {
    this.#waiting = { chunk, done }
    this.#flush()
  }

  override _final(done: (error?: Error | null) => void) {
    this.#ended.here = true
    this.#send(END, this.id)
    done()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void) {
    if (!this.#ended.here || !this.#ended.there) {
      this.#ended = { here: true, there: true }
      this.#send(RESET, this.id)
    }
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.done(error ?? new Error('The tunnel closed while bytes were waiting.'))
    done(error)
  }

  // The methods that `http` needs of a socket; a tunnel has no timers or Nagle of its own.
  setTimeout() {
    return this
  }
  setNoDelay() {
    return this
  }
  setKeepAlive() {
    return this
  }

  #settle() {
    if (this.#owed === 0 || this.destroyed) return
    this.#unread -= this.#owed
    this.#send(CREDIT, this.id, encodeNumber(this.#owed))
    this.#owed = 0
  }

  #flush() {
    while (this.#waiting && this.#budget > 0) {
      const { chunk, done } = this.#waiting
      const part = chunk.subarray(0, this.#budget)
      this.#budget -= part.length
      this.#send(DATA, this.id, part)
      if (part.length === chunk.length) {
        this.#waiting = null
        done()
      } else this.#waiting = { chunk: chunk.subarray(part.length), done }
    }
  }
}
