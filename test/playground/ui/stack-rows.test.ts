/** A printed stack: what is the reader's stays, what is not folds. */
import { expect, test } from 'vitest'
import { frameIn, rowsOf } from '../../../playground/ui/stack-rows.ts'

const STACK = [
  'Error: no',
  '    at Page.fall (page.ts:6:11)',
  '    at run (file:///w/node_modules/telar/chunk-A.js:1:200)',
  '    at new Promise (<anonymous>)',
  '    at async node:internal/process:90:5',
  '    at page.ts:9:2',
  'said at 10:20:30',
]

test('of a stack the reader’s frames stay, and the others fold', () => {
  const lines = STACK.map((text, id) => ({ id, run: 1, at: 0, stream: 'err' as const, text }))
  const rows = rowsOf(lines, { 'page.ts': '' })
  expect(rows.map((row) => ('line' in row ? row.line.text : row.folded.length))).toEqual([
    'Error: no',
    '    at Page.fall (page.ts:6:11)',
    3,
    '    at page.ts:9:2',
    'said at 10:20:30',
  ])
})

test('a frame is its place and the text around it', () => {
  expect(frameIn('    at async Page.fall (page.ts:6:11)')).toEqual({
    file: 'page.ts',
    line: 6,
    column: 11,
    before: '    at async Page.fall (',
    after: ')',
  })
  expect(frameIn('said at 10:20:30')).toBeUndefined()
})
