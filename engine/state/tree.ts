/** Tells whether JSON can represent a value completely: texts, finite numbers, booleans, null, and plain lists and records of them. */

import { isLeaf } from './row.ts'
import type { RowTexts } from './row-texts.ts'

/** Objects met so far in the state that is being checked. */
const met = new Set<object>()

/**
 * The record as JSON if it is a tree of plain values; undefined if anything needs another notation. With
 * `texts`, filled when the record was last written, unchanged parts of long lists are reused, with the same result.
 */
export function writeTree(
  record: Readonly<Record<string, unknown>>,
  texts?: RowTexts,
): string | undefined {
  let text: string | undefined
  try {
    text = texts === undefined ? writeWhole(record) : writeAround(record, texts)
    return text
  } finally {
    if (text === undefined) texts?.clear()
    // Clearing allocates a new table, even for an empty set.
    if (met.size > 0) met.clear()
  }
}

function writeWhole(record: Readonly<Record<string, unknown>>): string | undefined {
  for (const name in record) if (!isTree(record[name])) return undefined
  return JSON.stringify(record)
}

function writeAround(
  record: Readonly<Record<string, unknown>>,
  texts: RowTexts,
): string | undefined {
  const long: string[] = []
  for (const name in record) {
    const value = record[name]
    if (!Array.isArray(value) || !texts.follows(name, value)) {
      // Most values are texts and numbers, and end here.
      const isSimple = typeof value === 'string' || (Number.isInteger(value) && value !== 0)
      if (!isSimple && !isTree(value)) return undefined
    } else {
      if (met.has(value)) return undefined
      met.add(value)
      long.push(name)
    }
  }
  // Nothing is remembered, so nothing can be reused.
  if (texts.lists === undefined) return JSON.stringify(record)
  const lists = texts.write(record, long)
  if (lists === undefined) {
    texts.clear()
    met.clear()
    return writeWhole(record)
  }
  if (long.length === 0) return JSON.stringify(record)
  for (const value of met) if (texts.holds(value)) return undefined
  let text = ''
  let at = 0
  for (const name in record) {
    const value = name === long[at] ? lists[at++] : JSON.stringify(record[name])
    text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:${value}`
  }
  return `${text}}`
}

const isTree = (value: unknown) =>
  typeof value === 'object' && value !== null ? isBranch(value) : isLeaf(value)

// An object that is in two places must come back as one object.
function isBranch(value: object): boolean {
  if (met.has(value)) return false
  met.add(value)
  const prototype = Object.getPrototypeOf(value)
  if (prototype === Array.prototype) {
    const list = value as unknown[]
    // A gap reads as undefined, which JSON can't represent.
    for (let i = 0; i < list.length; i++) if (!isTree(list[i])) return false
    return true
  }
  if (prototype !== Object.prototype) return false
  for (const name in value) {
    if (name === '__proto__' || !isTree((value as Record<string, unknown>)[name])) return false
  }
  return Object.getOwnPropertySymbols(value).length === 0
}
