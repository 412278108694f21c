/** Orders console lines by run and takes out what only typing caused. */
import { expect, test } from 'vitest'
import type { ConsoleLine, Problem } from '../../../playground/container/types.ts'
import { runsOf, textOf } from '../../../playground/ui/console-runs.ts'

const line = (id: number, run: number, text: string, problem?: Problem): ConsoleLine => ({
  id,
  run,
  at: 1000 + id,
  stream: problem ? 'err' : 'out',
  text,
  ...(problem && { problem }),
})

const problem = (source: Problem['source']): Problem => ({
  owner: 'app',
  code: 'syntax',
  message: 'Expected }',
  file: 'page.ts',
  line: 7,
  column: 3,
  source,
})

test('B7 lines stand by run, in the order of runs', () => {
  const runs = runsOf([line(1, 2, 'b'), line(2, 1, 'a'), line(3, 2, 'c')])
  expect(runs.map(({ run, from, lines }) => [run, from, lines.map(({ text }) => text)])).toEqual([
    [1, 1002, ['a']],
    [2, 1001, ['b', 'c']],
  ])
})

test('what was wrong in older runs goes with them, and why code does not start stands elsewhere', () => {
  const lines = [
    line(1, 1, 'one', problem('compile')),
    line(2, 2, 'two', { ...problem('runtime'), component: 'Page', handler: 'add' }),
    line(3, 3, 'three', problem('compile')),
  ]
  expect(runsOf(lines)).toEqual([])
  lines.push(line(4, 2, 'two'), line(5, 3, 'three', problem('runtime')))
  expect(runsOf(lines).map(({ lines: shown }) => shown.map(({ text }) => text))).toEqual([
    ['two'],
    ['three'],
  ])
})

test('the place at the end of a line is left to its button', () => {
  expect(textOf(line(1, 1, 'Expected } (page.ts:7:3)', problem('compile')))).toBe('Expected }')
  expect(textOf(line(1, 1, 'at (page.ts:7:3)'))).toBe('at (page.ts:7:3)')
})
