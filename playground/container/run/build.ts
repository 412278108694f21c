/** Builds the reader's files into a new folder, as files that plain Node can run. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Problem } from '../types.ts'
import { hasDefault, linkModules, type Module, type PackageNames } from './imports.ts'
import { type JsonFault, jsonFault } from './json.ts'
import { positionAt } from './position.ts'
import type { BuiltFiles } from './process-messages.ts'
import { isModule, outputName } from './resolve.ts'
import { type Stripper, stripTypes } from './strip.ts'

export interface BuildOptions {
  /** The folder of the reader's files. */
  root: string
  /** A new folder for the output: a process never sees the files of another build. */
  into: string
  files: string[]
  entry: string
  /** Read from outside `root`, but run under this name: a lesson's check. */
  added?: { file: string; path: string }[]
  stripper: Stripper
  packages: PackageNames
}

type Built = BuiltFiles | { problems: Problem[] }

export function build(options: BuildOptions): Built {
  const { root, into, entry, stripper } = options
  const paths = new Map(options.files.map((file) => [file, join(root, file)]))
  for (const { file, path } of options.added ?? []) paths.set(file, path)
  const files = [...paths.keys()]
  const text = (file: string) => readFileSync(paths.get(file) as string, 'utf8')

  if (!files.includes(entry)) return { problems: [noEntry(entry, files)] }
  const problems: Problem[] = []
  const modules: Module[] = []
  for (const file of files.filter(isModule)) {
    const stripped = stripTypes(stripper, file, text(file))
    if ('problem' in stripped) problems.push(stripped.problem)
    else modules.push({ file, code: stripped.code })
  }
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const fault = jsonFault(text(file))
    if (fault) problems.push(notJson(file, text(file), fault))
  }
  if (problems.length > 0) return { problems }

  const linked = linkModules(modules, files, options.packages)
  const main = modules.find((module) => module.file === entry)
  if (main && linked.problems.length === 0 && !hasDefault(main.code)) {
    linked.problems.push(noDefault(main))
  }
  if (linked.problems.length > 0) return { problems: linked.problems }

  const put = (name: string, contents: string) => {
    const path = join(into, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, contents)
  }
  put('package.json', '{"type":"module"}')
  const outputs: Record<string, string> = {}
  for (const { file, code } of linked.modules) {
    outputs[file] = outputName(file, files)
    // The name in a stack is the reader's own; as the last line, it moves no other line.
    put(outputs[file], `${code}\n//# sourceURL=${file}\n`)
  }
  let css = ''
  for (const file of files.filter((name) => !isModule(name)).sort()) {
    const contents = text(file)
    put(file, contents)
    if (!file.endsWith('.css')) continue
    css += `${contents}\n`
    put(outputName(file, files), `export default ${JSON.stringify(contents)}\n`)
  }
  return { folder: into, entry, outputs, css }
}

function noEntry(entry: string, files: string[]): Problem {
  return {
    owner: 'app',
    code: 'entry-missing',
    message: `Expected the component to show in ${entry}, received no such file. The files are: ${files.join(', ') || 'none'}. Create ${entry}.`,
    source: 'compile',
  }
}

function notJson(file: string, text: string, { offset, wanted }: JsonFault): Problem {
  const found = /\S+/y.exec(text.slice(offset))?.[0] ?? 'the end of the file'
  return {
    owner: 'app',
    code: 'json',
    message: `Expected ${wanted}, received ${found.slice(0, 40)}. JSON has no comments, no comma after the last item, and only double quotes.`,
    file,
    ...positionAt(text, offset),
    source: 'compile',
  }
}

function noDefault({ file }: Module): Problem {
  return {
    owner: 'app',
    code: 'default-missing',
    message: `Expected a default export in ${file}, received none, so there is nothing to show. Write \`export default class … extends LiveComponent\`.`,
    file,
    line: 1,
    column: 1,
    source: 'compile',
  }
}
