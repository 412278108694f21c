/** Tells of a record of a list whether it holds plain values alone, which JSON says completely. */

/**
 * The record's names in order; undefined when it holds more than texts, finite numbers, booleans and nulls. When they are
 * those of `others`, it is `others` that is given.
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
    // What an accessor or a proxy makes up is nobody's to remember.
    const held = Object.getOwnPropertyDescriptor(item, name)
    if (name === '__proto__' || !isLeaf(value) || held?.value !== value) return undefined
    count++
  }
  if (count !== names.length || Object.getOwnPropertySymbols(item).length > 0) return undefined
  return others !== undefined && isSame(others, names) ? others : names
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, at) => name === b[at])

/** Whether JSON says it and it holds nothing else: it has no NaN, no infinities and no -0. */
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
