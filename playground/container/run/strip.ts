/** Strips the types of one file; what stays keeps its line and column. */
import type { Problem } from '../types.ts'
import { columnOfWidth } from './position.ts'

/** The part of `@swc/wasm-typescript` that is used. */
export interface Stripper {
  transformSync(
    source: string,
    options: { mode: 'strip-only'; module: true; filename: string },
  ): { code: string }
}

export type Stripped = { code: string } | { problem: Problem }

export function stripTypes(stripper: Stripper, file: string, source: string): Stripped {
  try {
    const options = { mode: 'strip-only', module: true, filename: file } as const
    return { code: stripper.transformSync(source, options).code }
  } catch (error) {
    return { problem: syntaxProblem(file, source, error as SwcError) }
  }
}

interface SwcError {
  code?: string
  message?: string
  startLine?: number
  startColumn?: number
  endLine?: number
  endColumn?: number
}

function syntaxProblem(file: string, source: string, error: SwcError): Problem {
  const lines = source.split(/\r\n|\r|\n/)
  const place = (line: number, width: number) => columnOfWidth(lines[line - 1] ?? '', width)
  const problem: Problem = {
    owner: 'app',
    code: error.code === 'UnsupportedSyntax' ? 'syntax-unsupported' : 'syntax',
    message: sentence(error.message ?? String(error)),
    file,
    source: 'compile',
  }
  if (error.startLine === undefined || error.startColumn === undefined) return problem
  const { startLine, startColumn, endLine = startLine, endColumn = startColumn } = error
  return {
    ...problem,
    line: startLine,
    column: place(startLine, startColumn),
    endLine,
    endColumn: place(endLine, endColumn),
  }
}

const ADVICE: [RegExp, string][] = [
  [/enum/, "Use an object instead: `const Color = { red: 'red' } as const`."],
  [/parameter property/, 'Declare the field in the class and assign it in the constructor.'],
  [/namespace|module/, 'Put the code into a file of its own and export it from there.'],
  [/export =|import =|assignment/, 'Use `import` and `export` as JavaScript has them.'],
]

function sentence(message: string): string {
  const unsupported = /^TypeScript (.*) is not supported in strip-only mode$/.exec(message)
  if (!unsupported) return `${message.replace(/\.$/, '')}.`
  const what = unsupported[1] as string
  const advice = ADVICE.find(([pattern]) => pattern.test(what))?.[1] ?? 'Write it as JavaScript.'
  return `This container takes types away and runs the rest, so a TypeScript ${what} has nothing to run. ${advice}`
}
