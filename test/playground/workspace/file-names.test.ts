/** Says which file names are refused and with which sentence. */
import { expect, test } from 'vitest'
import { nameProblem } from '../../../playground/workspace/file-names.ts'

test('a plain name is fine', () => {
  expect(nameProblem('row-2.css', ['counter.ts'])).toBeNull()
})

test.each([
  ['', 'A file needs a name, for example row.ts or row.css.'],
  ['a/b.ts', '“a/b.ts” has a folder in it. Files stand side by side here: leave the folder out.'],
  ['.env', '“.env” starts with a dot. Such files are hidden ones: start with a letter.'],
  ['año.ts', '“año.ts” has a character that does not travel well. Use letters, digits, - and _.'],
  ['row', '“row” needs an ending that says what it is: .ts, .css, .html, .json, .md or .txt.'],
  ['package.json', 'package.json is a name the container uses itself. Choose another.'],
  ['counter.ts', 'There is a counter.ts already. Choose another name, or open that one.'],
  [
    'Counter.ts',
    'There is a counter.ts already, and some systems see no difference between it and Counter.ts.',
  ],
])('%j is refused in a sentence', (name, sentence) => {
  expect(nameProblem(name, ['counter.ts'])).toBe(sentence)
})

test('the thirty-first file is refused', () => {
  const taken = Array.from({ length: 30 }, (_, at) => `f${at}.ts`)
  expect(nameProblem('more.ts', taken)).toBe(
    'There are 30 files here, which is as many as fit. Delete one first.',
  )
})
