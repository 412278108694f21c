/** Proves that state comes back as it was, and that what can't is refused by name. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeState, encodeState } from '../../engine/state/codec.ts'
import { RESTORE, STATE } from '../../engine/state/fields.ts'

const roundtrip = (fields: object) => decodeState(encodeState(fields)).fields

const refusalOf = (component: object, name = 'Todos') => {
  try {
    encodeState(component, { name })
  } catch (error) {
    return error as Error & { code: string; owner: string }
  }
  throw new Error('It was stored.')
}

describe('what is stored', () => {
  test('a counter is one short line', () => {
    expect(encodeState({ count: 3 })).toBe('1\n{"count":3}')
  })

  test('a tree of plain values is written as JSON', () => {
    const fields = {
      text: 'a"\n\ud800',
      same: 'a"\n\ud800',
      'odd "name': true,
      none: null,
      0: 1.5,
      rows: [{ id: 1, tags: ['a', 'a'] }, {}],
    }
    expect(encodeState(fields)).toBe(
      '1\n{"0":1.5,"text":"a\\"\\n\\ud800","same":"a\\"\\n\\ud800","odd \\"name":true,"none":null,"rows":[{"id":1,"tags":["a","a"]},{}]}',
    )
    expect(roundtrip(fields)).toStrictEqual(fields)
    expect(encodeState({})).toBe('1\n{}')
    expect(roundtrip({})).toStrictEqual({})
  })

  test('what JSON would change is written in the notation that devalue reads', () => {
    const shared = { n: 1 }
    const odd = [
      { a: -0 },
      { a: Number.NaN },
      { a: [undefined] },
      { a: new Array(2) },
      { a: { b: undefined } },
      { a: new Date(0) },
      { a: [shared, shared] },
      { a: Object.create(null) },
    ]
    for (const fields of odd) {
      expect(encodeState(fields)).toMatch(/^1\n\[/)
      expect(roundtrip(fields)).toStrictEqual(fields)
    }
    const { a } = roundtrip({ a: [shared, shared] }) as { a: object[] }
    expect(a[0]).toBe(a[1])
  })

  test('empty text, 0, false, null and 1.75 come back as they were', {
    tags: ['A2', 'damaged-values'],
  }, () => {
    const fields = { text: '', zero: 0, no: false, none: null, part: 1.75 }
    expect(roundtrip(fields)).toStrictEqual(fields)
  })

  test('what JSON loses comes back', () => {
    const fields = {
      gone: undefined,
      not: Number.NaN,
      far: [Infinity, -Infinity],
      minus: -0,
      big: 9007199254740993n,
      at: new Date('2026-11-24T04:00:00.123Z'),
      never: new Date(Number.NaN),
      map: new Map<unknown, unknown>([[{ id: 1 }, new Set(['a'])]]),
      bytes: new Uint8Array([0, 127, 255]),
      floats: new Float64Array([0.1, Number.NaN]),
      buffer: new Uint8Array([1, 2]).buffer,
      find: /a+\/b/giu,
      link: new URL('https://example.org/a?b=c#d'),
      childSlots: Object.assign(new Array(3), { 0: 1, 2: 3 }),
      bare: Object.assign(Object.create(null), { a: 1 }),
      broken: '\ud800 \u2028 </script> \0',
    }
    expect(roundtrip(fields)).toStrictEqual(fields)
  })

  test('a cycle and a shared value stay what they are', () => {
    const node: { name: string; self?: object } = { name: 'root' }
    node.self = node
    const fields = roundtrip({ tree: node, selected: node }) as {
      tree: typeof node
      selected: object
    }
    expect(fields.tree.self).toBe(fields.tree)
    expect(fields.selected).toBe(fields.tree)
  })

  test("functions, the engine's own fields and private fields are not state", () => {
    class Counter {
      driver = { engine: true }
      count = 1
      #secret = 42
      add = () => this.#secret
      get double() {
        return this.count * 2
      }
    }
    const text = encodeState(new Counter(), { engineOwn: new Set(['driver']) })
    expect(decodeState(text).fields).toStrictEqual({ count: 1 })
  })

  test('a value with its own way to be stored gives other data in its place', () => {
    const user = { state: 'done', reload() {}, [STATE]: () => ({ value: 'Ana' }), [RESTORE]() {} }
    expect(encodeState({ user })).toBe('1\n[{"user":1},["self",2],[3],{"value":4},"Ana"]')
  })

  test('equal state gives equal text', () => {
    expect(encodeState({ a: [1, 2], b: 'x' })).toBe(encodeState({ a: [1, 2], b: 'x' }))
  })

  test('any storable value comes back equal', { tags: ['A13'] }, () => {
    const storable = fc.anything({
      key: fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__'),
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withNullPrototype: true,
      withUnicodeString: true,
      maxDepth: 4,
    })
    fc.assert(
      fc.property(storable, (value) => {
        expect(roundtrip({ value })).toStrictEqual({ value })
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is refused', () => {
  test('a function inside a list of records is named with its path', { tags: ['A13'] }, () => {
    const error = refusalOf({ todos: [{}, {}, {}, { done: () => true }] })
    expect(error.code).toBe('state-unstorable')
    expect(error.owner).toBe('app')
    expect(error.message).toContain('Todos.todos[3].done, received a function.')
  })

  test('a component is called by its class unless a name is given', () => {
    class Basket {
      items = [Symbol('x')]
    }
    expect(() => encodeState(new Basket())).toThrow('in Basket.items[0], received a symbol')
  })

  test.each([
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve(1)],
    ['an instance of WeakMap', new WeakMap()],
    ['an instance of Error', new Error('x')],
    ['an instance of Point', new (class Point {})()],
    ['an instance of Stack', new (class Stack extends Array<number> {})()],
    ['an instance of Index', new (class Index extends Map<string, number> {})()],
    ['an instance of Buffer', Buffer.from('a')],
    ['keys that are symbols', { [Symbol('x')]: 1 }],
    ['a key named __proto__', JSON.parse('{"__proto__":1}')],
  ])('%s is refused', (found, value) => {
    expect(refusalOf({ a: { b: value } }).message).toContain(`in Todos.a.b, received ${found}`)
  })

  test('a value that stores itself is refused inside other data', () => {
    const user = { [STATE]: () => 1, [RESTORE]() {} }
    expect(refusalOf({ users: [user] }).message).toBe(
      'Expected a value that can be stored in Todos.users[0], received a load(), a stream() or a BiMap inside other data. Give it a field of its own.',
    )
  })

  test('a field that every object has is refused', () => {
    expect(refusalOf({ constructor: 1 }).message).toContain(
      'in Todos.constructor, received a field',
    )
    expect(refusalOf(JSON.parse('{"__proto__":1}')).message).toContain('Give it another name.')
  })

  test('values nested too deeply are refused', () => {
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(refusalOf({ deep }).message).toContain('in Todos, received values nested too deeply')
  })

  test('a value that throws when it is read is refused', () => {
    const value = Object.defineProperty({}, 'x', {
      enumerable: true,
      get() {
        throw new Error('no')
      },
    })
    expect(refusalOf({ value }).message).toContain(
      'received a value that throws when read (Error: no)',
    )
  })

  test('state over its limit is refused with both sizes', { tags: ['A13'] }, () => {
    expect(encodeState({ text: 'é'.repeat(40) }, { maxBytes: 93 })).toHaveLength(53)
    expect(() => encodeState({ text: 'é'.repeat(40) }, { name: 'Notes', maxBytes: 92 })).toThrow(
      'Expected the state of Notes to take at most 92 bytes, received 93.',
    )
  })

  test.each([
    '',
    '0\n[{}]',
    '1',
    '1\n',
    '1\n[{"a":7}]',
    '1\n{"a":1',
    '1{bad\n[{}]',
    '1\n[{"a":1},["Map"',
  ])('text %j is unreadable, by code', (text) => {
    expect(() => decodeState(text)).toThrow(expect.objectContaining({ code: 'state-unreadable' }))
  })
})
