/** Tells whether a value is what JSON says completely: texts, finite numbers, booleans, null, and plain lists and records of them. */

/** Objects that were met in the state which is being looked at. */
const met = new Set<object>()

/** The record as JSON, when all it holds is a tree of plain values; undefined when anything needs another notation. */
export function writeTree(record: Readonly<Record<string, unknown>>): string | undefined {
  try {
    for (const name in record) if (!isTree(record[name])) return undefined
    return JSON.stringify(record)
  } finally {
    // Clearing makes a new table, even of an empty one.
    if (met.size > 0) met.clear()
  }
}

function isTree(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      // JSON has no NaN, no infinities and no -0.
      return value - value === 0 && (value !== 0 || 1 / value > 0)
    case 'object':
      return value === null || isBranch(value)
    default:
      return false
  }
}

// An object that stands in two places must come back as one.
function isBranch(value: object): boolean {
  if (met.has(value)) return false
  met.add(value)
  const prototype = Object.getPrototypeOf(value)
  if (prototype === Array.prototype) {
    const list = value as unknown[]
    // A gap reads as undefined, which is no tree.
    for (let i = 0; i < list.length; i++) if (!isTree(list[i])) return false
    return true
  }
  if (prototype !== Object.prototype) return false
  for (const name in value) {
    if (name === '__proto__' || !isTree((value as Record<string, unknown>)[name])) return false
  }
  return Object.getOwnPropertySymbols(value).length === 0
}
