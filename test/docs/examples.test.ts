/** Every public name has an example; each is checked for its types, run, and held to the results that it tells. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as telar from '../../engine/index.ts'
import * as serving from '../../engine/server/index.ts'
import * as testing from '../../engine/testing/index.ts'
import { ensureClient } from '../server/support/client-built.ts'
import { OPTIONS, programOf } from '../support/compiled.ts'
import * as chart from './chart.ts'
import { DOORS, publicNames } from './doors.ts'
import { checkedModuleOf, classesIn, importsOf, moduleOf, type Scope } from './example.ts'

const guide = readFileSync(new URL('../../engine/README.md', import.meta.url), 'utf8')
const guideExamples = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text!)

const program = ts.createProgram(Object.values(DOORS), OPTIONS)
const names = publicNames(program)
const scope: Scope = {
  doors: new Map(
    names.map(({ name, isValue, door }) => [
      name,
      `import { ${isValue ? '' : 'type '}${name} } from '${door}'`,
    ]),
  ),
  guide: new Map(guideExamples.flatMap((text) => [...classesIn(text)])),
}

const examples = [
  ...names.flatMap(({ door, name, examples }) =>
    examples.map((text, i) => ({ title: `${door} ${name}${i > 0 ? ` (${i + 1})` : ''}`, text })),
  ),
  ...guideExamples.map((text, i) => ({ title: `the guide’s, number ${i + 1}`, text })),
].map(({ title, text }, number) => ({
  title,
  file: new URL(`example-${number}.ts`, import.meta.url).pathname,
  text: moduleOf(text, scope),
}))

test('every public name says what it is', { tags: ['A23', 'B14'] }, () => {
  expect(names.filter(({ documentation }) => documentation === '').map(called)).toEqual([])
})

// A type without a method is a mere shape: the functions that take it or give it show it.
test('every public name that is called or implemented has an example', {
  tags: ['A23', 'B14'],
}, () => {
  const wanted = names.filter(({ isValue, acts }) => isValue || acts)
  expect(wanted.filter(({ examples }) => examples.length === 0).map(called)).toEqual([])
})

test('every example fits the types', { tags: ['A23', 'B14'] }, () => {
  const all = programOf(new Map(examples.map(({ file, text }) => [file, text])), program)
  const faults = examples.flatMap(({ title, file }) => {
    const source = all.getSourceFile(file)!
    const found = [...all.getSyntacticDiagnostics(source), ...all.getSemanticDiagnostics(source)]
    return found.map(
      ({ messageText }) => `${title}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
  })
  expect(faults).toEqual([])
})

test('a result that an example tells is held to', { tags: ['A23', 'B14'] }, () => {
  expect(checkedModuleOf("1 + 1 // 3: not so\ntab.text() // 'a'\ntab.bytes // of all")).toBe(
    "expect(1 + 1).toEqual(3) // 3: not so\nexpect(tab.text()).toEqual('a') // 'a'\ntab.bytes // of all",
  )
})

test.each(examples)('the example runs: $title', { tags: ['A23', 'B14'] }, async ({ text }) => {
  await run(checkedModuleOf(text))
})

beforeAll(ensureClient)

const opened: serving.LiveServer[] = []
afterAll(() => Promise.all(opened.map((server) => server.close())))

/** What an example may import; a port that it names is the machine's affair. */
const MODULES: Record<string, unknown> = {
  telar,
  'telar/testing': testing,
  './chart.ts': chart,
  'telar/server': {
    ...serving,
    async serve(options: serving.ServeOptions) {
      const server = await serving.serve({ ...options, port: 0 })
      opened.push(server)
      return server
    },
  },
}

async function run(text: string): Promise<void> {
  const loaded = new Map(Object.entries(MODULES))
  for (const name of importsOf(text)) {
    if (!loaded.has(name)) loaded.set(name, await import(name))
  }
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  })
  const program = new AsyncFunction('require', 'exports', 'expect', outputText)
  await program((name: string) => loaded.get(name), {}, expect)
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<void>

const called = ({ door, name }: { door: string; name: string }) => `${door} ${name}`
