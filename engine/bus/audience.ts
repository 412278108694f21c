/** Keeps track of who listens to which pattern, and leaves nothing behind when a listener is removed. */
import type { Stop } from './bus.ts'
import { firstSegment, hears } from './topic.ts'

/** One listener, until it is stopped. */
export interface Listener<Heard> {
  readonly pattern: string
  readonly receive: (heard: Heard, topic: string) => void
  stopped: boolean
}

export class Audience<Heard> {
  // By first segment, which every pattern names; each list in the order of subscription.
  readonly #listeners = new Map<string, Set<Listener<Heard>>>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(
    pattern: string,
    receive: (heard: Heard, topic: string) => void,
  ): { listener: Listener<Heard>; stop: Stop } {
    const listener: Listener<Heard> = { pattern, receive, stopped: false }
    const segment = firstSegment(pattern)
    const beside = this.#listeners.get(segment) ?? new Set()
    this.#listeners.set(segment, beside.add(listener))
    this.#size++
    const stop = () => {
      if (listener.stopped) return
      listener.stopped = true
      beside.delete(listener)
      this.#size--
      if (beside.size === 0) this.#listeners.delete(segment)
    }
    return { listener, stop }
  }

  /** Those who listen to a topic now. */
  of(topic: string): Listener<Heard>[] {
    const beside = this.#listeners.get(firstSegment(topic))
    return beside === undefined ? [] : [...beside].filter(({ pattern }) => hears(pattern, topic))
  }

  clear(): void {
    for (const beside of this.#listeners.values()) {
      for (const listener of beside) listener.stopped = true
    }
    this.#listeners.clear()
    this.#size = 0
  }
}
