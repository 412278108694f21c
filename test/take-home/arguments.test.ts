/** What can be asked for on the command line, and the sentence for what can't. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readArguments } from '../../playground/take-home/cli/arguments.ts'
import { checkFolder, writeProject } from '../../playground/take-home/cli/write.ts'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'telar-asked-'))

test('a folder and flags are read, in any order', () => {
  expect(readArguments(['my-app', '--template', 'board', '--no-install'])).toEqual({
    folder: 'my-app',
    template: 'board',
    install: false,
  })
  expect(readArguments(['-t', 'form', '../other/my-app'])).toEqual({
    folder: '../other/my-app',
    template: 'form',
  })
  expect(readArguments([])).toEqual({})
})

test.each([
  [['My App'], 'received “My App”. Write my-app.'],
  [['Café'], 'received “Café”. Write cafe.'],
  [['日本'], 'received “日本”. Write my-app.'],
  [['.hidden'], 'received “.hidden”. Write hidden.'],
  [['a'.repeat(101)], `Write ${'a'.repeat(100)}.`],
  [['telar'], 'received telar, which a package has that the project needs. Write my-telar.'],
  [[''], 'Expected a folder, received “”.'],
  [['/'], 'Expected a folder, received “/”.'],
  [['my', 'app'], 'Expected one folder, received 2: my, app.'],
  [['my-app', '--template', 'blog'], 'received blog. Choose one of them.'],
  [['my-app', '--colour'], "received my-app --colour (Unknown option '--colour'). See --help."],
])('%j is refused with what to write instead', (argv, sentence) => {
  expect(() => readArguments(argv)).toThrow(sentence)
})

test('a folder that has files is refused by name, and one with a new repository is taken', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, '.git'))
  expect(() => checkFolder(folder)).not.toThrow()
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) writeFileSync(join(folder, name), '')
  expect(() => checkFolder(folder)).toThrow('which contains a.txt, b.txt, c.txt and 1 more.')
  expect(() => checkFolder(join(folder, 'a.txt'))).toThrow('a.txt, which is a file.')
})

test('nothing is left of a project that can’t be written whole', () => {
  const folder = emptyFolder()
  // A file that stands where another one needs a folder.
  const files = new Map([
    ['src/a.ts', ''],
    ['src/a.ts/b.ts', ''],
  ])
  expect(() => writeProject(folder, files)).toThrow('Nothing was left there.')
  expect(readdirSync(folder)).toEqual([])
  expect(() => writeProject(join(folder, 'x/y'), files)).toThrow('Nothing was left there.')
  expect(existsSync(join(folder, 'x'))).toBe(false)
})
