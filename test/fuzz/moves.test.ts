/** What the random pages say of moves: no list may move more rows than its new order needs. */
import { expect, test } from 'vitest'
import { fewestMoves } from '../../fuzz/dom/moves.ts'

const LIST = 'root/f.0.0|4'
const OTHER = 'root/f.0.0|5'

test('a row that is put elsewhere is one move, however long its list', { tags: ['A9'] }, () => {
  expect(fewestMoves(at(LIST, 'abcdef'), at(LIST, 'bcdefa'))).toBe(1)
  expect(fewestMoves(at(LIST, 'abcdef'), at(LIST, 'fedcba'))).toBe(5)
})

test('rows that stay in their order are not moved for those that come and go', {
  tags: ['A9'],
}, () => {
  expect(fewestMoves(at(LIST, 'abcd'), at(LIST, 'xacyd'))).toBe(0)
})

test('a row that crosses to another list is one move and pays for no other', {
  tags: ['A9'],
}, () => {
  const before = [...at(LIST, 'abc'), ...at(OTHER, 'xyz')] as const
  expect(fewestMoves(new Map(before), new Map([...at(LIST, 'ac'), ...at(OTHER, 'xbyz')]))).toBe(1)
  expect(fewestMoves(new Map(before), new Map([...at(LIST, 'ca'), ...at(OTHER, 'xbyz')]))).toBe(2)
})

test('one row that left pays for one that came, not for two of its key', { tags: ['A9'] }, () => {
  const before = new Map([...at(LIST, 'a'), ...at(OTHER, ''), ...at('root/f.0.0|6', '')])
  const after = new Map([...at(LIST, ''), ...at(OTHER, 'a'), ...at('root/f.0.0|6', 'a')])
  expect(fewestMoves(before, after)).toBe(1)
})

test('a list that is shown by another part at its place may take its rows along, and only those', {
  tags: ['A9'],
}, () => {
  expect(
    fewestMoves(at('root/f.0.0|1.part.0/f.1.0|2', 'abc'), at('root/f.0.0|1.part.0/f.9.0|2', 'xab')),
  ).toBe(2)
})

const at = (list: string, keys: string) => new Map([[list, [...keys]]])
