/** What a live component can reach: the clock, the bus and the page of its session. The session room implements it. */
import type { Cursor, SubscribeOptions } from '../bus/bus.ts'
import type { DriverPlace, SessionInfo } from './component.ts'
import type { ComponentNode } from './node.ts'
import type { ProvidedKey } from './provided.ts'

/** How an event waits for a tab that can't receive it. */
export interface PushOptions {
  /** Only the newest event of this name from this component waits; older ones are dropped. */
  newest?: boolean
}

export interface ComponentServices extends DriverPlace {
  readonly session: SessionInfo
  /** Calls `fn` as a turn of the session every `ms` milliseconds; the result stops it. */
  every(ms: number, fn: () => unknown): () => void
  /** Calls the method `name` once, in `ms` milliseconds; the deadline survives a take-over. */
  after(ms: number, method: string): () => void
  subscribe(
    topic: string,
    fn: (message: never, topic: string, cursor: Cursor) => unknown,
    options?: SubscribeOptions,
  ): () => void
  publish(topic: string, message: unknown): void
  track(topic: string, meta: unknown): () => void
  present(topic: string): readonly unknown[]
  now(): number
  random(): number
  id(): string
  push(name: string, detail: unknown, options?: PushOptions): void
  title(text: string): void
  patch(url: string, replace: boolean): void
  navigate(url: string, replace: boolean): void
  flash(kind: string, text: string): void
  /** Runs `fn` as a turn of the session: its changes are stored and shown, or undone if it throws. */
  turn(during: string, fn: () => unknown): void
  /** What has changed by now stays if the rest of the turn fails. */
  savepoint(): void
  /** Does the same for a change from outside; resolves with what `fn` returned once it is stored, or rejects with what failed. */
  enter<T>(fn: () => T | Promise<T>): Promise<T | undefined>
  /** What takes the place of `enter` once the component is gone. */
  tooLate(): () => Promise<undefined>
  /** Something has changed: it is shown at the end of the current turn, or soon if there is none. */
  changed(): void
}

/** What a component context has besides: the components above this one in the tree. */
export interface Standing extends ComponentServices {
  /** The constructor has run. */
  mount(node: ComponentNode): void
  provide(key: ProvidedKey<unknown>, value: unknown): void
  inject(key: ProvidedKey<unknown>): unknown
}

/** Where a component will be mounted. Its node, which has the same, exists once its constructor has run. */
export interface Standpoint {
  readonly name: string
  readonly parent: ComponentNode | undefined
}

export const LIVE = Symbol('live')

/** The value of a field that lives as long as its component: `load()`, `stream()`. */
export interface LivingField {
  /** Called once the component is constructed; returns what to call after its state is set and `start` was called. */
  [LIVE](node: ComponentNode, place: ComponentServices): (isRestored: boolean) => void
}

/** What a component can reach while its constructor runs. */
interface Construction {
  props: Readonly<Record<string, unknown>>
  place: Standing
}

let construction: Construction | undefined
let fields: LivingField[] | undefined

/** Runs a constructor with its context, so that field initialisers can use props, clock and session. */
export function construct<C>(
  surroundings: Construction,
  make: () => C,
): { made: C; living: readonly LivingField[] } {
  const outer = { construction, fields }
  const living: LivingField[] = []
  construction = surroundings
  fields = living
  try {
    return { made: make(), living }
  } finally {
    construction = outer.construction
    fields = outer.fields
  }
}

/** Called by a living field when it is created: it belongs to the component whose constructor is running. */
export function bornField(field: LivingField): void {
  fields?.push(field)
}

/** Called by the constructor of the base class, once: returns the innermost construction. */
export function takeConstruction(): Construction | undefined {
  const taken = construction
  construction = undefined
  return taken
}
