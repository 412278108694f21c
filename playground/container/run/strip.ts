/** Strips the types of one file; what stays keeps its line and column. */
import type { Problem } from '../types.ts'
import { columnOfWidth, positionAt } from './position.ts'

/** The part of `@swc/wasm-typescript` that is used. */
export interface Stripper {
  transformSync(
    source: string,
    options: { mode: 'strip-only'; module: true; filename: string },
  ): { code: string }
}

type Stripped = { code: string } | { problem: Problem }

export function stripTypes(stripper: Stripper, file: string, source: string): Stripped {
  try {
    const options = { mode: 'strip-only', module: true, filename: file } as const
    const { code } = stripper.transformSync(source, options)
    // Decorators come through the compiler, and Node's own words for them are none.
    const problem = foreignSyntax(file, code)
    return problem?.code === 'syntax-decorator' ? { problem } : { code }
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
  const foreign = foreignSyntax(file, source)
  if (foreign) return foreign
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

/** Syntax that other tools add to JavaScript, told with what to write instead; undefined when there is none. */
function foreignSyntax(file: string, source: string): Problem | undefined {
  const code = withoutText(source)
  for (const [name, pattern, message] of FOREIGN) {
    const found = pattern.exec(code)
    if (!found) continue
    const at = found.index + found[0].search(/[@<]/)
    const from = positionAt(source, at)
    return { owner: 'app', code: name, message, file, ...from, source: 'compile' }
  }
  return undefined
}

const FOREIGN: [code: string, pattern: RegExp, message: string][] = [
  [
    'syntax-decorator',
    /^[ \t]*@[A-Za-z_$][\w$.]*(?:\([^)\n]*\))?\s*(?:$|\w)/m,
    'Node does not run decorators. Write what it would do as a field or a method of the class: `count = 0` is state already.',
  ],
  [
    'syntax-jsx',
    /(?:\breturn|=>|[=(?:,[])\s*\(?\s*<(?:[A-Za-z][\w.-]*(?:\s[^;{}=]*|\s*\/)?|)>|(?:\breturn|=>)\s*\(?\s*<[A-Za-z]/,
    'This is JSX, which nothing here turns into JavaScript. Write the markup in a literal: html`<p>${this.count}</p>`.',
  ],
]

// Strings, literals and comments as blanks of the same length: what stands in them is text.
const withoutText = (source: string) =>
  source.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g,
    (text) => text.replace(/[^\n]/g, ' '),
  )

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
