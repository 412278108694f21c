/** Tells whether a record in a list holds only plain values, which JSON can represent completely. */

/**
 * The record's names in order; undefined when it holds anything but texts, finite numbers, booleans and nulls. When they
 * equal `others`, `others` itself is returned.
 */
export function namesOf(
  item: unknown,
  others: readonly string[] | undefined,
): readonly string[] | undefined {
  if (typeof item !== 'object' || item === null || 'toJSON' in item) return undefined
  if (Object.getPrototypeOf(item) !== Object.prototype) return undefined
  const names = Object.keys(item)
  let count = 0
  for (const name in item) {
    const value = (item as Record<string, unknown>)[name]
    // The result of an accessor or a proxy must not be remembered.
    const held = Object.getOwnPropertyDescriptor(item, name)
    if (name === '__proto__' || !isLeaf(value) || held?.value !== value) return undefined
    count++
  }
  if (count !== names.length || Object.getOwnPropertySymbols(item).length > 0) return undefined
  return others !== undefined && isSame(others, names) ? others : names
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, at) => name === b[at])

/** Whether JSON can represent the value: no NaN, no infinities and no -0. */
export function isLeaf(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return value - value === 0 && (value !== 0 || 1 / value > 0)
    default:
      return value === null
  }
}
