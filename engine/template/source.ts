/** Finds the position of a literal's place in its source file, past the values before it. */

/** Counted from 1, as editors do. */
export interface SourcePosition {
  line: number
  column: number
}

/** A place in a literal: in which of its static texts, and how far in it. */
export interface LiteralPlace {
  piece: number
  offset: number
}

/**
 * `start` is the position of the literal's backtick in `source`. Undefined when that literal is not there (the file
 * was changed, or is not the one that runs), so that no error points to a wrong place.
 */
export function placeInSource(
  source: string,
  start: SourcePosition,
  { raw }: { readonly raw: readonly string[] },
  { piece, offset }: LiteralPlace,
): SourcePosition | undefined {
  // Literals have their line breaks as \n, whatever the file has.
  const text = source.replaceAll('\r\n', '\n')
  let at = offsetOf(text, start)
  if (text[at] !== '`') return undefined
  at++
  for (let i = 0; ; i++) {
    const written = raw[i]!
    if (!text.startsWith(written, at)) return undefined
    if (i === piece) return placeOf(text, at + writtenLength(written, offset))
    if (!text.startsWith('${', at + written.length)) return undefined
    at = endOfCode(text, at + written.length + 2)
  }
}

/** The code between `${` and `}` at a place of a source; undefined when no value starts there. */
export function valueAt(source: string, place: SourcePosition): string | undefined {
  const text = source.replaceAll('\r\n', '\n')
  const at = offsetOf(text, place)
  if (!text.startsWith('${', at)) return undefined
  return text.slice(at + 2, endOfCode(text, at + 2) - 1).trim()
}

function offsetOf(text: string, { line, column }: SourcePosition): number {
  let at = 0
  for (let i = 1; i < line; i++) at = text.indexOf('\n', at) + 1
  return at + column - 1
}

function placeOf(text: string, at: number): SourcePosition {
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}

/** How many characters of `written` give `length` characters of text: `\n` is two of them, `\u{1f600}` gives two. */
function writtenLength(written: string, length: number): number {
  let at = 0
  for (let left = length; left > 0 && at < written.length; ) {
    ESCAPE.lastIndex = at
    const escaped = ESCAPE.exec(written)
    at += escaped?.[0].length ?? 1
    left -= escaped ? lengthOf(escaped) : 1
  }
  return at
}

const ESCAPE = /\\(?:u\{([\da-f]+)\}|u[\da-f]{4}|x[\da-f]{2}|.)/isy

function lengthOf([written, point]: RegExpExecArray): number {
  if (written === '\\\n') return 0
  return point !== undefined && Number.parseInt(point, 16) > 0xffff ? 2 : 1
}

/** The position after the `}` that ends the code starting at `at`; the end of the text when there is none. */
function endOfCode(text: string, at: number): number {
  let depth = 0
  let before = ''
  while (at < text.length) {
    const found = tokenAt(text, at, before)
    at += found.length
    if (found === '`') at = endOfTemplate(text, at)
    else if (found === '{') depth++
    else if (found === '}' && depth-- === 0) return at
    if (!SILENT.test(found)) before = found
  }
  return at
}

function endOfTemplate(text: string, at: number): number {
  while (at < text.length) {
    if (text[at] === '`') return at + 1
    if (text[at] === '\\') at += 2
    else if (text.startsWith('${', at)) at = endOfCode(text, at + 2)
    else at++
  }
  return at
}

// As much of JavaScript's syntax as needed to skip braces in strings: words, numbers, texts, comments, regular expressions.
function tokenAt(text: string, at: number, before: string): string {
  for (const kind of VALUE.test(before) && !OPERATOR_WORD.test(before) ? [TOKEN] : [REGEX, TOKEN]) {
    kind.lastIndex = at
    const found = kind.exec(text)
    if (found) return found[0]
  }
  return text[at]!
}

const TOKEN =
  /\/\/[^\n]*|\/\*.*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\p{ID_Continue}$\u200c\u200d]+|\s+/suy
const REGEX = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/\w*/y
const SILENT = /^(?:\s|\/\/|\/\*)/
/** A slash after one of these divides. */
const VALUE = /[\p{ID_Continue}$)\]}'"`]$/u
const OPERATOR_WORD = /^(?:return|typeof|case|in|of|void|delete|instanceof|new|await|yield|throw)$/
