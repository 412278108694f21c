/** Proves what a component gets back at take-over, and what starts afresh and why. */
import { expect, test } from 'vitest'
import { decodeState, encodeState } from '../../engine/state/codec.ts'
import { kindsOf, RESTORE, STATE } from '../../engine/state/fields.ts'
import { holdersOf, restoreState, rollBackState } from '../../engine/state/restore.ts'

const stored = (fields: object, initial?: object) =>
  decodeState(encodeState(fields, { initial: initial && kindsOf(initial) }))

test('fields come back, and a new field keeps its initialiser', { tags: ['A13'] }, () => {
  const component = { count: 0, step: 5 }
  expect(restoreState(component, stored({ count: 7 }))).toEqual({ restored: ['count'], reset: [] })
  expect(component).toEqual({ count: 7, step: 5 })
})

test('a field that is gone is said', { tags: ['B5'] }, () => {
  const component = { count: 0 }
  expect(restoreState(component, stored({ count: 1, name: 'x' })).reset).toEqual([
    { field: 'name', why: 'the component no longer has a field name' },
  ])
  expect(component).toEqual({ count: 1 })
})

test('a field whose initialiser became of another kind starts afresh and is said', {
  tags: ['B5', 'swap-refused'],
}, () => {
  const component = { rows: [] }
  expect(restoreState(component, stored({ rows: 3 }, { rows: 0 }))).toEqual({
    restored: [],
    reset: [{ field: 'rows', why: 'rows starts as Array now and was stored as number' }],
  })
  expect(component.rows).toEqual([])
})

test('a field that changed its kind while it ran comes back', { tags: ['A13'] }, () => {
  const component: { answer: unknown; user: unknown } = { answer: 0, user: null }
  const text = stored({ answer: 'yes', user: { name: 'Ana' } }, component)
  expect(restoreState(component, text).reset).toEqual([])
  expect(component).toEqual({ answer: 'yes', user: { name: 'Ana' } })
})

test('a field that start() added comes back without an initialiser', { tags: ['A13'] }, () => {
  const component: { rows?: number[] } = {}
  expect(restoreState(component, stored({ rows: [1] }, {})).restored).toEqual(['rows'])
  expect(component.rows).toEqual([1])
})

test('an emptied field comes back empty, unless its initialiser changed', () => {
  const same = { user: { name: '' } as object | null }
  restoreState(same, stored({ user: null }, same))
  expect(same.user).toBe(null)
  const changed = { user: [] }
  expect(restoreState(changed, stored({ user: null }, { user: null })).reset).toHaveLength(1)
})

test('a value that stores itself is given its data, and stays the same object', () => {
  let given: unknown
  const user = { [STATE]: () => 1, [RESTORE]: (data: unknown) => (given = data) }
  const component = { user }
  const text = stored({ user: { [STATE]: () => ({ value: 'Ana' }), [RESTORE]() {} } })
  expect(restoreState(component, text).restored).toEqual(['user'])
  expect(given).toEqual({ value: 'Ana' })
  expect(component.user).toBe(user)
})

test('a value that stored itself is not put into a plain field', () => {
  const text = stored({ user: { [STATE]: () => 1, [RESTORE]() {} } })
  const plain = { user: null }
  expect(restoreState(plain, text).reset).toEqual([
    { field: 'user', why: 'user starts as nothing now and was stored as self-storing' },
  ])
  expect(plain.user).toBe(null)
})

test('a field that refuses is said and stops nothing', () => {
  const component = { first: 0, last: 0 }
  Object.defineProperty(component, 'first', { writable: false })
  const report = restoreState(component, stored({ first: 1, last: 2 }))
  expect(report.restored).toEqual(['last'])
  expect(report.reset[0]!.why).toContain('first could not be set')
})

test("the engine's own fields and prototype names are never assigned", { tags: ['A17'] }, () => {
  const component = { count: 0, driver: 'ours' }
  const fields = Object.create(null, {
    ['__proto__']: { value: { evil: 1 }, enumerable: true },
    constructor: { value: 'evil', enumerable: true },
    toString: { value: 'evil', enumerable: true },
    driver: { value: 'theirs', enumerable: true },
  })
  const report = restoreState(component, { fields, was: {} }, new Set(['driver']))
  expect(report.restored).toEqual([])
  expect(report.reset.map(({ field }) => field)).toEqual([
    '__proto__',
    'constructor',
    'toString',
    'driver',
  ])
  expect(component).toEqual({ count: 0, driver: 'ours' })
  expect(Object.getPrototypeOf(component)).toBe(Object.prototype)
})

test('a failed handler is taken back, whatever it made of the fields', { tags: ['A11'] }, () => {
  const component: Record<string, unknown> = { count: 1, rows: ['a'], name: null }
  const before = stored(component)
  component.count = ['broken']
  component.rows = 'broken'
  component.name = { broken: true }
  component.extra = 1
  component.add = () => 1
  expect(rollBackState(component, before).reset).toEqual([])
  expect(component).toEqual({ count: 1, rows: ['a'], name: null, add: expect.any(Function) })
})

test('a field that a failed handler removed or turned into a function comes back', {
  tags: ['A11'],
}, () => {
  const component: Record<string, unknown> = { count: 1, rows: ['a'] }
  const before = stored(component)
  delete component.count
  component.rows = () => 1
  rollBackState(component, before)
  expect(component).toEqual({ count: 1, rows: ['a'] })
})

test('a self-storing value that a failed handler replaced comes back with its data', {
  tags: ['A11'],
}, () => {
  const user = {
    value: 'Ana',
    [STATE]: () => user.value,
    [RESTORE]: (data: unknown) => (user.value = data as string),
  }
  const component: Record<string, unknown> = { user }
  const holders = holdersOf(component)
  const before = stored(component)
  user.value = 'Ben'
  component.user = null
  expect(rollBackState(component, before, undefined, holders).restored).toEqual(['user'])
  expect(component.user).toBe(user)
  expect(user.value).toBe('Ana')
})
