/** Finds what is being written at a position of a TypeScript file: code, or markup of an html`…` literal. */
import { type MarkupContext, MarkupReader } from './markup-context.ts'

export type TemplateContext = { readonly kind: 'code' } | MarkupContext

const CODE: TemplateContext = { kind: 'code' }

/** One level of nesting: braces of code, or a template literal with its markup. */
type Level =
  | { readonly kind: 'braces'; depth: number }
  | { readonly kind: 'literal'; readonly markup: MarkupReader | null }

/** The context right before `offset`. Reads the file from its start, since only that shows the nesting. */
export function placeAt(text: string, offset: number): TemplateContext {
  const levels: Level[] = [{ kind: 'braces', depth: 0 }]
  let at = 0
  let before = ''
  while (at < offset) {
    const level = levels.at(-1)!
    const letter = text[at]!
    if (level.kind === 'literal') {
      if (letter === '\\') {
        level.markup?.read(letter)
        at += 2
      } else if (letter === '`') {
        levels.pop()
        before = '`'
        at += 1
      } else if (letter === '$' && text[at + 1] === '{') {
        levels.push({ kind: 'braces', depth: 0 })
        before = '{'
        at += 2
        if (at > offset) return placeOf(level)
      } else {
        level.markup?.read(letter)
        at += 1
      }
      continue
    }
    const skipped = skip(text, at, before)
    if (skipped > at) {
      if (skipped > offset) return CODE
      if (!text.startsWith('/', at) || text[at + 1] !== '/') before = text[skipped - 1] ?? ''
      at = skipped
      continue
    }
    if (letter === '`') levels.push({ kind: 'literal', markup: isMarkup(text, at) })
    else if (letter === '{') level.depth += 1
    else if (letter === '}' && level.depth > 0) level.depth -= 1
    else if (letter === '}' && levels.length > 1) {
      levels.pop()
      const literal = levels.at(-1)!
      if (literal.kind === 'literal') literal.markup?.readHole()
    }
    if (!/\s/.test(letter)) before = letter
    at += 1
  }
  return placeOf(levels.at(-1)!)
}

const placeOf = (level: Level): TemplateContext =>
  level.kind === 'literal' && level.markup ? level.markup.place() : CODE

const isMarkup = (text: string, tick: number) =>
  /(^|[^\w$])(html|svg)$/.test(text.slice(Math.max(0, tick - 6), tick)) ? new MarkupReader() : null

/** Where a string, comment or regular expression that starts at `at` ends; `at` itself if there is none. */
function skip(text: string, at: number, before: string): number {
  const letter = text[at]
  if (letter === '"' || letter === "'") return stringEnd(text, at, letter)
  if (letter !== '/') return at
  if (text[at + 1] === '/') return endOr(text.indexOf('\n', at), text)
  if (text[at + 1] === '*') return endOr(text.indexOf('*/', at + 2) + 2, text, 2)
  // A slash after a value divides; anywhere else it starts a regular expression.
  if (/[\w$)\]}"'`]/.test(before)) return at
  const expression = /\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}

function stringEnd(text: string, at: number, quote: string): number {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '\\') end += 1
    // A string ends with its line: an unfinished one must not swallow the file.
    else if (text[end] === quote || text[end] === '\n') return end + 1
  }
  return text.length
}

const endOr = (found: number, text: string, least = 0) => (found < least ? text.length : found)
