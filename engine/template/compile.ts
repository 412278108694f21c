/** Reads a literal once and splits it into statics and slots. */
import { attributeSlot, busyPlace, staticAttribute } from './attribute.ts'
import { attributeValue } from './attribute-value.ts'
import { membersFor } from './binding.ts'
import { Cursor } from './cursor.ts'
import { TemplateError } from './errors.ts'
import { OpenElements, type TextElement } from './open-elements.ts'
import {
  type Binding,
  type Given,
  joined,
  type Piece,
  register,
  type Slot,
  type Template,
} from './template.ts'
import { DOUBLED, endOfText, endTagAt } from './text-content.ts'

export interface CompileOptions {
  /** A fragment of an image. */
  svg?: boolean
  /** The width of a value in the source, if known. */
  valueWidth?: number
}

/**
 * The compiled form of a literal.
 * @throws TemplateError with line and column (from the start of the literal) and what was expected.
 */
export function compile(strings: readonly string[], options: CompileOptions = {}): Template {
  return new Compiler(strings, options, 0).run()
}

/** Why a literal that compiles is not allowed in `context` (`nesting.ts`). */
export function misplaced(
  strings: readonly string[],
  options: CompileOptions,
  context: number,
): TemplateError {
  try {
    new Compiler(strings, options, context).read()
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
  throw new Error(
    'Expected the compiler to refuse what its mask forbids, received markup that it lets through.',
  )
}

class Compiler extends Cursor {
  private readonly slots: Slot[] = []
  private readonly pieces: Piece[] = []
  private readonly bindings: Binding[] = []
  private readonly open: OpenElements
  private readonly svg: boolean
  /** How many values a run has so far: those of the literal, then members of bindings. */
  private width: number

  constructor(
    strings: readonly string[],
    { svg = false, valueWidth }: CompileOptions,
    context: number,
  ) {
    super(strings, valueWidth)
    this.svg = svg
    this.width = strings.length - 1
    this.open = new OpenElements(this.slots, this.pieces, svg, context, (code, sentence) =>
      this.fail(code, sentence),
    )
  }

  run(): Template {
    this.read()
    const { roots, single, forbids } = this.open
    const isSingle = single && roots === 1
    const pieces: Piece[] = isSingle
      ? this.pieces
      : [
          { piece: 'open' },
          ...this.pieces.filter((piece) => typeof piece === 'string' || piece.piece !== 'row'),
          { piece: 'close' },
        ]
    const { slots, bindings, svg } = this
    return register({ slots, bindings, pieces: joined(pieces), single: isSingle, forbids, svg })
  }

  read() {
    this.space()
    while (true) {
      if (!this.isOver) this.content()
      else if (!this.isLast) this.child()
      else break
    }
    this.open.finish()
  }

  private content() {
    const rest = this.rest
    const text = this.open.innermostText
    if (text) return this.rawText(text)
    if (rest.startsWith('<!--')) return this.comment()
    if (/^<[!?]/.test(rest)) {
      throw this.fail(
        'template-syntax',
        'Expected an element, received a declaration (<!…>). Remove it: the page writes its own doctype.',
      )
    }
    const closing = /^<\/([a-z][^ \t\n\f\r/>]*)[ \t\n\f\r]*>/i.exec(rest)
    if (closing) {
      this.open.close(closing[1]!)
      return this.move(closing[0].length)
    }
    if (rest.startsWith('</')) {
      throw this.fail(
        'template-syntax',
        `Expected a closing tag such as </div>, received ${show(rest)}.`,
      )
    }
    const opening = /^<([a-z][^\s/>"'=<]*)/i.exec(rest)
    if (opening) return this.element(opening[1]!)
    if (rest === '<' || (rest.startsWith('<') && this.at + 1 === this.text.length)) {
      throw this.fail(
        'template-syntax',
        'Expected the name of an element after <, received a value. Choose between two templates instead.',
      )
    }
    const next = rest.indexOf('<', 1)
    const end = next < 0 ? rest.length : next
    this.open.addText(rest.slice(0, end))
    this.move(end)
  }

  // A value in a comment can't be shown; the comment is dropped, with its values.
  private comment() {
    while (true) {
      const end = this.text.indexOf('-->', this.at)
      if (end >= 0) return this.move(end + 3 - this.at)
      this.move(this.text.length - this.at)
      if (this.isLast) {
        throw this.fail(
          'template-syntax',
          'Expected --> to close the comment, received the end of the template.',
        )
      }
      this.next()
    }
  }

  private rawText({ name, text, space }: TextElement) {
    const { rest } = this
    const { end, doubled } = endOfText(rest, name)
    if (doubled !== undefined) {
      this.move(doubled)
      throw this.fail('template-syntax', DOUBLED)
    }
    const content = end < 0 ? rest : rest.slice(0, end)
    // In an image the parser reads on.
    const tag = space === 'html' ? -1 : content.indexOf('<')
    if (tag >= 0) {
      this.move(tag)
      throw this.fail(
        'template-syntax',
        `Expected text in <${name}> of an image, received ${show(this.rest)}. Write &lt; for <.`,
      )
    }
    if (content) this.open.addText(content)
    this.move(content.length)
    if (end < 0) return
    const endTag = endTagAt(rest, end, name)
    if (!endTag)
      throw this.fail('template-syntax', `Expected </${name}>, received ${show(this.rest)}.`)
    if (name === 'noscript' && text === 'code') this.checkUnscripted(content)
    this.open.close(name)
    this.move(endTag.length)
  }

  // With scripts enabled it is text to the parser, without them it is markup.
  private checkUnscripted(markup: string) {
    try {
      const inner = new Compiler([markup], {}, this.open.own)
      inner.read()
      this.open.took(inner.open)
    } catch (error) {
      throw error instanceof TemplateError ? this.fail(error.code, error.message) : error
    }
  }

  private child() {
    const element = this.open.innermostText
    if (element?.text === 'code') {
      throw this.fail(
        'template-place',
        `Expected no value in <${element.name}>, received one. ${element.name === 'style' ? 'Use style=${styles({…})} or a class' : 'Use push() to hand data to a script'}.`,
      )
    }
    if (element?.name === 'textarea') this.open.addTextareaValue(this.piece)
    else this.open.addChildSlot(this.piece, Boolean(element))
    this.next()
  }

  private element(name: string) {
    const lower = this.open.startTag(name)
    this.move(1 + name.length)
    const valued: number[] = []
    const names: Written = new Map()
    const placed = this.pieces.push({ piece: 'slots', slots: valued }) - 1
    let bound: number | undefined
    while (true) {
      this.space()
      const rest = this.rest
      if (rest === '') {
        if (this.isLast || bound !== undefined || !/[ \t\n\f\r]$/.test(this.text))
          throw this.endInTag(lower)
        bound = this.piece
        this.next()
        continue
      }
      const end = /^\/?>/.exec(rest)?.[0]
      if (end) {
        const type = names.get('type')?.given
        const wrong = busyPlace(lower, names, `${type ?? ''}`)
        if (wrong) throw this.fail('template-place', wrong)
        this.move(end.length)
        if (bound !== undefined) this.bind(lower, bound, names, valued)
        if (valued.length === 0) this.pieces.splice(placed, 1)
        this.notePost(names)
        return this.open.endTag(end === '/>')
      }
      const attribute = /^[^\s"'<>/=]+/.exec(rest)?.[0]
      if (!attribute) {
        throw this.fail(
          'template-syntax',
          `Expected an attribute or > in <${lower}>, received ${show(rest)}.`,
        )
      }
      this.move(attribute.length)
      this.once(lower, attribute, names)
      this.attribute(lower, attribute, valued, names)
    }
  }

  // The parser keeps the first of two equal attributes, an update would write the second.
  private once(element: string, attribute: string, names: Written) {
    const name = attribute.replace(/^[.?]/, '').toLowerCase()
    if (names.has(name)) {
      throw this.fail(
        'template-syntax',
        `Expected each attribute of <${element}> once, received ${name} twice. Join them: ${name}="a \${…}".`,
      )
    }
    names.set(name, { given: '', at: this.pieces.length })
  }

  private attribute(element: string, name: string, valued: number[], names: Written) {
    const { parts, values } = attributeValue(this, element, name)
    const isWhole = values.length === 1 && parts!.every((part) => part === '')
    const written = names.get(name.replace(/^[.?]/, '').toLowerCase())!
    written.given = values.length === 0 ? (parts?.[0] ?? '') : isWhole ? values[0] : undefined
    if (name.toLowerCase() === 'lv-ignore') this.open.ignore()
    if (isHtmlAnnotation(element, name, parts)) this.open.annotate()
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

  // What the element says itself stays: only an id and a description may stand beside a binding.
  private bind(name: string, value: number, names: Written, valued: number[]) {
    const given = (attribute: string) => names.get(attribute)?.given
    const type = given('type')
    const all = membersFor(name, typeof type === 'string' ? type : undefined)
    const described = names.get('aria-describedby')
    const members = all.filter((member) => {
      if (
        !names.has(member) ||
        (member === 'aria-describedby' && typeof described!.given === 'string')
      )
        return true
      if (/^(id$|role|aria-|autofocus)/.test(member)) return false
      throw this.fail(
        'template-place',
        `Expected no ${member} beside \${…} in <${name}>, received one: the field gives it. ${member.startsWith('lv-') ? 'Put a handler of your own on an element around it' : 'Remove it'}.`,
      )
    })
    if (described && members.includes('aria-describedby')) this.pieces[described.at] = ''
    const first = this.width
    for (const member of members) {
      const slot = attributeSlot(name, member, ['', ''], [this.width++], this.open.tags)
      if (typeof slot === 'string') throw this.fail('template-place', slot)
      const at = this.slots.push(slot) - 1
      this.pieces.push({ piece: slot.kind, slot: at })
      if (slot.kind === 'attribute') valued.push(at)
    }
    // Typing is told once it pauses.
    const isPaced = names.has('lv-debounce') || names.has('lv-throttle')
    if (members.includes('lv-input') && !isPaced) this.pieces.push(' lv-debounce="250"')
    const element = {
      name,
      type,
      value: given('value'),
      multiple: given('multiple'),
      autocomplete: given('autocomplete'),
      id: given('id'),
      describedBy: described?.given,
    }
    this.bindings.push({ value, first, members, element })
  }

  private notePost(names: Written) {
    if (names.has('method') || names.has('action') || !names.has('lv-submit')) return
    for (const one of this.slots)
      if (one.kind === 'handler' && one.event === 'submit' && one.tag === this.open.tags)
        one.posts = true
  }

  override next() {
    const { barred } = this.open
    if (barred) throw this.fail('template-place', barred)
    super.next()
  }

  private endInTag(element: string): TemplateError {
    return !this.isLast
      ? this.fail(
          'template-place',
          `Expected an attribute or > in <${element}>, received a value. Write name=\${…}; a form's field stands there by itself, once, after a space.`,
        )
      : this.fail(
          'template-syntax',
          `Expected > to close <${element}, received the end of the template.`,
        )
  }
}

/** The attributes of one start tag: their text, or the value that is all of one; and which piece they are. */
type Written = Map<string, { given: Given; at: number }>

const isHtmlAnnotation = (element: string, name: string, parts: readonly string[] | undefined) =>
  element === 'annotation-xml' &&
  name.toLowerCase() === 'encoding' &&
  /^(text\/html|application\/xhtml\+xml)$/i.test(parts?.[0] ?? '')

const show = (text: string) => JSON.stringify(text.slice(0, 20))
