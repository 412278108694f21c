/** Proves that a list whose rows are remembered is written as any other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeState, encodeState } from '../../engine/state/codec.ts'
import { RowTexts } from '../../engine/state/row-texts.ts'

type Row = Record<PropertyKey, unknown>
interface Lists {
  rows: Row[]
  others: unknown
  selected: unknown
  [more: string]: unknown
}

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, id) => ({ id, label: `Row ${id}` }))

/** The string, or what was thrown in its place. */
function outcome(state: object, texts?: RowTexts): string {
  try {
    return encodeState(state, { name: 'Lists', texts })
  } catch (error) {
    return `thrown: ${(error as Error).message}`
  }
}

/** Three writings, after which the rows are remembered. */
function remembered(state: object): RowTexts {
  const texts = new RowTexts()
  for (let i = 0; i < 3; i++) encodeState(state, { texts })
  return texts
}

test('a changed row is written anew, and the others as they were', () => {
  const state = { title: 'x', rows: rowsOf(40), count: 1 }
  const texts = remembered(state)
  expect(texts.holds(state.rows[3])).toBe(true)
  state.rows[3]!.label = '"'
  state.count = 2
  const text = encodeState(state, { texts })
  expect(text).toContain('1\n{"title":"x","rows":[{"id":0,"label":"Row 0"},')
  expect(text).toContain('{"id":2,"label":"Row 2"},{"id":3,"label":"\\""},')
  expect(text).toContain(',{"id":39,"label":"Row 39"}],"count":2}')
  expect(text).toBe(encodeState(state))
})

test('a short list, and one that is written for the first time, is not remembered', () => {
  const short = { rows: rowsOf(31) }
  expect(remembered(short).holds(short.rows[0])).toBe(false)
  const long = { rows: rowsOf(32) }
  const texts = new RowTexts()
  encodeState(long, { texts })
  expect(texts.holds(long.rows[0])).toBe(false)
})

test('rows that left the state are forgotten', () => {
  const state: { rows?: Row[] } = { rows: rowsOf(40) }
  const [first, second] = state.rows!
  const texts = remembered(state)
  state.rows!.shift()
  encodeState(state, { texts })
  expect([texts.holds(first), texts.holds(second)]).toEqual([false, true])
  delete state.rows
  encodeState(state, { texts })
  expect(texts.holds(second)).toBe(false)
})

