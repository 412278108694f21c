/** Reads a literal once and splits it into statics and slots. */
import { attributeSlot, staticAttribute } from './attribute.ts'
import { TemplateError } from './errors.ts'
import { CODE, PLAIN } from './markup-rules.ts'
import { OpenElements } from './open-elements.ts'
import type { LiteralPlace } from './source.ts'
import { joined, type Piece, register, type Slot, type Template, tableFull } from './template.ts'

/**
 * The compiled form of a literal. `holeWidth` is how wide a value is in the source, where that is known.
 * @throws TemplateError with line and column (from the start of the literal) and what was expected.
 */
export function compile(strings: readonly string[], svg: boolean, holeWidth?: number): Template {
  if (tableFull()) {
    throw new TemplateError(
      'template-syntax',
      'This program has made over 20,000 different templates. Templates are literals: put what changes into ${…}, not into the markup.',
    )
  }
  return new Compiler(strings, svg, holeWidth).run()
}

/** In which of the literal's texts an error was found, for whoever can find its place in the source by that. */
export const foundAt = new WeakMap<TemplateError, LiteralPlace>()

class Compiler {
  private readonly slots: Slot[] = []
  private readonly pieces: Piece[] = []
  private readonly open: OpenElements
  private readonly strings: readonly string[]
  private readonly svg: boolean
  private piece = 0
  private text: string
  private at = 0
  private line = 1
  private readonly holeWidth: number | undefined
  /** Where the line begins, counted from the start of `text`; unknown after a value whose width is. */
  private lineStart: number | undefined = 0

  constructor(strings: readonly string[], svg: boolean, holeWidth: number | undefined) {
    this.holeWidth = holeWidth
    // White space around the whole template is the source's layout, not the page's.
    this.strings = strings.map((text, i) => (i === strings.length - 1 ? text.trimEnd() : text))
    this.svg = svg
    this.text = this.strings[0]!
    this.open = new OpenElements(this.slots, this.pieces, svg, (code, sentence) =>
      this.fail(code, sentence),
    )
  }

  run(): Template {
    this.space()
    while (true) {
      if (this.at < this.text.length) this.content()
      else if (this.piece < this.strings.length - 1) this.hole()
      else break
    }
    this.open.finish()
    const { roots, single } = this.open
    const isSingle = single && roots.length === 1
    const pieces: Piece[] = isSingle
      ? this.pieces
      : [
          { piece: 'open' },
          ...this.pieces.filter((piece) => typeof piece === 'string' || piece.piece !== 'row'),
          { piece: 'close' },
        ]
    return register({
      slots: this.slots,
      pieces: joined(pieces),
      single: isSingle,
      roots,
      svg: this.svg,
    })
  }

