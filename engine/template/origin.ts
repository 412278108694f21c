/** Remembers where each template's literal was written, for errors found when a view runs. */
import { literalValue } from './binding.ts'
import { type CompileOptions, misplaced } from './compile.ts'
import { foundAt } from './cursor.ts'
import { TemplateError } from './errors.ts'
import { type LiteralPlace, placeInSource, valueAt } from './source.ts'
import type { Template } from './template.ts'

/** A literal in the program, or in its own file. */
export interface Origin {
  readonly strings: readonly string[]
  readonly options: CompileOptions
  /** Adds file, line and column to the error. */
  place(error: TemplateError): void
  /** The code of the value there, if the source can be read. */
  code?(at: LiteralPlace): string | undefined
}

/** Equal literals share a template: then it is unknown which of them it was. */
const origins = new WeakMap<Template, readonly Origin[]>()

export function addOrigin(template: Template, origin: Origin): void {
  const known = origins.get(template)
  if (!known) origins.set(template, [origin])
  else if (known.length < MAX_NAMED) origins.set(template, [...known, origin])
}

const MAX_NAMED = 3

/** Why the template is not allowed in `context`, with the place of the element at fault. */
export function misplacedError(template: Template, context: number): TemplateError {
  const [first] = origins.get(template) ?? []
  if (!first)
    throw new Error('Expected every template to come from a literal, received one without.')
  const error = misplaced(first.strings, first.options, context)
  place(error, template)
  return error
}

/** Adds the place of the child slot with this number, unless the error has a place already. */
export function placeChildSlot(error: TemplateError, template: Template, child: number): void {
  const [first] = origins.get(template) ?? []
  if (!first || error.file !== undefined) return
  const piece = literalValue(template.bindings, child)
  foundAt.set(error, { piece, offset: first.strings[piece]!.length })
  place(error, template)
}

function place(error: TemplateError, template: Template) {
  const [first, ...others] = origins.get(template)!
  if (others.length === 0) return first!.place(error)
  const found = foundAt.get(error)!
  const places = [first!, ...others].map((origin) => {
    const one = new TemplateError(error.code, '')
    one.line = error.line
    one.column = error.column
    foundAt.set(one, found)
    origin.place(one)
    return one.message.trim()
  })
  error.message = `${error.message} ${places.join(' or ')}`
}

/** The literal of the running call of `tag`. */
export function originOfCall(
  strings: TemplateStringsArray,
  options: CompileOptions,
  tag: (...parts: never[]) => unknown,
): Origin {
  const caller: { stack?: string } = {}
  const { stackTraceLimit } = Error
  // Only one frame, read at once: a stack that is kept would keep its callers alive.
  Error.stackTraceLimit = 1
  Error.captureStackTrace(caller, tag)
  const { stack } = caller
  Error.stackTraceLimit = stackTraceLimit
  return {
    strings,
    options,
    place: (error) => placeInFile(error, strings, stack),
    code(at) {
      const { source, start } = literalOf(stack) ?? {}
      const place = source && placeInSource(source, start!, strings, at)
      return place ? valueAt(source, place) : undefined
    },
  }
}

function literalOf(stack: string | undefined) {
  const frame = stack?.split('\n').find((line) => /:\d+:\d+\)?$/.test(line))
  const found = frame && /(?:\(|at (?:async )?)([^()]+):(\d+):(\d+)\)?$/.exec(frame)
  if (!found) return undefined
  const [, file, line, column] = found as unknown as [string, string, string, string]
  // In the stack, the call of a tag has the position of its literal's backtick.
  return { file, start: { line: Number(line), column: Number(column) }, source: sourceOf(file) }
}

// The compiler counts lines from the start of the literal; the stack knows where the literal starts.
function placeInFile(
  error: TemplateError,
  strings: TemplateStringsArray,
  stack: string | undefined,
) {
  const literal = literalOf(stack)
  if (!literal) return
  const { file, start, source } = literal
  const at: LiteralPlace | undefined = foundAt.get(error)
  const place = source && at && placeInSource(source, start, strings, at)
  error.file = file.replace(/^file:\/\//, '')
  if (place) {
    error.line = place.line
    error.column = place.column
  } else {
    const down = (error.line ?? 1) - 1
    error.line = start.line + down
    if (down === 0 && error.column !== undefined) error.column += start.column
  }
  const shown = error.column === undefined ? error.line : `${error.line}:${error.column}`
  error.message = `${error.message} (${error.file.split('/').at(-1)}:${shown})`
}

// A page in a browser has no files, and a source may be missing.
function sourceOf(file: string): string | undefined {
  try {
    const { readFileSync } = process.getBuiltinModule('node:fs')
    return readFileSync(file.startsWith('file:') ? new URL(file) : file, 'utf8')
  } catch {
    return undefined
  }
}
