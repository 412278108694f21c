/** Changes a part in place, as a program does that pushes into its own arrays and sets its own fields. */
import fc from 'fast-check'
import {
  type Kind,
  kind,
  name,
  ownValue,
  type Part,
  part,
  type Row,
  shapeNumber,
  text,
  type Value,
} from './parts.ts'
import type { Pool } from './pool.ts'
import type { Context, ValueSlot } from './shape.ts'

export type Change =
  | { change: 'text'; text: string }
  | { change: 'number'; n: number }
  | { change: 'flag' }
  | { change: 'kind'; kind: Kind }
  | { change: 'shape'; shape: number }
  | { change: 'insert'; at: number; row: Row }
  | { change: 'remove'; at: number }
  | { change: 'move'; from: number; to: number }
  | { change: 'swap'; from: number; to: number }
  | { change: 'reverse' }
  | { change: 'order'; by: number[] }
  | { change: 'clear' }
  | { change: 'replace'; row: Row }
  /** A row goes to another list, where it is a new part: it keeps its key alone. */
  | { change: 'carry'; row: number; to: number; name: string }

/** `at` says which of the places that fit, counted round. */
export interface Edit {
  at: number
  changes: Change[]
}

const place = fc.nat(30)
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e f', '-', 'x', 'y')
const row = fc.record({ key, part })

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ change: fc.constant('text' as const), text }) },
  { weight: 2, arbitrary: fc.record({ change: fc.constant('number' as const), n: fc.nat(15) }) },
  { weight: 3, arbitrary: fc.constant({ change: 'flag' as const }) },
  { weight: 4, arbitrary: fc.record({ change: fc.constant('kind' as const), kind }) },
  {
    weight: 2,
    arbitrary: fc.record({ change: fc.constant('shape' as const), shape: shapeNumber }),
  },
  { weight: 4, arbitrary: fc.record({ change: fc.constant('insert' as const), at: place, row }) },
  { weight: 4, arbitrary: fc.record({ change: fc.constant('remove' as const), at: place }) },
  {
    weight: 4,
    arbitrary: fc.record({ change: fc.constant('move' as const), from: place, to: place }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ change: fc.constant('swap' as const), from: place, to: place }),
  },
  { weight: 4, arbitrary: fc.constant({ change: 'reverse' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      change: fc.constant('order' as const),
      by: fc.array(place, { minLength: 3, maxLength: 8 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ change: 'clear' as const }) },
  { weight: 2, arbitrary: fc.record({ change: fc.constant('replace' as const), row }) },
  {
    weight: 2,
    arbitrary: fc.record({
      change: fc.constant('carry' as const),
      row: place,
      to: place,
      name: fc.constant(''),
    }),
  },
)

export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(60),
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
})

/** Parts that an edit brings in are named once, before several tabs are given it. */
export function named(edit: Edit, prefix: string): Edit {
  for (const [i, one] of edit.changes.entries()) {
    if (one.change === 'carry') one.name = `${prefix}-${i}`
    else if ('row' in one) name(one.row.part, `${prefix}-${i}`)
  }
  return edit
}

export function editPart(root: Part, { at, changes }: Edit, pool: Pool): void {
  for (const one of changes) apply(root, at, structuredClone(one), pool)
}

function apply(root: Part, at: number, one: Change, pool: Pool) {
  const { parts, values } = placesIn(root, pool)
  if (one.change === 'shape') {
    const shown = parts[at % parts.length]!
    shown.shape = one.shape
    shown.version++
    return
  }
  if (one.change === 'carry') return carry(values, at, one)
  const fitting = values.filter((place) => shows(place, one))
  const among = fitting.length > 0 ? fitting : values
  const value = among[at % among.length]?.value
  if (!value) return
  switch (one.change) {
    case 'text':
      value.text = one.text
      value.touched++
      return
    case 'number':
      value.n = one.n
      value.touched++
      return
    case 'flag':
      value.flag = !value.flag
      value.touched++
      value.version++
      return
    case 'kind':
      if (value.kind !== one.kind) value.version++
      value.kind = one.kind
      return
    default:
      changeRows(value, one)
      // Only rows with keys stay the same elements wherever they stand.
      if (value.kind !== 'each') value.version++
  }
}

type RowsChange = Exclude<
  Change,
  { change: 'text' | 'number' | 'flag' | 'kind' | 'shape' | 'carry' }
>

