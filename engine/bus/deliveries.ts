/** Delivers messages one after another, after the sender's own work is done. */
import type { Listener } from './audience.ts'
import { type Chain, within } from './chain.ts'

export class Deliveries {
  readonly #onError: (error: unknown, topic: string) => void
  #waiting: { topic: string; listeners: number; chain: Chain; deliver: () => void }[] = []
  #scheduled = false
  delivered = 0
  failed = 0

  constructor(onError: (error: unknown, topic: string) => void) {
    this.#onError = onError
  }

  /** How many deliveries are still to come. */
  get waiting(): number {
    return this.#waiting.reduce((sum, { listeners }) => sum + listeners, 0)
  }

  /** Calls each listener that is not stopped by then with the result of `copy`. What it publishes belongs to `chain`. */
  add<Heard>(
    topic: string,
    listeners: readonly Listener<Heard>[],
    copy: () => Heard,
    chain: Chain,
  ): void {
    if (listeners.length === 0) return
    const deliver = () => {
      for (const listener of listeners) {
        if (!listener.stopped) this.#deliver(topic, listener, copy)
      }
    }
    this.#waiting.push({ topic, listeners: listeners.length, chain, deliver })
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => this.#deliverAll())
  }

  clear(): void {
    this.#waiting = []
  }

  #deliverAll(): void {
    for (let batch = this.#waiting; batch.length > 0; batch = this.#waiting) {
      this.#waiting = []
      for (const { chain, deliver } of batch) within(chain, deliver)
    }
    this.#scheduled = false
  }

  #deliver<Heard>(topic: string, listener: Listener<Heard>, copy: () => Heard): void {
    try {
      listener.receive(copy(), topic)
      this.delivered++
    } catch (error) {
      this.failed++
      this.#report(error, topic)
    }
  }

  #report(error: unknown, topic: string): void {
    try {
      this.#onError(error, topic)
    } catch (second) {
      // The reporter itself failed; the others still get theirs.
      console.error(second)
    }
  }
}
