/** The console's lines are whole lines, without a terminal's colours. */
import { expect, test } from 'vitest'
import { ConsoleLines, problemLine } from '../../playground/container/console-lines.ts'

test('a line printed in pieces is one line', () => {
  const lines = new ConsoleLines(() => 7)
  expect(lines.add({ run: 1, stream: 'out', text: 'a' })).toEqual([])
  expect(lines.add({ run: 1, stream: 'out', text: 'b\nc\nd' })).toEqual([
    { id: 1, run: 1, at: 7, stream: 'out', text: 'ab' },
    { id: 2, run: 1, at: 7, stream: 'out', text: 'c' },
  ])
  expect(lines.flush()).toEqual([{ id: 3, run: 1, at: 7, stream: 'out', text: 'd' }])
  expect(lines.hasOpen).toBe(false)
})

test('streams and runs do not mix, and keep their order', () => {
  const lines = new ConsoleLines(() => 0)
  lines.add({ run: 1, stream: 'out', text: 'a' })
  expect(lines.add({ run: 1, stream: 'err', text: 'b\n' })).toMatchObject([
    { text: 'a' },
    { text: 'b' },
  ])
})

test('colours and carriage returns are gone', () => {
  const lines = new ConsoleLines(() => 0)
  expect(lines.add({ run: 1, stream: 'out', text: '\u001b[31mred\u001b[0m\r\n' })).toMatchObject([
    { text: 'red' },
  ])
})

test('a problem’s line ends with its place, once', () => {
  const problem = { owner: 'app', code: 'x', source: 'runtime', file: 'a.ts', line: 2 } as const
  expect(problemLine({ ...problem, message: 'No.', column: 3 })).toBe('No. (a.ts:2:3)')
  expect(problemLine({ ...problem, message: 'No at a.ts:2.' })).toBe('No at a.ts:2.')
})
