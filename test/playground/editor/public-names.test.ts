/** Completion and hover, asked of TypeScript for every public name of `telar`, by the types that the editor is given. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { COMPILER_OPTIONS, placed } from '../../../playground/editor/engine-types.ts'
import { DOORS, publicNames } from '../../docs/doors.ts'
import { OPTIONS } from '../../support/compiled.ts'

const NAMES = publicNames(ts.createProgram(Object.values(DOORS), OPTIONS)).filter(
  ({ door }) => door === 'telar',
)

const EDITED = 'file:///counter.ts'
const LIBS = dirname(createRequire(import.meta.url).resolve('typescript'))

/** The service behind the editor's worker, with one file of the reader's open. */
function serviceFor(text: string): ts.LanguageService {
  const declarations = placed(JSON.parse(readFileSync('dist/telar-types.json', 'utf8')))
  const read = (file: string) =>
    file === EDITED
      ? text
      : (declarations[file] ??
        (file.includes('lib.') && ts.sys.readFile(join(LIBS, file.split('/').at(-1)!))))
  return ts.createLanguageService({
    getCompilationSettings: () => ({ ...COMPILER_OPTIONS, lib: LIB_FILES }) as ts.CompilerOptions,
    getScriptFileNames: () => [EDITED],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const found = read(file)
      return typeof found === 'string' ? ts.ScriptSnapshot.fromString(found) : undefined
    },
    getCurrentDirectory: () => 'file:///',
    getDefaultLibFileName: () => 'file:///lib.d.ts',
    fileExists: (file) => typeof read(file) === 'string',
    readFile: (file) => read(file) || undefined,
    directoryExists: (folder) =>
      Object.keys(declarations).some((file) => file.startsWith(`${folder}/`)),
  })
}

// The compiler wants files where the worker takes the short names.
const LIB_FILES = COMPILER_OPTIONS.lib.map((name) => `lib.${name}.d.ts`)

test('completion after import from telar offers every public name', {
  tags: ['B4', 'completion'],
}, () => {
  const text = "import {  } from 'telar'"
  const offered = serviceFor(text).getCompletionsAtPosition(EDITED, text.indexOf('}') - 1, {})
  expect(offered?.entries.map(({ name }) => name)).toEqual(
    expect.arrayContaining(NAMES.map(({ name }) => name)),
  )
})

test('hover on every public name shows what it is, and its documentation', {
  tags: ['B4', 'completion'],
}, () => {
  const text = `import type { ${NAMES.map(({ name }) => name).join(', ')} } from 'telar'`
  const service = serviceFor(text)
  const silent = NAMES.filter(({ name, documentation }) => {
    const at = text.search(new RegExp(`\\b${name}\\b`))
    const info = service.getQuickInfoAtPosition(EDITED, at)
    const said = ts.displayPartsToString(info?.documentation)
    // A name with several signatures is documented at one of them.
    const isDocumented = said === documentation || (said !== '' && documentation.includes(said))
    return !ts.displayPartsToString(info?.displayParts).includes(name) || !isDocumented
  })
  expect(silent.map(({ name }) => name)).toEqual([])
})
