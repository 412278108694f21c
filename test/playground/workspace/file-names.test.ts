/** Says which file names are refused and with which sentence. */
import { expect, test } from 'vitest'
import { words } from '../../../playground/ui/words/es/index.ts'
import { nameProblem } from '../../../playground/workspace/file-names.ts'

test('a plain name is fine', () => {
  expect(nameProblem('row-2.css', ['counter.ts'])).toBeNull()
})

test.each([
  ['', 'received none'],
  ['a/b.ts', 'received “a/b.ts”. Leave the folder out'],
  ['.env', 'received “.env”. Leave the dot out'],
  ['año.ts', 'digits, dots, - and _, received “año.ts”'],
  ['row', '.md or .txt, received “row”'],
  ['package.json', 'the container does not use, received package.json'],
  ['counter.ts', 'received counter.ts, which exists already'],
  ['Counter.ts', 'do not tell from counter.ts'],
])('%j is refused in a sentence', (name, sentence) => {
  expect(nameProblem(name, ['counter.ts'])).toContain(sentence)
})

test('the thirty-first file is refused', () => {
  const taken = Array.from({ length: 30 }, (_, at) => `f${at}.ts`)
  expect(nameProblem('more.ts', taken)).toContain('at most 30 files')
})

test('in Spanish each has a sentence too', () => {
  const taken = ['counter.ts', ...Array.from({ length: 29 }, (_, at) => `f${at}.ts`)]
  const { refused } = words.files
  const names = ['', 'a/b.ts', '.env', 'año.ts', 'row', 'package.json', 'counter.ts', 'Counter.ts']
  for (const name of [...names, `${'x'.repeat(60)}.ts`, 'more.ts'])
    expect(nameProblem(name, taken, refused)).not.toMatch(/Expected|received/)
})
