/** The tags that make templates: `html` and `svg`. */
import { compile, foundAt } from './compile.ts'
import { TemplateError } from './errors.ts'
import { handlerSentence, isHandler } from './handler.ts'
import { Rendered } from './rendered.ts'
import { placeInSource, valueAt } from './source.ts'
import type { HandlerSlot, Template } from './template.ts'
import type { TemplateValue } from './template-value.ts'

/**
 * Markup with values. A literal is compiled once; each run only collects its values.
 *
 * @throws TemplateError with file, line and column when the literal does not parse.
 * @example
 * class Greeting extends LiveComponent {
 *   name = 'Ada'
 *   rename() {
 *     this.name = 'Grace'
 *   }
 *   getTemplate() {
 *     return html`<button lv-click=${this.rename}>Hello ${this.name}</button>`
 *   }
 * }
 * const tab = await visit(Greeting)
 * await tab.click(byRole('button'))
 * tab.text() // 'Hello Grace'
 */
export function html(strings: TemplateStringsArray, ...values: TemplateValue[]): Rendered {
  return rendered(strings, values, false, html)
}

/**
 * The same for a fragment of an SVG image.
 *
 * @example
 * class Dial extends LiveComponent {
 *   marks = [1, 2, 3]
 *   getTemplate() {
 *     return html`<svg viewBox="0 0 10 10">${each(this.marks, (r) => r, (r) => svg`<circle r=${r} />`)}</svg>`
 *   }
 * }
 * const tab = await visit(Dial)
 * tab.has('svg circle[r="3"]') // true
 */
export function svg(strings: TemplateStringsArray, ...values: TemplateValue[]): Rendered {
  return rendered(strings, values, true, svg)
}

function rendered(
  strings: TemplateStringsArray,
  values: readonly unknown[],
  isSvg: boolean,
  tag: Tag,
): Rendered {
  const template = compiled.get(strings) ?? compileOnce(strings, isSvg, tag)
  // Here and not where all values are checked: only now does the stack know the line.
  for (const slot of template.handlers) {
    if (!isHandler(values[slot.value])) throw noHandler(slot, values[slot.value], strings, tag)
  }
  return new Rendered(template, values)
}

const compiled = new WeakMap<TemplateStringsArray, Template>()

function compileOnce(strings: TemplateStringsArray, isSvg: boolean, tag: Tag): Template {
  try {
    const template = compile(strings, isSvg)
    compiled.set(strings, template)
    return template
  } catch (error) {
    if (error instanceof TemplateError) placeInFile(error, strings, tag)
    throw error
  }
}

type Tag = typeof html

// The compiler counts lines from the start of the literal; the stack knows where the literal starts.
function placeInFile(error: TemplateError, strings: TemplateStringsArray, tag: Tag) {
  const literal = literalOf(tag)
  if (!literal) return
  const { file, start, source } = literal
  const at = foundAt.get(error)
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

function noHandler(
  { event, value: piece }: HandlerSlot,
  value: unknown,
  strings: TemplateStringsArray,
  tag: Tag,
): TemplateError {
  const at = { piece, offset: strings[piece]!.length }
  const literal = literalOf(tag)
  const place = literal?.source && placeInSource(literal.source, literal.start, strings, at)
  const code = place && valueAt(literal.source!, place)
  const error = new TemplateError('template-value', handlerSentence(event, value, code))
  const before = strings.slice(0, piece + 1).join('')
  error.line = before.split('\n').length
  foundAt.set(error, at)
  placeInFile(error, strings, tag)
  return error
}

function literalOf(tag: Tag) {
  const caller: { stack?: string } = {}
  Error.captureStackTrace(caller, tag)
  const frame = caller.stack?.split('\n').find((line) => /:\d+:\d+\)?$/.test(line))
  const found = frame && /(?:\(|at (?:async )?)([^()]+):(\d+):(\d+)\)?$/.exec(frame)
  if (!found) return undefined
  const [, file, line, column] = found as unknown as [string, string, string, string]
  // The call of a tag stands in the stack where its literal's backtick is.
  return { file, start: { line: Number(line), column: Number(column) }, source: sourceOf(file) }
}

// Only what fails gets here. A page in a browser has no files, and a source may be gone.
function sourceOf(file: string): string | undefined {
  try {
    const { readFileSync } = process.getBuiltinModule('node:fs')
    return readFileSync(file.startsWith('file:') ? new URL(file) : file, 'utf8')
  } catch {
    return undefined
  }
}
