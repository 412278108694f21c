/** What a living component can reach: its session's clock, bus and page. The session room fills it. */
import type { Cursor, SubscribeOptions } from '../bus/bus.ts'
import type { DriverPlace, SessionInfo } from './component.ts'
import { ComponentError } from './errors.ts'
import type { ComponentNode } from './node.ts'
import type { ProvidedKey } from './provided.ts'

export interface ComponentServices extends DriverPlace {
  readonly session: SessionInfo
  /** Calls `fn` as a turn of the session every `ms`; the result stops it. */
  every(ms: number, fn: () => unknown): () => void
  /** Calls the method `name` once, `ms` from now; the deadline is kept over a take-over. */
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
  push(name: string, detail: unknown): void
  title(text: string): void
  flash(kind: string, text: string): void
  /** Runs `fn` as a turn of the session: what it changed is stored and shown, or taken back if it throws. */
  turn(during: string, fn: () => unknown): void
  /** Something changed: shown at the end of the turn that is going on, else soon. */
  changed(): void
}

/** What a place gives beside: what stands above the component in the tree. */
export interface Standing extends ComponentServices {
  provide(key: ProvidedKey<unknown>, value: unknown): void
  inject(key: ProvidedKey<unknown>): unknown
}

/** Where a component is about to stand: its node is there once its constructor has run. */
export interface Standpoint {
  readonly name: string
  readonly parent: ComponentNode | undefined
  node: ComponentNode | undefined
}

/** The node of a standpoint. @throws ComponentError 'component-detached' while the constructor runs. */
export function standingAt({ name, node }: Standpoint): ComponentNode {
  if (node) return node
  throw new ComponentError(
    'component-detached',
    `Expected no timer, subscription or write to the page in the constructor of ${name}, received one. Move it to connected().`,
  )
}

export const LIVE = Symbol('live')

/** A value of a field that lives with its component: `load()`, `stream()`. */
export interface LivingField {
  /** Told once the component is made; gives what is called after its state stands and `start` was called. */
  [LIVE](node: ComponentNode, place: ComponentServices): (isRestored: boolean) => void
}

/** What stands around a component while its constructor runs. */
interface Construction {
  props: Readonly<Record<string, unknown>>
  place: Standing
}

let construction: Construction | undefined
let fields: LivingField[] | undefined

/** Runs a constructor with its surroundings, so that field initialisers may use props, clock and session. */
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

/** Called by a living field as it is made: it belongs to the component whose constructor runs. */
export function bornField(field: LivingField): void {
  fields?.push(field)
}

/** Taken by the base class's constructor: the innermost construction, once. */
export function takeConstruction(): Construction | undefined {
  const taken = construction
  construction = undefined
  return taken
}
