/** The state behind a random page, as plain data: parts are runs of literals, values are what their holes show. */
import fc from 'fast-check'

/** One run of a literal. `id` and `version` name it for as long as its elements must stay the same ones. */
export interface Part {
  id: string
  version: number
  shape: number
  /** Events that its handlers have taken. */
  count: number
  values: Value[]
}

export const KINDS = ['text', 'number', 'none', 'part', 'each', 'array', 'raw', 'child'] as const
export type Kind = (typeof KINDS)[number]

/** What one hole shows; what `kind` does not need is kept for the time when it changes. */
export interface Value {
  kind: Kind
  /** How often the kind was another one. */
  version: number
  text: string
  /** How often a server's edit has set the text. */
  touched: number
  n: number
  flag: boolean
  rows: Row[]
}

export interface Row {
  key: string
  part: Part
}

/** Bad names, odd letters and empty texts are likely. */
export const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'a',
    'b',
    '0',
    '<b>',
    '&amp;',
    '"',
    "'",
    '-->',
    'é😀',
    '\n',
    '\nx',
    '\u2028',
    '\ufeff',
    'a\r\nb',
    '\ud800',
    'https://a.example/?b=1&c',
    'javascript:alert(1)',
  ), // prettier-ignore
  fc.string({ maxLength: 4 }),
)
const kind = fc.constantFrom<Kind>(
  'text',
  'text',
  'number',
  'none',
  'part',
  'part',
  'each',
  'each',
  'each',
  'array',
  'raw',
  'child',
  'child',
) // prettier-ignore
export const shapeNumber = fc.nat(59)

/** Numbers come later, by `name`: a part that is generated twice must not be one part. */
const rowKey = fc.constantFrom('a', 'b', 'c', 'd', 'e f', '-', 'é', 'h"<')
const tree = fc.letrec<{ part: Part; value: Value; rows: Row[] }>((tie) => ({
  part: fc.record({
    id: fc.constant(''),
    version: fc.constant(0),
    shape: shapeNumber,
    count: fc.constant(0),
    values: fc.array(tie('value'), { maxLength: 6 }),
  }),
  value: fc.record({
    kind,
    version: fc.constant(0),
    text,
    touched: fc.constant(0),
    n: fc.nat(15),
    flag: fc.boolean(),
    rows: tie('rows'),
  }),
  rows: fc.oneof(
    { maxDepth: 2 },
    fc.constant<Row[]>([]),
    fc.uniqueArray(fc.record({ key: rowKey, part: tie('part') }), {
      selector: ({ key }) => key,
      maxLength: 6,
    }),
  ),
}))

export const { part, rows } = tree
export { kind }

/** Gives every part below a name that no other has. */
export function name(part: Part, prefix: string): Part {
  let next = 0
  const visit = (at: Part) => {
    at.id = `${prefix}.${next++}`
    for (const { rows } of at.values) for (const row of rows) visit(row.part)
  }
  visit(part)
  return part
}

/** The value of that number; a literal may ask for more than its part was given. */
export const valueAt = (part: Part, at: number): Value => part.values[at] ?? emptyValue()

/** The same, to be changed. */
export function ownValue(part: Part, at: number): Value {
  while (part.values.length <= at) part.values.push(emptyValue())
  return part.values[at]!
}

const emptyValue = (): Value => ({
  kind: 'text',
  version: 0,
  text: '',
  touched: 0,
  n: 0,
  flag: false,
  rows: [],
})
