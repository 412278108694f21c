/** The keys under which values are handed down the tree. */

/**
 * Names a value that is handed down, and its type. Made by `provided()`.
 *
 * @example
 * const Unit = provided('unit', 'cm')
 * Unit instanceof ProvidedKey // true
 * Unit.fallback // 'cm'
 */
export class ProvidedKey<Value> {
  readonly name: string
  /** What `inject` gives where nothing above provides it. */
  readonly fallback: Value
  constructor(name: string, fallback: Value) {
    this.name = name
    this.fallback = fallback
  }
}

/** Values by key: given, or taken. */
export type Provided = ReadonlyMap<ProvidedKey<unknown>, unknown>

/** What most components give and take; shared by all of them. */
export const NOTHING_PROVIDED: Provided = new Map()

/** The same with one value more. Written in place, but for what is shared. */
export function provideIn(values: Provided, key: ProvidedKey<unknown>, value: unknown): Provided {
  const own = values === NOTHING_PROVIDED ? new Map() : (values as Map<unknown, unknown>)
  return own.set(key, value) as Provided
}

/**
 * A key under which a component gives a value to all below it with `this.provide(key, value)`, and they take it with
 * `this.inject(key)`. Keys are told apart by identity (React's `createContext`, Vue's `InjectionKey`); `name` is for sentences.
 *
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
