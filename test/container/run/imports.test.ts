/** Imports among the reader's files are joined, and a wrong one is told before anything runs. */
import { expect, test } from 'vitest'
import { linkModules } from '../../../playground/container/run/imports.ts'

const packages = (name: string) =>
  name === 'telar' ? new Set(['html', 'LiveComponent']) : name === 'node:fs' ? 'any' : undefined

function link(sources: Record<string, string>, others: string[] = []) {
  const modules = Object.entries(sources).map(([file, code]) => ({ file, code }))
  const linked = linkModules(modules, [...Object.keys(sources), ...others], packages)
  return {
    code: Object.fromEntries(linked.modules.map(({ file, code }) => [file, code])),
    problems: linked.problems,
  }
}

test('.ts, .js and no ending all mean the file beside', () => {
  const { code, problems } = link({
    'a.ts': "import { b } from './b.ts'\nimport { c } from './parts/c'\nimport { d } from './d.js'",
    'b.ts': 'export const b = 1',
    'parts/c.ts': "export { b as c } from '../b'",
    'd.ts': 'export const d = 1',
  })
  expect(problems).toEqual([])
  expect(code['a.ts']).toBe(
    "import { b } from './b.js'\nimport { c } from './parts/c.js'\nimport { d } from './d.js'",
  )
  expect(code['parts/c.ts']).toBe("export { b as c } from '../b.js'")
})

test('a folder means its index', () => {
  const { code } = link({ 'a.ts': "import './parts'", 'parts/index.ts': '' })
  expect(code['a.ts']).toBe("import './parts/index.js'")
})

test('an import() in the middle of the code is joined too', () => {
  const { code } = link({ 'a.ts': "const b = await import('./b.ts'); b.go()", 'b.ts': '' })
  expect(code['a.ts']).toBe("const b = await import('./b.js'); b.go()")
})

test('what looks like an import in a template or a comment is left alone', () => {
  const source = "// import './x.ts'\nconst a = `import './y.ts'`"
  expect(link({ 'a.ts': source })).toEqual({ code: { 'a.ts': source }, problems: [] })
})

test('a style sheet may be imported', () => {
  const { code, problems } = link({ 'a.ts': "import './a.css'" }, ['a.css'])
  expect([code['a.ts'], problems]).toEqual(["import './a.css.js'", []])
})

test('a file that is not there is told at the specifier, with those that are', {
  tags: ['B7'],
}, () => {
  expect(link({ 'a.ts': "\nimport { b } from './bb.ts'", 'b.ts': '' }).problems).toEqual([
    {
      owner: 'app',
      code: 'import-missing',
      message: "Expected a file './bb.ts' beside a.ts, received none. The other modules are: b.ts.",
      file: 'a.ts',
      line: 2,
      column: 20,
      endLine: 2,
      endColumn: 27,
      source: 'compile',
    },
  ])
})

test('a name that is not exported is told at the name, with those that are', {
  tags: ['B7'],
}, () => {
  const { problems } = link({
    'a.ts': "import { one, two as deux } from './b.ts'",
    'b.ts': 'export const one = 1',
  })
  expect(problems).toEqual([
    {
      owner: 'app',
      code: 'import-unexported',
      message:
        "Expected b.ts to export 'two', received only 'one'. If it is a type, write `import { type two }`.",
      file: 'a.ts',
      line: 1,
      column: 15,
      endLine: 1,
      endColumn: 18,
      source: 'compile',
    },
  ])
})

test('a name that comes through export * is found', () => {
  const { problems } = link({
    'a.ts': "import { one } from './b.ts'",
    'b.ts': "export * from './c.ts'",
    'c.ts': 'export const one = 1',
  })
  expect(problems).toEqual([])
})

test('modules that pass everything on to each other do not go round for ever', () => {
  const { problems } = link({
    'a.ts': "export * from './b.ts'",
    'b.ts': "export * from './a.ts'\nimport { x } from './a.ts'",
  })
  expect(problems).toMatchObject([{ code: 'import-unexported', file: 'b.ts' }])
})

test('a default import wants a default export', () => {
  const { problems } = link({ 'a.ts': "import B from './b.ts'", 'b.ts': 'export class B {}' })
  expect(problems).toMatchObject([
    {
      message:
        "Expected a default export in b.ts, received only 'B'. Write `export default` there, or import a name in braces.",
      line: 1,
      column: 8,
    },
  ])
})

test('a misspelled name of the engine is told', () => {
  const { problems } = link({ 'a.ts': "import { htm, LiveComponent } from 'telar'" })
  expect(problems).toMatchObject([
    { code: 'import-unexported', column: 10, message: expect.stringMatching(/'htm'.*html/) },
  ])
})

test('a package that is not in the container is told, and Node’s own are there', () => {
  const { problems } = link({ 'a.ts': "import 'node:fs'\nimport _ from 'lodash'" })
  expect(problems).toMatchObject([{ code: 'import-unknown-package', line: 2, column: 16 }])
})

test('JSON without its type is told', () => {
  const { problems } = link({ 'a.ts': "import rows from './rows.json'" }, ['rows.json'])
  expect(problems).toMatchObject([{ code: 'import-json', line: 1, column: 19 }])
})