  private content() {
    const rest = this.text.slice(this.at)
    const plain = this.open.innermostText()
    if (plain) return this.rawText(plain)
    if (rest.startsWith('<!--')) return this.comment()
    if (/^<![a-z]/i.test(rest)) {
      throw this.fail(
        'template-syntax',
        'Expected an element, found a declaration (<!…>). The page writes its own doctype.',
      )
    }
    const closing = /^<\/([a-z][^\s/>]*)\s*>/i.exec(rest)
    if (closing) {
      this.open.close(closing[1]!)
      return this.move(closing[0].length)
    }
    if (rest.startsWith('</')) {
      throw this.fail(
        'template-syntax',
        `Expected a closing tag such as </div>, found ${show(rest)}.`,
      )
    }
    const opening = /^<([a-z][^\s/>"'=<]*)/i.exec(rest)
    if (opening) return this.element(opening[1]!)
    if (rest === '<' || (rest.startsWith('<') && this.at + 1 === this.text.length)) {
      throw this.fail(
        'template-syntax',
        'Expected the name of an element after <, found a value. Choose between two templates instead.',
      )
    }
    const next = rest.indexOf('<', 1)
    const end = next < 0 ? rest.length : next
    this.open.addText(rest.slice(0, end))
    this.move(end)
  }

  // A value in a comment has no place to show; the comment goes, and its values with it.
  private comment() {
    while (true) {
      const end = this.text.indexOf('-->', this.at)
      if (end >= 0) return this.move(end + 3 - this.at)
      this.move(this.text.length - this.at)
      if (this.piece === this.strings.length - 1) {
        throw this.fail(
          'template-syntax',
          'Expected --> to close the comment, found the end of the template.',
        )
      }
      this.nextString()
    }
  }

  private rawText(element: string) {
    const end = new RegExp(`</${element}\\s*>`, 'i').exec(this.text.slice(this.at))
    const length = end ? end.index : this.text.length - this.at
    if (length > 0) this.open.addText(this.text.slice(this.at, this.at + length))
    this.move(length)
    if (end) {
      this.open.close(element)
      this.move(end[0].length)
    }
  }

  private hole() {
    const element = this.open.innermostText()
    if (element && CODE.has(element)) {
      throw this.fail(
        'template-place',
        `A value can't stand in <${element}>. ${element === 'style' ? 'Use style=${styles({…})} or a class' : 'Use push() to hand data to a script'}.`,
      )
    }
    if (element === 'textarea') this.open.addTextareaValue(this.piece)
    else this.open.addHole(this.piece, Boolean(element && PLAIN.has(element)))
    this.nextString()
  }

  private element(name: string) {
    const lower = this.open.startTag(name)
    this.move(1 + name.length)
    const valued: number[] = []
    const names = new Set<string>()
    const placed = this.pieces.push({ piece: 'slots', slots: valued }) - 1
    while (true) {
      this.space()
      const rest = this.text.slice(this.at)
      if (rest === '') throw this.endInTag(lower)
      const end = /^\/?>/.exec(rest)?.[0]
      if (end) {
        this.move(end.length)
        if (valued.length === 0) this.pieces.splice(placed, 1)
        return this.open.endTag(end === '/>')
      }
      const attribute = /^[^\s"'<>/=]+/.exec(rest)?.[0]
      if (!attribute) {
        throw this.fail(
          'template-syntax',
          `Expected an attribute or > in <${lower}>, found ${show(rest)}.`,
        )
      }
      this.move(attribute.length)
      this.once(lower, attribute, names)
      this.attribute(lower, attribute, valued)
    }
  }

  // The parser keeps the first of two, an update would write the second.
  private once(element: string, attribute: string, names: Set<string>) {
    const name = attribute.replace(/^[.?]/, '').toLowerCase()
    if (names.has(name)) {
      throw this.fail(
        'template-syntax',
        `Expected each attribute of <${element}> once, found ${name} twice. Join them: ${name}="a \${…}".`,
      )
    }
    names.add(name)
  }

  private attribute(element: string, name: string, valued: number[]) {
    const { parts, values } = this.attributeValue(element, name)
    if (name.toLowerCase() === 'lv-ignore') this.open.ignore()
    if (values.length === 0) {
      const wrong = staticAttribute(name, parts?.[0])
      if (wrong) throw this.fail('template-place', wrong)
      this.pieces.push(parts ? ` ${name}="${parts[0]!.replace(/"/g, '&quot;')}"` : ` ${name}`)
      return
    }
    const slot = attributeSlot(element, name, parts!, values, this.open.tags)
    if (typeof slot === 'string') throw this.fail('template-place', slot)
    const at = this.slots.push(slot) - 1
    this.pieces.push({ piece: slot.kind, slot: at })
    if (slot.kind === 'attribute') valued.push(at)
  }

  /** Static parts and value indexes; no parts at all for an attribute without `=`. */
  private attributeValue(element: string, name: string): { parts?: string[]; values: number[] } {
    const equals = /^\s*=\s*/.exec(this.text.slice(this.at))
    if (!equals) {
      if (
        this.at === this.text.length &&
        this.piece < this.strings.length - 1 &&
        !/\s$/.test(this.text)
      ) {
        throw this.fail(
          'template-place',
          `A value can't be part of an attribute's name (${name}…) in <${element}>.`,
        )
      }
      return { values: [] }
    }
    this.move(equals[0].length)
    const quote = /^["']/.exec(this.text.slice(this.at))?.[0]
    if (quote) this.move(1)
    const stop = quote === '"' ? /"/ : quote === "'" ? /'/ : /[\s>]|\/(?=>)/
    const parts: string[] = []
    const values: number[] = []
    while (true) {
      const rest = this.text.slice(this.at)
      const end = stop.exec(rest)
      if (end) {
        parts.push(rest.slice(0, end.index))
        this.move(end.index + (quote ? 1 : 0))
        return { parts, values }
      }
      parts.push(rest)
      this.move(rest.length)
      if (this.piece === this.strings.length - 1) {
        throw this.fail(
          'template-syntax',
          `Expected ${quote ?? 'a space or >'} to close ${name} in <${element}>, found the end of the template.`,
        )
      }
      values.push(this.piece)
      this.nextString()
    }
  }

  private nextString() {
    const { barred } = this.open
    if (barred) throw this.fail('template-place', barred)
    if (this.lineStart !== undefined && this.holeWidth !== undefined) {
      this.lineStart -= this.text.length + this.holeWidth
    } else this.lineStart = undefined
    this.piece++
    this.text = this.strings[this.piece]!
    this.at = 0
  }

  private space() {
    const space = /^\s*/.exec(this.text.slice(this.at))![0]
    this.move(space.length)
  }

  private move(by: number) {
    const passed = this.text.slice(this.at, this.at + by)
    this.line += linesIn(passed)
    const newline = passed.lastIndexOf('\n')
    if (newline >= 0) this.lineStart = this.at + newline + 1
    this.at += by
  }

  private endInTag(element: string): TemplateError {
    return this.piece < this.strings.length - 1
      ? this.fail(
          'template-place',
          `Expected an attribute or > in <${element}>, found a value. Write name=\${…}.`,
        )
      : this.fail(
          'template-syntax',
          `Expected > to close <${element}, found the end of the template.`,
        )
  }

  private fail(code: TemplateError['code'], sentence: string): TemplateError {
    const error = new TemplateError(code, sentence)
    error.line = this.line
    foundAt.set(error, { piece: this.piece, offset: this.at })
    if (this.lineStart !== undefined) error.column = this.at - this.lineStart + 1
    return error
  }
}

const linesIn = (text: string) => text.split('\n').length - 1

const show = (text: string) => JSON.stringify(text.slice(0, 20))
