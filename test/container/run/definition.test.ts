/** A handler's place in the reader's code, where no debugger may look. */
import { expect, test } from 'vitest'
import { blockedProblem } from '../../../playground/container/run/blocked.ts'
import { findDefinition } from '../../../playground/container/run/definition.ts'

const sources: [string, string][] = [
  ['list.ts', 'export class List {\n  add() {}\n}'],
  ['counter.ts', 'class Counter {\n  n = 1\n  async add() { this.add() }\n  spin = () => {}\n}'],
]

test('a method is found in the class that has it', () => {
  expect(findDefinition(sources, 'Counter', 'add')).toEqual({
    file: 'counter.ts',
    line: 3,
    column: 9,
  })
})

test('a field that holds a function is found', () => {
  expect(findDefinition(sources, 'Counter', 'spin')).toMatchObject({ line: 4, column: 3 })
})

test('what is not there is not found', () => {
  expect(findDefinition(sources, 'Counter', 'remove')).toBeUndefined()
  expect(findDefinition(sources, 'Gone', 'add')).toBeUndefined()
})

test('the watchdog’s sentence names the place of the definition as such', { tags: ['B7'] }, () => {
  const place = findDefinition(sources, 'Counter', 'add')
  const problem = blockedProblem({ component: 'Counter', handler: 'add' }, undefined, place)
  expect(problem).toMatchObject({ file: 'counter.ts', line: 3, column: 9 })
  expect(problem.message).toMatch(/^Counter\.add \(counter\.ts:3\) ran for 2 seconds/)
})
