/** What a field shows for a value, and the value that a schema gets for what was typed. */

/** The field as the page has it. */
export interface FieldKind {
  readonly control: 'text' | 'box' | 'choice' | 'list'
  /** The type of an `<input>`, `select` or `textarea`. */
  readonly type: string
  /** What was typed stays out of everything that is kept: a password, the number of a card. */
  readonly isSecret: boolean
}

/** The text of a field with this value. */
export function textOf(value: unknown, type = ''): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  if (Number.isNaN(value.getTime())) return ''
  const text = value.toISOString()
  const end = DATE_LENGTHS[type]
  return end === undefined ? text : type === 'time' ? text.slice(11, 16) : text.slice(0, end)
}

const DATE_LENGTHS: Readonly<Record<string, number>> = {
  date: 10,
  'datetime-local': 16,
  month: 7,
  time: 16,
}

/**
 * The value for a text. `initial` decides what it should be: a number for a number, a date for a date, and for an empty text
 * null or undefined where the form starts with that (`isNamed`: it says so itself). What does not parse stays the text.
 */
export function parsedValue(
  text: string,
  type: string,
  initial: unknown,
  isNamed: boolean,
): unknown {
  const isNumber =
    typeof initial === 'number' ||
    typeof initial === 'bigint' ||
    (/^(number|range)$/.test(type) && typeof initial !== 'string')
  const isDate = initial instanceof Date
  if (text.trim() === '') {
    if (initial === null) return null
    if (isNumber || isDate || (isNamed && initial === undefined)) return undefined
    // A date that nobody has chosen is no text.
    return initial === undefined && type in DATE_LENGTHS ? undefined : text
  }
  if (isNumber) return numberOf(text, initial) ?? text
  if (isDate) return dateOf(text) ?? text
  return text
}

function numberOf(text: string, initial: unknown): number | bigint | undefined {
  const trimmed = text.trim()
  if (typeof initial === 'bigint') return /^-?\d+$/.test(trimmed) ? BigInt(trimmed) : undefined
  // Number('0x10') and Number('1e3') are numbers to JavaScript; a field of type number allows only the second.
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined
  return Number.isFinite(number) ? number : undefined
}

// What the browser writes has no zone: both ways it is UTC.
function dateOf(text: string): Date | undefined {
  const date = new Date(/T/.test(text) ? `${text}Z` : text)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The list with a box's value in it, or without. Numbers stay numbers where the form starts with some. */
export function listWith(
  list: unknown,
  value: string,
  isChosen: boolean,
  initial: unknown,
): unknown[] {
  const others = Array.isArray(list) ? list.filter((one) => String(one) !== value) : []
  return isChosen ? [...others, ...itemsOf([value], initial)] : others
}

/** What was chosen, as items of the list. */
export const itemsOf = (values: readonly string[], initial: unknown): unknown[] =>
  values.map((value) =>
    Array.isArray(initial) && typeof initial[0] === 'number'
      ? (numberOf(value, 0) ?? value)
      : value,
  )

/** What a browser takes for a secret: it fills in and saves these by itself. */
export const isSecret = (type: string, autocomplete: string): boolean =>
  type === 'password' ||
  /(^|\s)(cc-[\w-]+|current-password|new-password|one-time-code)(\s|$)/i.test(autocomplete)
