/** A build is a folder that plain Node runs, with the reader's names in its stacks. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { build } from '../../../playground/container/run/build.ts'
import type { Stripper } from '../../../playground/container/run/strip.ts'

const stripper = createRequire(import.meta.url)('@swc/wasm-typescript') as Stripper
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function buildOf(files: Record<string, string>, entry = 'counter.ts') {
  const root = mkdtempSync(join(tmpdir(), 'telar-build-'))
  made.push(root)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const into = join(root, '.telar/build/1')
  const names = Object.keys(files)
  const built = build({ root, into, files: names, entry, stripper, packages: () => 'any' })
  return { built, into }
}

test('types are gone and a thrown error stands at the reader’s line and column', () => {
  const { built, into } = buildOf({
    'counter.ts':
      "import { fail } from './parts/fail'\nexport default class Counter {}\nfail('no')",
    'parts/fail.ts':
      'export function fail(why: string): never {\n  const error: Error = new Error(why); throw error\n}',
  })
  expect(built).toMatchObject({ outputs: { 'counter.ts': 'counter.js' } })
  const script = `import(${JSON.stringify(`file://${into}/counter.js`)}).catch((e) => console.log(e.stack))`
  const stack = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect(stack.split('\n').slice(0, 3)).toEqual([
    'Error: no',
    '    at fail (parts/fail.ts:2:24)',
    '    at counter.ts:3:1',
  ])
})

test('all style sheets are gathered, in the order of their names', () => {
  const { built } = buildOf({
    'b.css': 'b {}',
    'a.css': 'a {}',
    'counter.ts': 'export default class {}',
  })
  expect(built).toMatchObject({ css: 'a {}\nb {}\n' })
})

test('other files stand beside the code', () => {
  const { into } = buildOf({ 'counter.ts': 'export default class {}', 'rows.json': '[1]' })
  expect(readFileSync(join(into, 'rows.json'), 'utf8')).toBe('[1]')
})

test('a.ts and a.js may stand side by side', () => {
  const { built, into } = buildOf({
    'counter.ts': "export { default } from './counter.js'",
    'counter.js': 'export default class Plain {}',
  })
  expect(built).toMatchObject({ outputs: { 'counter.ts': 'counter.ts.js' } })
  expect(readFileSync(join(into, 'counter.ts.js'), 'utf8')).toContain("from './counter.js'")
})

test('the syntax errors of all files are told together', { tags: ['B7'] }, () => {
  const { built } = buildOf({ 'counter.ts': 'let a = ;', 'list.ts': '\n  }' })
  expect(built).toMatchObject({
    problems: [
      { file: 'counter.ts', line: 1, column: 9 },
      { file: 'list.ts', line: 2, column: 3 },
    ],
  })
})

test('a component file without a default export is a sentence', () => {
  const { built } = buildOf({ 'counter.ts': 'export class Counter {}' })
  expect(built).toEqual({
    problems: [
      {
        owner: 'app',
        code: 'default-missing',
        message: expect.stringMatching(/default export in counter\.ts, received none/),
        file: 'counter.ts',
        line: 1,
        column: 1,
        source: 'compile',
      },
    ],
  })
})

test('an entry that is not there is a sentence', () => {
  expect(buildOf({ 'a.ts': '' }).built).toMatchObject({
    problems: [
      {
        code: 'entry-missing',
        message: expect.stringContaining(
          'in counter.ts, received no such file. The files are: a.ts.',
        ),
      },
    ],
  })
})
