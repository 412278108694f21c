/** Turns offsets and printed columns into lines and columns that count from 1. */

export interface Position {
  line: number
  column: number
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** The column of `width` printed cells in `line`, as the compiler counts them: a tab is four, an emoji three. */
export function columnOfWidth(line: string, width: number): number {
  let offset = 0
  let printed = 0
  for (const char of line) {
    if (printed >= width) break
    printed += char.length + extraWidth(char)
    offset += char.length
  }
  return offset + 1
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u
const EMPTY = /[\p{Mn}\p{Me}\p{Cf}]/u

function extraWidth(char: string): number {
  if (char === '\t') return 3
  if (EMPTY.test(char)) return -1
  return WIDE.test(char) ? 1 : 0
}
