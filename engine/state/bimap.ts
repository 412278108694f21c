/** A map that is read in both directions: each key has one value and each value one key. */
import { RESTORE, type SelfStoring, STATE } from './fields.ts'

/**
 * Both directions always agree. Setting a pair removes every older pair with the same key or value,
 * so no key or value occurs twice. As a field of a component it is state, like a Map; inside
 * other data it can't be stored.
 *
 * @example
 * const seats = new BiMap([['ana', 1]])
 * seats.set('ben', 1)
 * seats.keyOf(1) // 'ben'
 * seats.get('ana') // undefined: the seat is taken by ben
 */
export class BiMap<Key, Value> implements Iterable<[Key, Value]>, SelfStoring {
  readonly #values = new Map<Key, Value>()
  readonly #keys = new Map<Value, Key>()

  /** `pairs` in the order in which they are set: a later one wins. */
  constructor(pairs: Iterable<readonly [Key, Value]> = []) {
    for (const [key, value] of pairs) this.set(key, value)
  }

  /** How many pairs it holds. */
  get size(): number {
    return this.#values.size
  }

  /** The value of a key. */
  get(key: Key): Value | undefined {
    return this.#values.get(key)
  }

  /** The key of a value. */
  keyOf(value: Value): Key | undefined {
    return this.#keys.get(value)
  }

  /** Whether there is a pair with this key. */
  has(key: Key): boolean {
    return this.#values.has(key)
  }

  /** Whether there is a pair with this value. */
  hasValue(value: Value): boolean {
    return this.#keys.has(value)
  }

  /** Adds a pair; pairs with this key or this value go. */
  set(key: Key, value: Value): this {
    this.delete(key)
    this.deleteValue(value)
    this.#values.set(key, value)
    this.#keys.set(value, key)
    return this
  }

  /** Removes the pair with this key; returns whether there was one. */
  delete(key: Key): boolean {
    if (!this.#values.has(key)) return false
    this.#keys.delete(this.#values.get(key)!)
    return this.#values.delete(key)
  }

  /** Removes the pair with this value; returns whether there was one. */
  deleteValue(value: Value): boolean {
    if (!this.#keys.has(value)) return false
    this.#values.delete(this.#keys.get(value)!)
    return this.#keys.delete(value)
  }

  /** Removes all pairs. */
  clear(): void {
    this.#values.clear()
    this.#keys.clear()
  }

  /** Pairs in the order in which they were last set. */
  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.#values.entries()
  }

  [STATE](): unknown {
    return [...this]
  }

  [RESTORE](data: unknown): void {
    this.clear()
    for (const [key, value] of data as [Key, Value][]) this.set(key, value)
  }
}
