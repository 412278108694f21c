/** Proves that both directions of a BiMap always agree. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BiMap } from '../../engine/state/bimap.ts'

test('a pair is read in both directions', { tags: ['A11'] }, () => {
  const seats = new BiMap([['ana', 1]])
  expect([seats.get('ana'), seats.keyOf(1)]).toEqual([1, 'ana'])
  expect([seats.has('ana'), seats.hasValue(1), seats.size]).toEqual([true, true, 1])
})

test('setting a value that is taken removes the old pair', { tags: ['A11'] }, () => {
  const seats = new BiMap([['ana', 1]]).set('ben', 1)
  expect([...seats]).toEqual([['ben', 1]])
  expect(seats.get('ana')).toBeUndefined()
})

test('setting a key again frees its old value', { tags: ['A11'] }, () => {
  const seats = new BiMap([['ana', 1]]).set('ana', 2)
  expect([...seats]).toEqual([['ana', 2]])
  expect(seats.keyOf(1)).toBeUndefined()
})

test('a pair is deleted from either side, undefined included', { tags: ['A11'] }, () => {
  const pairs = new BiMap<unknown, unknown>([
    [undefined, 'a'],
    ['b', undefined],
  ])
  expect([pairs.delete('missing'), pairs.deleteValue('missing')]).toEqual([false, false])
  expect([pairs.delete(undefined), pairs.deleteValue(undefined)]).toEqual([true, true])
  expect([pairs.size, pairs.hasValue('a'), pairs.has('b')]).toEqual([0, false, false])
})

test('both directions agree after any calls', { tags: ['A11', 'bimap'] }, () => {
  const small = fc.integer({ min: 0, max: 5 })
  const call = fc.tuple(fc.constantFrom('set', 'delete', 'deleteValue', 'clear'), small, small)
  fc.assert(
    fc.property(fc.array(call, { maxLength: 40 }), (calls) => {
      const map = new BiMap<number, number>()
      for (const [name, key, value] of calls) {
        if (name === 'set') map.set(key, value)
        else if (name === 'delete') map.delete(key)
        else if (name === 'deleteValue') map.deleteValue(value)
        else map.clear()
      }
      const pairs = [...map]
      expect(new Set(pairs.map(([, value]) => value)).size).toBe(map.size)
      for (const [key, value] of pairs) {
        expect(map.get(key)).toBe(value)
        expect(map.keyOf(value)).toBe(key)
      }
      for (let value = 0; value <= 5; value++) {
        expect(map.hasValue(value)).toBe(pairs.some(([, taken]) => taken === value))
      }
    }),
  )
})