test('a row that stands in two places comes back as one', () => {
  for (const share of [
    (state: Lists) => (state.selected = state.rows[3]),
    (state: Lists) => (state.selected = [{ deep: state.rows[3] }]),
    (state: Lists) => (state.rows[9] = state.rows[3]!),
    (state: Lists) => ((state.others as Row[])[5] = state.rows[3]!),
    (state: Lists) => (state.others = state.rows),
    // Moved and changed at once, with its old place still its own.
    (state: Lists) => ((state.rows[1] = state.rows[5]!).label = 'changed'),
  ]) {
    const state: Lists = { rows: rowsOf(40), others: rowsOf(40), selected: null }
    const texts = remembered(state)
    share(state)
    const text = encodeState(state, { texts })
    expect(text).toMatch(/^1\n\[/)
    expect(text).toBe(encodeState(state))
    expect(decodeState(text).fields).toStrictEqual({ ...state })
  }
})

test('what is no longer plain is found in a row that was remembered', () => {
  for (const spoil of [
    (row: Row) => (row.id = -0),
    (row: Row) => (row.id = Number.NaN),
    (row: Row) => (row.label = undefined),
    (row: Row) => (row[Symbol('x')] = 1),
    (row: Row) => Object.setPrototypeOf(row, null),
    (row: Row) => Object.setPrototypeOf(row, new (class Row {})()),
    (row: Row) => Object.defineProperty(row, '__proto__', { value: 1, enumerable: true }),
    (row: Row) => Object.defineProperty(row, 'label', { get: () => new Date(0) }),
    (row: Row) => {
      Object.defineProperty(row, 'label', {
        get() {
          throw new Error('no')
        },
      })
    },
  ]) {
    const state = { rows: rowsOf(40) }
    const texts = remembered(state)
    state.rows[0]!.id = 0
    spoil(state.rows[0]!)
    expect(outcome(state, texts)).toBe(outcome(state))
    expect(outcome(state)).not.toMatch(/^1\n\{/)
  }
})

test('other names for the same values, and another order of equal ones, are written anew', () => {
  const state = { rows: rowsOf(40) }
  const texts = remembered(state)
  delete state.rows[3]!.label
  state.rows[3]!.title = 'Row 3'
  expect(encodeState(state, { texts })).toContain(',{"id":3,"title":"Row 3"},')
  state.rows[3]!.id = 'Row 3'
  encodeState(state, { texts })
  delete state.rows[3]!.id
  state.rows[3]!.id = 'Row 3'
  expect(encodeState(state, { texts })).toContain(',{"title":"Row 3","id":"Row 3"},')
})

test('what an accessor or a proxy gives is read each time', () => {
  let label = 'a'
  const made = Object.defineProperty({ id: 1 }, 'label', { get: () => label, enumerable: true })
  const proxy = new Proxy(
    { id: 1, label: 'x' },
    { get: (row, name) => Reflect.get(row, name) ?? label },
  )
  for (const odd of [made, new Proxy({ id: 1 }, { get: () => label }), proxy]) {
    const state = { rows: [...rowsOf(40), odd] }
    const texts = remembered(state)
    for (const next of ['b', 'c']) {
      label = next
      expect(outcome(state, texts)).toBe(outcome(state))
    }
  }
})

test('any edits, step by step, are written as without a memory', () => {
  const at = fc.nat(60)
  const leaf = fc.constantFrom<unknown>('', 'a"\n\ud800', 0, 1.5, -7, true, false, null)
  const odd = fc.constantFrom<unknown>(-0, Number.NaN, undefined, 3n, new Date(0), () => 1, [], {
    n: 1,
  })
  const value = fc.oneof({ weight: 20, arbitrary: leaf }, { weight: 1, arbitrary: odd })
  const key = fc.constantFrom('id', 'label', 'done', '7')
  type Edit = (state: Lists) => void
  const listOf = (state: Lists, which: boolean) =>
    which || !Array.isArray(state.others) ? state.rows : (state.others as Row[])
  const edit = (
    change: (list: Row[], i: number, j: number, set: unknown, name: string) => unknown,
  ) =>
    fc.tuple(fc.boolean(), at, at, value, key).map(
      ([which, i, j, set, name]): Edit =>
        (state) => {
          const list = listOf(state, which)
          if (list.length > 0) change(list, i % list.length, j % list.length, set, name)
        },
    )
  const plain = [
    edit((list, i, _, set, name) => (list[i]![name] = set)),
    edit((list, i, _, set, name) => (list[i]![name] = set)),
    edit((list, _, j, set) => list.push({ id: j, label: set })),
    edit((list, _, j, set) => list.unshift({ id: j, label: set })),
    edit((list, i, j) => list.splice(i, j % 4)),
    edit((list, i, j) => {
      const one = list[i]!
      list[i] = list[j]!
      list[j] = one
    }),
    edit((list, i) => (list[i] = { ...list[i] })),
    edit((list, i, _, set, name) => (list[i] = { [name]: set, ...list[i] })),
    edit((list, i, _, __, name) => delete list[i]![name]),
    edit((list, i) => {
      const row = list[i]!
      const { id } = row
      delete row.id
      row.id = id
    }),
    edit((list) => list.reverse()),
    fc.constant<Edit>((state) => (state.rows = [...state.rows])),
    fc.constant<Edit>((state) => (state.rows = state.rows.map((row) => ({ ...row })))),
    fc.constant<Edit>((state) => (state.selected = null)),
    fc.constant<Edit>((state) => (state.others = rowsOf(50))),
    // What the odd ones leave behind, taken away again.
    fc.constant<Edit>((state) => {
      state.rows = [...new Set(state.rows)].filter((row) => /^1\n\{/.test(outcome({ row })))
      while (state.rows.length < 40) state.rows.push({ id: state.rows.length, label: '' })
      if (!/^1\n\{/.test(outcome(state))) Object.assign(state, { others: rowsOf(40), selected: 1 })
    }),
  ]
  const rare = [
    edit((list, i, j) => (list[i] = list[j]!)),
    edit((list, i, j) => ((list[i] = list[j]!).label = 'moved')),
    edit((list, i) => (list[i]![Symbol('x')] = 1)),
    edit((list, i) => Object.defineProperty(list[i], '__proto__', { value: 1, enumerable: true })),
    edit((list, i) => Object.setPrototypeOf(list[i], null)),
    edit((list, i, _, set) => Object.defineProperty(list[i], 'id', { get: () => set })),
    edit((list, i, _, set) => (list[i] = set as Row)),
    edit((list, _, j) => (list.length += j % 2)),
    edit((list, _, j) => (list.length = j)),
    fc.tuple(at, value).map(
      ([i, set]): Edit =>
        (state) =>
          (state.selected = i % 2 ? state.rows[i] : { nested: set }),
    ),
    at.map(
      (i): Edit =>
        (state) =>
          (state.others = i % 2 ? [state.rows[i]] : state.rows),
    ),
    fc.tuple(at, value).map(
      ([i, set]): Edit =>
        (state) =>
          (state[`f${i % 3}`] = set),
    ),
    fc.constant<Edit>((state) => {
      state.rows = rowsOf(45)
      state.others = rowsOf(50)
      state.selected = null
      for (const name of ['f0', 'f1', 'f2']) delete state[name]
    }),
  ]
  const step = fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.oneof(...plain) },
      { weight: 1, arbitrary: fc.oneof(...rare) },
    ),
    { maxLength: 3 },
  )
  let kept = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), (steps) => {
      const state: Lists = { rows: rowsOf(50), others: rowsOf(40), selected: null }
      const texts = remembered(state)
      for (const edits of steps) {
        for (const change of edits) {
          try {
            change(state)
          } catch {
            // A row that is none, or has a getter only, takes no edits.
          }
        }
        expect(outcome(state, texts)).toBe(outcome(state))
        if (texts.holds(state.rows[0])) kept++
      }
    }),
    { numRuns: 300 },
  )
  // Else the steps would have compared the ordinary way with itself.
  expect(kept).toBeGreaterThan(1_000)
})
