/** Types go, positions stay; what can't be stripped is told at its place. */
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { type Stripper, stripTypes } from '../../../playground/container/run/strip.ts'

const stripper = createRequire(import.meta.url)('@swc/wasm-typescript') as Stripper
const strip = (source: string) => stripTypes(stripper, 'counter.ts', source)

test('each character that is not a type stays where it was', { tags: ['B7'] }, () => {
  expect(strip('class A {\n  private n: number = 1; add(by?: number): void {} }')).toEqual({
    code: 'class A {\n          n         = 1; add(by         )       {} }',
  })
})

test('a syntax error has line and column, both from 1', { tags: ['B7'] }, () => {
  expect(strip('const a = 1\n\tconst b: number = ;')).toEqual({
    problem: {
      owner: 'app',
      code: 'syntax',
      message: 'Expression expected.',
      file: 'counter.ts',
      line: 2,
      column: 20,
      endLine: 2,
      endColumn: 21,
      source: 'compile',
    },
  })
})

test('the column counts UTF-16 units behind an emoji', { tags: ['B7'] }, () => {
  const source = 'const a = "🙂"; const b: = 1'
  expect(strip(source)).toMatchObject({ problem: { line: 1, column: source.indexOf('= 1') + 1 } })
})

test('an enum is refused with what to write instead', () => {
  expect(strip('\nenum Color { red }')).toEqual({
    problem: {
      owner: 'app',
      code: 'syntax-unsupported',
      message:
        "Expected code that runs once its types are removed, received a TypeScript enum. Use an object instead: `const Color = { red: 'red' } as const`.",
      file: 'counter.ts',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 19,
      source: 'compile',
    },
  })
})

test('a parameter property is refused with what to write instead', () => {
  expect(strip('class A { constructor(private n: number) {} }')).toMatchObject({
    problem: {
      message: expect.stringContaining('Declare the field in the class and assign it'),
      column: 31,
    },
  })
})

test.each([
  ['a decorator on a field', 'class A {\n  @state count = 0\n}', 'syntax-decorator', 2, 3],
  [
    'a decorator on a line of its own',
    '@customElement("a-b")\nclass A {}',
    'syntax-decorator',
    1,
    1,
  ],
  [
    'JSX that is returned',
    'class A {\n  view() {\n    return <p>{this.a}</p>\n  }\n}',
    'syntax-jsx',
    3,
    12,
  ],
  [
    'JSX in brackets',
    'const view = () => (\n  <div class="a">\n    hello\n  </div>\n)',
    'syntax-jsx',
    2,
    3,
  ],
])('%s is told at its place, with what to write', (_what, source, code, line, column) => {
  expect(strip(source)).toMatchObject({ problem: { owner: 'app', code, line, column } })
})

test.each([
  'const at = (a: string) => `@here ${a}`\n// @todo\nconst mail = "a@b.c"',
  'const smaller = (a: number, b: number) => a <b\nconst list = new Map<string, number>()',
  'const first = <T>(list: T[]) => list[0]',
  'const page = (isOpen: boolean) => html`<b>${isOpen ? html`<style>\n@media print { }\n</style>` : null}</b>`',
  'const quote = /`/\nconst text = `\n@here I am`\nconst other = /`/',
])('what only looks like it runs: %j', (source) => {
  expect(strip(source)).toHaveProperty('code')
})

test.each([
  'const list = () => html`<ul>${rows.map(() => html`<li>One, <b>two</b></li>`)}</ul>`\nfoo( }',
  'const first = <T>(list: T[]) => list[0]\nfoo( }',
  'const last = () => <T extends object>(list: T[]) => list.at(-1)\nfoo( }',
  '/* const old = <p>hello</p> */\nfoo( }',
])('a mistake behind what only looks like JSX is told as what it is: %j', (source) => {
  const line = source.split('\n').length
  expect(strip(source)).toMatchObject({ problem: { code: 'syntax', line, column: 6 } })
})
