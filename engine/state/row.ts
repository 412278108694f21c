/** Tells whether a record of a list is as it was when it was written, and writes it. */

/** A record of plain values as it was last written. */
export interface Row {
  readonly item: object
  names: readonly string[]
  values: readonly unknown[]
  text: string
  /** The writing that met it last; see `RowTexts`. */
  writing: number
}

/** Whether JSON would say of the record what it said last. */
// Every row of every long list comes by after each event. Nothing is made but the list of symbols, for which V8 has no cheaper word.
export function isUnchanged({ item, names, values }: Row): boolean {
  if (Object.getPrototypeOf(item) !== Object.prototype) return false
  let at = 0
  for (const name in item) {
    const value = (item as Record<string, unknown>)[name]
    // No -0 is ever kept, and 0 is equal to it.
    if (names[at] !== name || values[at] !== value || (value === 0 && 1 / value < 0)) return false
    at++
  }
  return at === names.length && Object.getOwnPropertySymbols(item).length === 0
}

/**
 * Writes a record and keeps what was written in `row`, where it has one already; undefined when it holds more than texts,
 * finite numbers, booleans and nulls. `before` is another row, whose names are shared when they are the same.
 */
export function readRow(
  item: unknown,
  row: Row | undefined,
  before: Row | undefined,
): Row | undefined {
  if (typeof item !== 'object' || item === null || 'toJSON' in item) return undefined
  if (Object.getPrototypeOf(item) !== Object.prototype) return undefined
  let names: readonly string[] = Object.keys(item)
  const values: unknown[] = []
  for (const name in item) {
    const value = (item as Record<string, unknown>)[name]
    // What an accessor or a proxy makes up is nobody's to remember.
    const held = Object.getOwnPropertyDescriptor(item, name)
    if (name === '__proto__' || !isLeaf(value) || held?.value !== value) return undefined
    values.push(value)
  }
  if (values.length !== names.length || Object.getOwnPropertySymbols(item).length > 0) {
    return undefined
  }
  if (before !== undefined && isSame(before.names, names)) names = before.names
  const text = JSON.stringify(item)
  if (row === undefined) return { item, names, values, text, writing: 0 }
  row.names = names
  row.values = values
  row.text = text
  return row
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