function carry(
  values: readonly PlacedValue[],
  at: number,
  one: Extract<Change, { change: 'carry' }>,
) {
  const lists = values.filter(({ value, slot }) => value.kind === 'each' && contextOf(slot))
  const full = lists.filter(({ value }) => value.rows.length > 0)
  const from = full[at % full.length]
  if (!from) return
  const [row] = from.value.rows.splice(one.row % from.value.rows.length, 1)
  const others = lists.filter(
    ({ value, slot }) => value !== from.value && contextOf(slot) === contextOf(from.slot),
  )
  const to = others[one.to % others.length]
  if (!row || !to || to.value.rows.some(({ key }) => key === row.key)) return
  name(row.part, one.name)
  to.value.rows.splice(one.to % (to.value.rows.length + 1), 0, row)
}

const contextOf = (slot: ValueSlot) =>
  slot.place === 'content' && slot.context !== 'plain' ? slot.context : undefined

/** Whether such a change of the value is likely to be seen. */
function shows({ value, slot }: PlacedValue, one: Change): boolean {
  const { kind, rows, flag } = value
  if (one.change === 'kind') return slot.place === 'content' || slot.place === 'mark'
  if (slot.place === 'content') {
    if (/^(text|number|flag)$/.test(one.change)) return SEEN[one.change]!.test(kind)
    if (slot.context === 'plain') return false
    if (/^(move|swap|reverse|order)$/.test(one.change)) return kind === 'each' && rows.length > 1
    return kind === 'each' || (kind === 'array' && one.change !== 'replace')
  }
  if (slot.place !== 'attribute' && slot.place !== 'field') return false
  if (one.change === 'flag') return FLAGS.test(slot.way)
  if (one.change === 'text') return slot.way === 'maybe' ? flag : TEXTS.test(slot.way)
  return one.change === 'number' && NUMBERS.test(slot.way)
}

/** Which kinds of a slot show which field of its value. */
const SEEN: Record<string, RegExp> = {
  text: /^(text|child)$/,
  number: /^(number|none|raw|array|child)$/,
  flag: /^(each|child)$/,
}
/** And which attributes. */
const FLAGS = /^(maybe|flag|classes|styles|json|check|limit)$/
const TEXTS = /^(text|url|json)$/
const NUMBERS = /^(number|classes|styles|json|choice)$/

function changeRows({ rows }: Value, one: RowsChange) {
  const within = (at: number) => at % Math.max(1, rows.length)
  switch (one.change) {
    case 'insert':
      if (rows.some(({ key }) => key === one.row.key)) return
      rows.splice(one.at % (rows.length + 1), 0, one.row)
      return
    case 'remove':
      rows.splice(within(one.at), 1)
      return
    case 'move':
      rows.splice(within(one.to), 0, ...rows.splice(within(one.from), 1))
      return
    case 'swap': {
      const [from, to] = [within(one.from), within(one.to)]
      const [a, b] = [rows[from], rows[to]]
      if (a && b) [rows[from], rows[to]] = [b, a]
      return
    }
    case 'reverse':
      rows.reverse()
      return
    case 'order':
      for (const by of one.by) rows.push(...rows.splice(within(by), 1))
      return
    case 'clear':
      rows.length = 0
      return
    case 'replace':
      rows.splice(0, rows.length, one.row)
      return
    default:
      one satisfies never
  }
}

interface PlacedValue {
  value: Value
  slot: Exclude<ValueSlot, { place: 'path' }>
}

/** What stands in the view, by the literals that show it; children's own parts are theirs. */
function placesIn(root: Part, pool: Pool): { parts: Part[]; values: PlacedValue[] } {
  const parts: Part[] = []
  const values = new Map<Value, PlacedValue>()
  visit(root, 'flow')
  return { parts, values: [...values.values()] }

  function visit(at: Part, context: Context) {
    parts.push(at)
    for (const slot of pool.of(context, at.shape).slots) {
      if (slot.place === 'path') continue
      const value = ownValue(at, slot.value)
      const known = values.has(value)
      // How often a field was set and what a handler is called stand before the thing itself.
      if (!known || slot.place === 'field') values.set(value, { value, slot })
      if (known) continue
      if (slot.place !== 'content' || slot.context === 'plain') continue
      const inner = slot.context
      if (value.kind === 'part') for (const one of value.rows.slice(0, 1)) visit(one.part, inner)
      if (value.kind === 'each' || value.kind === 'array')
        for (const one of value.rows) visit(one.part, inner)
      if (value.kind === 'child' && value.rows[1]) visit(value.rows[1].part, inner)
    }
  }
}
