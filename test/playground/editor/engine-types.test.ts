/** Places the engine's declarations where `import 'telar'` looks for them. */
import ts from 'typescript'
import { expect, test } from 'vitest'
import { COMPILER_OPTIONS, placed } from '../../../playground/editor/engine-types.ts'

test('declarations stand in the package telar, which gets a manifest when it has none', () => {
  const files = placed({ 'index.d.ts': 'export {}', 'server/index.d.ts': 'export {}' })
  expect(Object.keys(files)).toEqual([
    'file:///node_modules/telar/index.d.ts',
    'file:///node_modules/telar/server/index.d.ts',
    'file:///node_modules/telar/package.json',
  ])
})

test('a listing that is none is refused', () => {
  expect(() => placed(['index.d.ts'])).toThrow('expected the types as an object of strings')
})

test('the options are those of the compiler: newest target, modules found as a bundler does', () => {
  expect([
    COMPILER_OPTIONS.target,
    COMPILER_OPTIONS.module,
    COMPILER_OPTIONS.moduleResolution,
  ]).toEqual([ts.ScriptTarget.ESNext, ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler])
})
