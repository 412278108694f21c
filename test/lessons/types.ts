/** The types of lessons' code, in one program: with a reader's settings, folders laid over the solution as a reader has them. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { type Fault, fault } from './fault.ts'
import { expectedIn, filesOf, foldersOf, type Lesson } from './lesson.ts'

/** By lesson: what the compiler says of its start, its right and wrong answers, its check and its questions, unless it is expected. */
export function typeFaults(root: string, lessons: readonly Lesson[]): Map<string, Fault[]> {
  const laid = new Map<string, string>()
  for (const lesson of lessons)
    for (const folder of foldersOf(lesson))
      for (const [name, text] of Object.entries(filesOf(lesson, folder)))
        laid.set(join(lesson.folder, folder, name), text)
  const checks = lessons.flatMap((lesson) => CHECKS.map((file) => join(lesson.folder, file)))
  const program = ts.createProgram(
    [...laid.keys(), ...checks.filter(existsSync)].filter((file) => file.endsWith('.ts')),
    optionsOf(root),
    hostOver(laid, optionsOf(root)),
  )
  return new Map(lessons.map((lesson) => [lesson.name, faultsIn(lesson, program)]))
}

const CHECKS = ['check.ts', 'review.ts']

function faultsIn(lesson: Lesson, program: ts.Program): Fault[] {
  const ofChecks = CHECKS.flatMap((file) => saidOf(program, lesson, file))
  const ofCode = foldersOf(lesson).flatMap((folder) => {
    const expected = expectedIn(lesson, folder)?.types
    const said = Object.keys(filesOf(lesson, folder)).flatMap((name) =>
      saidOf(program, lesson, `${folder}/${name}`),
    )
    if (expected === undefined) return said
    const others = said.filter(({ text }) => !text.includes(expected))
    if (others.length < said.length) return others
    const none = `Expected the compiler to say “${expected}”, received another answer.`
    return [fault(`${folder}/expect.json`, none), ...others]
  })
  return [...ofChecks, ...ofCode]
}

function saidOf(program: ts.Program, lesson: Lesson, file: string): Fault[] {
  const source = program.getSourceFile(join(lesson.folder, file))
  if (!source) return []
  return [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ].map(({ messageText, start = 0 }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ')
    const { line } = source.getLineAndCharacterOfPosition(start)
    return fault(file, `Expected code that compiles, received: ${text}`, line + 1)
  })
}

function hostOver(laid: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (file) => laid.has(file) || fileExists(file)
  host.readFile = (file) => laid.get(file) ?? readFile(file)
  return host
}

function optionsOf(root: string): ts.CompilerOptions {
  const file = join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  return ts.parseJsonConfigFileContent(
    { ...config, files: [], include: undefined },
    ts.sys,
    dirname(file),
  ).options
}
