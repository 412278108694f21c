/** Links the reader's modules: finds what each import means, and reports those that mean nothing. */
import { parse } from 'es-module-lexer/js'
import type { Problem } from '../types.ts'
import { positionAt } from './position.ts'
import { otherFileNames, outputName, resolveFile } from './resolve.ts'

/** One of the reader's modules, without types. */
export interface Module {
  file: string
  code: string
}

/** The names that a package exports, `any` if they are not known, `undefined` if there is no such package. */
export type PackageNames = (specifier: string) => Set<string> | 'any' | undefined

interface Linked {
  modules: Module[]
  problems: Problem[]
}

/** Rewrites each import to the file that runs. Names that no module exports become problems. */
export function linkModules(modules: Module[], files: string[], packages: PackageNames): Linked {
  const problems: Problem[] = []
  const lexed = new Map<string, Lexed>()
  for (const { file, code } of modules) {
    try {
      lexed.set(file, lex(code))
    } catch (error) {
      problems.push(unreadable(file, code, error as Error & { idx?: number }))
    }
  }
  const linked = modules.map(({ file, code }) => {
    const imports = lexed.get(file)?.imports ?? []
    let out = ''
    let at = 0
    for (const item of imports) {
      const found = meaning(item, { file, code, files, lexed, packages })
      if (typeof found !== 'string') problems.push(found)
      else if (found !== item.specifier) {
        out += code.slice(at, item.start) + found
        at = item.end
      }
    }
    return { file, code: out + code.slice(at) }
  })
  return { modules: linked, problems }
}

/** True when the module has a default export. */
export function hasDefault(code: string): boolean {
  return lex(code).exports.has('default')
}

/** The exported names of a module; `any` if it re-exports everything of another. */
export function exportedNames(code: string): Set<string> | 'any' {
  const { exports, stars } = lex(code)
  return stars.length > 0 ? 'any' : exports
}

interface Import {
  specifier: string
  start: number
  end: number
  /** The text between the keyword and the specifier, and where it starts. */
  clause: string
  clauseAt: number
  json: boolean
}

interface Lexed {
  imports: Import[]
  exports: Set<string>
  stars: string[]
}

function lex(code: string): Lexed {
  const [found, exported] = parse(code)
  const imports: Import[] = []
  const stars: string[] = []
  for (const item of found) {
    if (item.n === undefined || item.d === -2) continue
    const dynamic = item.d > -1
    const quote = dynamic ? 1 : 0
    const clause = dynamic ? '' : code.slice(item.ss, item.s - 1)
    if (/^export\s*\*\s*from/.test(clause)) stars.push(item.n)
    imports.push({
      specifier: item.n,
      start: item.s + quote,
      end: item.e - quote,
      clause,
      clauseAt: item.ss,
      json: item.a > -1,
    })
  }
  return { imports, exports: new Set(exported.map((name) => name.n)), stars }
}

interface Context {
  file: string
  code: string
  files: string[]
  lexed: Map<string, Lexed>
  packages: PackageNames
}

