/** Problems of the container and marks of the editor, joined. */
import { expect, test } from 'vitest'
import type { Problem } from '../../../playground/container/types.ts'
import { allProblems } from '../../../playground/ui/all-problems.ts'

const at = (line: number, message: string, source: Problem['source'] = 'compile'): Problem => ({
  owner: 'app',
  code: 'x',
  message,
  file: 'page.ts',
  line,
  source,
})
const messages = (told: Problem[], marked: Problem[]) =>
  allProblems(told, marked).map(({ message }) => message)

test('what the editor underlines stands behind what the container tells', () => {
  expect(messages([at(3, 'thrown', 'runtime')], [at(9, 'type')])).toEqual(['thrown', 'type'])
})

test('a slip that both stumble over is told once', () => {
  expect(
    messages([at(3, 'Expression expected.')], [at(3, 'Expression expected.'), at(4, "';'")]),
  ).toEqual(['Expression expected.'])
  expect(messages([], [at(3, 'one'), at(3, 'one')])).toEqual(['one'])
})

test('a mark at the line of a thrown error stays: it may be its cause', () => {
  expect(messages([at(3, 'thrown', 'runtime')], [at(3, 'type')])).toEqual(['thrown', 'type'])
})
