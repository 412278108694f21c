/** Orders console lines by run. */
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

const problem: Problem = {
  owner: 'app',
  code: 'syntax',
  message: 'Expected }',
  file: 'page.ts',
  line: 7,
  column: 3,
  source: 'runtime',
}

test('lines stand by run, in the order of runs', { tags: ['B7'] }, () => {
  const runs = runsOf([line(1, 2, 'b'), line(2, 1, 'a'), line(3, 2, 'c')])
  expect(runs.map(({ run, from, lines }) => [run, from, lines.map(({ text }) => text)])).toEqual([
    [1, 1002, ['a']],
    [2, 1001, ['b', 'c']],
  ])
})

test('the place at the end of a line is left to its button', () => {
  expect(textOf(line(1, 1, 'Expected } (page.ts:7:3)', problem))).toBe('Expected }')
  expect(textOf(line(1, 1, 'at (page.ts:7:3)'))).toBe('at (page.ts:7:3)')
})