// What the specifier becomes, or the problem with it.
function meaning(item: Import, context: Context): string | Problem {
  const { specifier } = item
  if (!/^\.{1,2}\//.test(specifier)) return packageMeaning(item, context)
  const target = resolveFile(context.file, specifier, context.files)
  if (target === undefined) {
    return problemAt(
      context,
      item.start,
      specifier.length,
      'import-missing',
      `Expected a file '${specifier}' beside ${context.file}, received none. ${otherFileNames(context.file, context.files)}`,
    )
  }
  if (target.endsWith('.json') && !item.json) {
    return problemAt(
      context,
      item.start,
      specifier.length,
      'import-json',
      `Expected the import of a JSON file to name its type, received none. Write \`from '${specifier}' with { type: 'json' }\`.`,
    )
  }
  const names = namesOf(target, context, new Set())
  const missing = missingName(item, names)
  if (missing) return unexported(item, missing, target, names as Set<string>, context)
  return specifier.slice(0, lastPart(specifier)) + outputPart(specifier, target, context.files)
}

function packageMeaning(item: Import, context: Context): string | Problem {
  const { specifier } = item
  const names = context.packages(specifier)
  if (names === undefined) {
    return problemAt(
      context,
      item.start,
      specifier.length,
      'import-unknown-package',
      `Expected 'telar' or one of Node's own modules, received '${specifier}', which is not in this container. For a file of yours, begin with './'.`,
    )
  }
  const missing = missingName(item, names)
  return missing ? unexported(item, missing, specifier, names as Set<string>, context) : specifier
}

const lastPart = (specifier: string) => specifier.lastIndexOf('/') + 1

// `./list` may mean list.ts or list/index.ts: the part after the last slash grows accordingly.
function outputPart(specifier: string, target: string, files: string[]): string {
  const out = outputName(target, files)
  const name = out.slice(out.lastIndexOf('/') + 1)
  const asked = specifier.slice(lastPart(specifier))
  return /\/index\.[a-z]+$/.test(target) && !/^index(\.|$)/.test(asked) ? `${asked}/${name}` : name
}

function namesOf(file: string, context: Context, seen: Set<string>): Set<string> | 'any' {
  const lexed = context.lexed.get(file)
  if (!lexed || seen.has(file)) return lexed ? new Set() : 'any'
  seen.add(file)
  const names = new Set(lexed.exports)
  for (const star of lexed.stars) {
    const target = resolveFile(file, star, context.files)
    const inner = target === undefined ? 'any' : namesOf(target, context, seen)
    if (inner === 'any') return 'any'
    for (const name of inner) if (name !== 'default') names.add(name)
  }
  return names
}

interface Wanted {
  name: string
  at: number
}

function missingName(item: Import, names: Set<string> | 'any'): Wanted | undefined {
  if (names === 'any') return undefined
  return wantedNames(item.clause).find(({ name }) => !names.has(name))
}

function wantedNames(clause: string): Wanted[] {
  const wanted: Wanted[] = []
  const head = /^import\s+([\w$]+)\s*(?:,|from\b)/.exec(clause)
  if (head) wanted.push({ name: 'default', at: clause.indexOf(head[1] as string, 6) })
  const open = clause.indexOf('{')
  if (open < 0) return wanted
  let at = open + 1
  for (const part of clause.slice(at, clause.lastIndexOf('}')).split(',')) {
    const name = /^\s*([\w$]+)/.exec(part)
    if (name) wanted.push({ name: name[1] as string, at: at + part.indexOf(name[1] as string) })
    at += part.length + 1
  }
  return wanted
}

function unexported(
  item: Import,
  wanted: Wanted,
  from: string,
  names: Set<string>,
  context: Context,
): Problem {
  const has = [...names]
    .sort()
    .map((name) => `'${name}'`)
    .join(', ')
  const message =
    wanted.name === 'default'
      ? `Expected a default export in ${from}, received ${has ? `only ${has}` : 'none'}. Write \`export default\` there, or import a name in braces.`
      : `Expected ${from} to export '${wanted.name}', received ${has && has.length < 300 ? `only ${has}` : 'no such export'}. If it is a type, write \`import { type ${wanted.name} }\`.`
  return problemAt(
    context,
    item.clauseAt + wanted.at,
    wordAt(item.clause, wanted.at),
    'import-unexported',
    message,
  )
}

const wordAt = (text: string, at: number) => /^[\w$]+/.exec(text.slice(at))?.[0].length ?? 1

function unreadable(file: string, code: string, error: Error & { idx?: number }): Problem {
  const context = { file, code } as Context
  return problemAt(
    context,
    error.idx ?? 0,
    1,
    'syntax',
    `Expected imports that can be read in ${file}, received an error at this place.`,
  )
}

function problemAt(
  { file, code }: Pick<Context, 'file' | 'code'>,
  offset: number,
  length: number,
  problemCode: string,
  message: string,
): Problem {
  const from = positionAt(code, offset)
  const to = positionAt(code, offset + length)
  return {
    owner: 'app',
    code: problemCode,
    message,
    file,
    ...from,
    endLine: to.line,
    endColumn: to.column,
    source: 'compile',
  }
}
