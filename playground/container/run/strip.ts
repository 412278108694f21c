/** Strips the types of one file; the rest keeps its lines and columns. */
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
  const parse: Parse = (text) =>
    stripper.transformSync(text, { mode: 'strip-only', module: true, filename: file })
  try {
    const { code } = parse(source)
    // Decorators get past the compiler, and Node's own message for them does not help.
    const problem = foreignSyntax(file, source, DECORATOR, parse)
    return problem ? { problem } : { code }
  } catch (error) {
    const foreign =
      foreignSyntax(file, source, DECORATOR, parse) ?? foreignSyntax(file, source, JSX, parse)
    return { problem: foreign ?? syntaxProblem(file, source, error as SwcError) }
  }
}

/** Throws a `SwcError` if the text is not a module. */
type Parse = (text: string) => { code: string }

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

/** Syntax that other tools add to JavaScript. */
interface Foreign {
  code: string
  /** Where it can occur: at the first `@` or `<` that matches. */
  pattern: RegExp
  message: string
}

/** Reports its first place and what to write instead; undefined if there is none. */
function foreignSyntax(
  file: string,
  source: string,
  { code, pattern, message }: Foreign,
  parse: Parse,
): Problem | undefined {
  for (const found of source.matchAll(pattern)) {
    const at = found.index + found[0].search(/[@<]/)
    if (!isCode(source, at, parse)) continue
    return { owner: 'app', code, message, file, ...positionAt(source, at), source: 'compile' }
  }
  return undefined
}

// Strings, literals and comments may contain any character. Elsewhere this one is invalid, and the parser reports it.
function isCode(source: string, at: number, parse: Parse): boolean {
  try {
    parse(source.slice(0, at) + NO_CODE)
    return false
  } catch (error) {
    return String((error as SwcError).message).startsWith(`Unexpected character '${NO_CODE}'`)
  }
}

const NO_CODE = '\u00a7'

const DECORATOR: Foreign = {
  code: 'syntax-decorator',
  pattern: /^[ \t]*@[A-Za-z_$][\w$.]*(?:\([^)\n]*\))?\s*(?:$|\w)/gm,
  message:
    'Expected no decorator, received one, which Node does not run. Write a field or a method of the class instead: `count = 0` is state already.',
}

// Not before a `(`: that is a generic function, `<T>(list: T[]) => list[0]`.
const JSX: Foreign = {
  code: 'syntax-jsx',
  pattern:
    /(?:\breturn|=>|[=(?:,[])\s*\(?\s*<(?![^<>;{}=]*>\()(?:[A-Za-z][\w.-]*(?:\s[^;{}=]*|\s*\/?)|)>|(?:\breturn|=>)\s*\(?\s*<(?![^<>;{}=]*>\()[A-Za-z]/g,
  message:
    'Expected JavaScript, received JSX, which nothing here compiles. Write the markup in a literal: html`<p>${this.count}</p>`.',
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
  return `Expected code that runs once its types are removed, received a TypeScript ${what}. ${advice}`
}
