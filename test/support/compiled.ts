/** Has the TypeScript compiler read files of a test as if they stood in the project. */
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The project's own, as every file of a test has them. */
export const OPTIONS = optionsOfProject()

/** A program of `texts` (path → what it holds) and all that they import; `before` saves reading the rest again. */
export function programOf(texts: ReadonlyMap<string, string>, before?: ts.Program): ts.Program {
  const host = ts.createCompilerHost(OPTIONS)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.getSourceFile = (file, ...rest) => {
    const text = texts.get(file)
    return text === undefined
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  }
  return ts.createProgram([...texts.keys()], OPTIONS, host, before)
}

function optionsOfProject(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  return { ...options, incremental: false, plugins: [], paths: { ...options.paths } }
}
