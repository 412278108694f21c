/** The keys under which values are passed down the tree. */

/**
 * Names a value that is passed down, and its type. Made by `provided()`.
 *
 * @example
 * const Unit = provided('unit', 'cm')
 * Unit instanceof ProvidedKey // true
 * Unit.fallback // 'cm'
 */
export class ProvidedKey<Value> {
  /** For messages. */
  readonly name: string
  /** What `inject` returns if nothing above provides a value. */
  readonly fallback: Value
  constructor(name: string, fallback: Value) {
    this.name = name
    this.fallback = fallback
  }
}

/** Values by key: provided, or taken. */
export type Provided = ReadonlyMap<ProvidedKey<unknown>, unknown>

/** Most components provide and take nothing; they share this. */
export const NOTHING_PROVIDED: Provided = new Map()

/** The same with one more value. Changed in place, unless it is the shared empty one. */
export function provideIn(values: Provided, key: ProvidedKey<unknown>, value: unknown): Provided {
  const own = values === NOTHING_PROVIDED ? new Map() : (values as Map<unknown, unknown>)
  return own.set(key, value) as Provided
}

/**
 * A key under which a component provides a value to all below with `this.provide(key, value)`; they take it with
 * `this.inject(key)`. Keys are compared by identity (React's `createContext`, Vue's `InjectionKey`); `name` is for messages.
 *
 * @param name For messages.
 * @param fallback What `inject` gives where nothing above provides a value.
 * @example
 * const Theme = provided<'light' | 'dark'>('theme', 'light')
 * class Lamp extends LiveComponent {
 *   getTemplate() {
 *     return html`<p>${this.inject(Theme)}</p>`
 *   }
 * }
 * class Room extends LiveComponent {
 *   theme: 'light' | 'dark' = 'dark'
 *   getTemplate() {
 *     this.provide(Theme, this.theme)
 *     return html`<div>${mount(Lamp)}</div>`
 *   }
 * }
 * const tab = await visit(Room)
 * tab.text() // 'dark'
 */
export const provided = <Value>(name: string, fallback: Value): ProvidedKey<Value> =>
  new ProvidedKey(name, fallback)
