/** The state behind a random page, as plain data: parts are runs of literals, values are what their slots show. */
import fc from 'fast-check'
import { FORMS } from './pool.ts'

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

/** What one slot shows; what `kind` does not need is kept for the time when it changes. */
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
  ),
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
)
/** Each as likely as any other, so that no kind of literal is rare. */
export const shapeNumber = fc.noBias(fc.nat(59))

/** Numbers come later, by `name`: a part that is generated twice must not be one part. */
const rowKey = fc.constantFrom('a', 'b', 'c', 'd', 'e f', '-', 'é', 'h"<', '1', '\u2028')
const rowsOf = (of: fc.Arbitrary<Part>, minLength: number) =>
  fc.uniqueArray(fc.record({ key: rowKey, part: of }), {
    selector: ({ key }) => key,
    minLength,
    maxLength: minLength > 0 ? 8 : 6,
  })
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
  // An order is worth changing from three rows on.
  rows: fc.oneof(
    { maxDepth: 2 },
    { weight: 2, arbitrary: fc.constant<Row[]>([]) },
    { weight: 2, arbitrary: rowsOf(tie('part'), 0) },
    { weight: 1, arbitrary: rowsOf(tie('part'), 3) },
  ),
}))

export const { part, rows } = tree
export { kind }

/** Shows one value and nothing below. */
const leaf: fc.Arbitrary<Part> = fc
  .record({ shape: shapeNumber, text, n: fc.nat(15), flag: fc.boolean() })
  .map(({ shape, ...value }) => small(shape, { ...emptyValue(), ...value }))

/** Shows a component with a leaf. */
const nest: fc.Arbitrary<Part> = fc
  .record({ shape: shapeNumber, own: leaf })
  .map(({ shape, own }) => {
    const rows = [{ key: 'a', part: own }]
    return small(shape, { ...emptyValue(), kind: 'child', rows })
  })

const small = (shape: number, ...values: Value[]): Part => ({
  id: '',
  version: 0,
  shape,
  count: 0,
  values,
})

/** A part that shows lists long enough for an order. */
const lists: fc.Arbitrary<Part> = fc
  .tuple(
    shapeNumber,
    fc.array(rowsOf(fc.oneof(leaf, nest, nest), 4), { minLength: 1, maxLength: 3 }),
  )
  .map(([shape, all]) =>
    small(shape, ...all.map((rows): Value => ({ ...emptyValue(), kind: 'each', rows }))),
  )

/** A form whose fields all have something in them. */
export const form: fc.Arbitrary<Part> = fc
  .record({
    shape: fc.noBias(fc.nat(FORMS.count - 1)),
    values: fc.array(
      fc.record({ kind, text, n: fc.nat(15), flag: fc.boolean(), rows: tree.rows }),
      {
        minLength: 6,
        maxLength: 14,
      },
    ),
  })
  .map(({ shape, values }) =>
    small(FORMS.first + shape, ...values.map((one) => ({ ...emptyValue(), ...one }))),
  )

/** What a page begins with. */
export const page = fc.oneof({ weight: 2, arbitrary: part }, { weight: 1, arbitrary: lists })

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

function emptyValue(): Value {
  return { kind: 'text', version: 0, text: '', touched: 0, n: 0, flag: false, rows: [] }
}
