/** A number that code names is found and replaced, and nothing beside it. */
import { expect, test } from 'vitest'
import { readConstant, writeConstant } from '../../../playground/ui/constants.ts'

const CODE = `const ROWSET = 3
const ROWS: number = 1_000
export const WAIT=2.5 // ROWS = 7
`

test('a constant is read by its whole name', () => {
  expect(readConstant(CODE, 'ROWS')).toBe(1000)
  expect(readConstant(CODE, 'WAIT')).toBe(2.5)
  expect(readConstant(CODE, 'ROW')).toBeUndefined()
})

test('a constant is written in its place, and code without it stays', () => {
  expect(writeConstant(CODE, 'ROWS', 20)).toBe(CODE.replace('1_000', '20'))
  expect(writeConstant(CODE, 'COLUMNS', 20)).toBe(CODE)
})
