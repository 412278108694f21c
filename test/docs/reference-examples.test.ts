/** Every example that the reference opens in the playground is a program that fits the types and runs. */
import { createRequire } from 'node:module'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as telar from '../../engine/index.ts'
import * as serving from '../../engine/server/index.ts'
import * as testing from '../../engine/testing/index.ts'
import { referenceOf } from '../../scripts/reference.mjs'
import { ensureClient } from '../server/support/client-built.ts'
import { programOf } from '../support/compiled.ts'

const { names } = await referenceOf()
const programs = names.flatMap(({ name, examples }) =>
  examples.flatMap(({ code, program }, at) =>
    program === undefined ? [] : [{ title: `${name}, example ${at + 1}`, code, program }],
  ),
)

beforeAll(ensureClient)

const opened: serving.LiveServer[] = []
afterAll(() => Promise.all(opened.map((server) => server.close())))

test('an example of every public name that acts opens in the playground', { tags: ['B14'] }, () => {
  const without = names
    .filter(({ examples }) => examples.length > 0 && !examples.some(({ program }) => program))
    .map(({ name }) => name)
  // One needs a second file, the other is the file of a lesson’s check.
  expect(without).toEqual(['check', 'lazy'])
})

test('every program fits the types', { tags: ['B14'] }, () => {
  const file = (at: number) => new URL(`program-${at}.ts`, import.meta.url).pathname
  const all = programOf(new Map(programs.map(({ program }, at) => [file(at), program])))
  const faults = programs.flatMap(({ title }, at) => {
    const source = all.getSourceFile(file(at))!
    const found = [...all.getSyntacticDiagnostics(source), ...all.getSemanticDiagnostics(source)]
    return found.map(
      ({ messageText }) => `${title}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
  })
  expect(faults).toEqual([])
})

test.each(programs)('it shows something: $title', { tags: ['B14'] }, async ({ program }) => {
  const { default: Shown } = load(program)
  const tab = await testing.visit(Shown)
  await tab.settled(() => undefined)
  expect(tab.html().replace(/<!--.*?-->/g, '')).not.toBe('')
  const told = resultsIn(program)
  if (told.length > 0) expect(tab.text('ol').split('→').length - 1).toBe(told.length)
})

const resultsIn = (program: string) => [...program.matchAll(/^ +note\(/gm)]

const MODULES: Record<string, unknown> = {
  telar,
  'telar/server': {
    ...serving,
    // A port that an example names may be taken on this machine.
    async serve(options: serving.ServeOptions) {
      const server = await serving.serve({ ...options, port: 0 })
      opened.push(server)
      return server
    },
  },
  'telar/testing': testing,
}
const ownRequire = createRequire(import.meta.url)

function load(text: string): { default: new () => telar.Component } {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  })
  const exports = {} as { default: new () => telar.Component }
  const run = new Function('require', 'exports', outputText)
  run((name: string) => MODULES[name] ?? ownRequire(name), exports)
  return exports
}
