/** What a living component can reach: its session's clock, bus and page. The session room fills it. */
import type { DriverPlace, SessionInfo } from './component.ts'

export interface Place extends DriverPlace {
  readonly session: SessionInfo
  /** Calls `fn` as a turn of the session every `ms`; the result stops it. */
  every(ms: number, fn: () => unknown): () => void
  /** Calls the method `name` once, `ms` from now; the deadline is kept over a take-over. */
  after(ms: number, method: string): () => void
  subscribe(topic: string, fn: (message: never, topic: string) => unknown): () => void
  publish(topic: string, message: unknown): void
  track(topic: string, meta: unknown): () => void
  present(topic: string): readonly unknown[]
  now(): number
  random(): number
  id(): string
  push(name: string, detail: unknown): void
  title(text: string): void
}

/** What stands around a component while its constructor runs. */
export interface Construction {
  props: Readonly<Record<string, unknown>>
  place: Place
}

let construction: Construction | undefined

/** Runs a constructor with its surroundings, so that field initialisers may use props, clock and session. */
export function construct<C>(surroundings: Construction, make: () => C): C {
  const outer = construction
  construction = surroundings
  try {
    return make()
  } finally {
    construction = outer
  }
}

/** Taken by the base class's constructor: the innermost construction, once. */
export function takeConstruction(): Construction | undefined {
  const taken = construction
  construction = undefined
  return taken
}
