/** B3: the hash that a check's result carries. */
import { expect, test } from 'vitest'
import { codeHash } from '../../../playground/ui/code-hash.ts'

test('the same files have the same hash, in any order', { tags: ['B3'] }, () => {
  const one = codeHash({ files: { 'a.ts': '1', 'b.ts': '2' }, entry: 'a.ts' })
  expect(codeHash({ files: { 'b.ts': '2', 'a.ts': '1' }, entry: 'a.ts' })).toBe(one)
  expect(one).toMatch(/^[\da-f]{14}$/)
})

test.each([
  ['a text', { files: { 'a.ts': '1 ', 'b.ts': '2' }, entry: 'a.ts' }],
  ['a name', { files: { 'a.ts': '1', 'c.ts': '2' }, entry: 'a.ts' }],
  ['the entry', { files: { 'a.ts': '1', 'b.ts': '2' }, entry: 'b.ts' }],
  ['where one file ends', { files: { 'a.ts': '12', 'b.ts': '' }, entry: 'a.ts' }],
])('another hash if %s differs', { tags: ['B3'] }, (_, project) => {
  expect(codeHash(project)).not.toBe(
    codeHash({ files: { 'a.ts': '1', 'b.ts': '2' }, entry: 'a.ts' }),
  )
})
