/** Offsets and the compiler's printed columns become the reader's columns. */
import { expect, test } from 'vitest'
import { columnOfWidth, positionAt } from '../../../playground/container/run/position.ts'

test('an offset is a line and a column that count from 1', () => {
  expect(positionAt('ab\ncd\n', 4)).toEqual({ line: 2, column: 2 })
})

test('a tab was printed as four cells', () => {
  expect(columnOfWidth('\t\tx = ;', 8)).toBe(3)
})

test('wide, empty and paired characters were printed wider or narrower than they are', () => {
  expect(columnOfWidth('日本 x', 5)).toBe(4)
  expect(columnOfWidth('🙂 x', 4)).toBe(4)
  expect(columnOfWidth('e\u0301 x', 2)).toBe(4)
})
