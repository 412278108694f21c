/** The compiler's position in a literal: in which of its texts, and at which line and column. */
import { TemplateError } from './errors.ts'
import type { LiteralPlace } from './source.ts'

/** In which of the literal's texts an error was found, to find its place in the source. */
export const foundAt = new WeakMap<TemplateError, LiteralPlace>()

export class Cursor {
  piece = 0
  text: string
  at = 0
  private readonly strings: readonly string[]
  private readonly valueWidth: number | undefined
  private line = 1
  /** Where the line starts, counted from the start of `text`; unknown after a value of unknown width. */
  private lineStart: number | undefined = 0

  /** `holeWidth` is the width of a value in the source, if known. */
  constructor(strings: readonly string[], valueWidth: number | undefined) {
    // White space around the whole template belongs to the source's layout, not to the page.
    this.strings = strings.map((text, i) => (i === strings.length - 1 ? trimEnd(text) : text))
    this.valueWidth = valueWidth
    this.text = this.strings[0]!
  }

  get rest(): string {
    return this.text.slice(this.at)
  }

  /** The end of this text: a value follows, or the end of the literal. */
  get isOver(): boolean {
    return this.at === this.text.length
  }

  /** No value follows. */
  get isLast(): boolean {
    return this.piece === this.strings.length - 1
  }

  /** Continues after the value. */
  next() {
    if (this.lineStart !== undefined && this.valueWidth !== undefined) {
      this.lineStart -= this.text.length + this.valueWidth
    } else this.lineStart = undefined
    this.piece++
    this.text = this.strings[this.piece]!
    this.at = 0
  }

  move(by: number) {
    const passed = this.text.slice(this.at, this.at + by)
    this.line += linesIn(passed)
    const newline = passed.lastIndexOf('\n')
    if (newline >= 0) this.lineStart = this.at + newline + 1
    this.at += by
  }

  space() {
    this.move(/^[ \t\n\f\r]*/.exec(this.rest)![0].length)
  }

  /** The error, with this position added. */
  fail(code: TemplateError['code'], sentence: string): TemplateError {
    const error = new TemplateError(code, sentence)
    error.line = this.line
    foundAt.set(error, { piece: this.piece, offset: this.at })
    if (this.lineStart !== undefined) error.column = this.at - this.lineStart + 1
    return error
  }
}

const trimEnd = (text: string) => text.replace(/[ \t\n\f\r]+$/, '')

const linesIn = (text: string) => text.split('\n').length - 1
