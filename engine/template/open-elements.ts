/** Keeps the stack of open elements while a literal is read, and what HTML allows in them. */
import type { TemplateError } from './errors.ts'
import { isBlank, LAYOUT_AT_ENDS, LAYOUT_IN, textKind, VOID } from './markup-rules.ts'
import {
  ANYWHERE,
  IN_MATH,
  IN_OTHER,
  IN_TEMPLATE,
  type Nesting,
  nestingOf,
  partOf,
  type Space,
  TEXTLESS,
} from './nesting.ts'
import { BARRED, nestingSentence, notWhole, textSentence } from './nesting-words.ts'
import type { Piece, Slot } from './template.ts'

interface Open {
  readonly name: string
  /** Where its first child starts among the pieces. */
  content: number
  /** Where a marker on its start tag would go. */
  readonly tag: number
  /** Its content belongs to scripts of the page. */
  ignored: boolean
  /** What its content inherits from the context of the literal. */
  readonly keep: number
  /** What the literal's own elements add for its content. */
  own: number
  /** The namespace of its content. */
  space: Space
  /** Its content is text, or code. */
  readonly text: ReturnType<typeof textKind>
  /** The part of a table that a `<template>` holds, 0 for other content. */
  part: number | undefined
}

/** An element whose content is text to the parser. */
export type TextElement = Pick<Open, 'name' | 'text' | 'space'>

type Fail = (code: TemplateError['code'], sentence: string) => TemplateError

export class OpenElements {
  roots = 0
  /** Start tags so far. */
  tags = 0
  /** There was no text and no child slot at the root so far. */
  single = true
  /** The literal is not allowed where one of these is set: its own elements would be moved. */
  forbids = 0
  private readonly stack: Open[]
  private readonly slots: Slot[]
  private readonly pieces: Piece[]
  private readonly fail: Fail
  private current: Open

  /** `context`: the context of the literal, if known. */
  constructor(slots: Slot[], pieces: Piece[], svg: boolean, context: number, fail: Fail) {
    this.slots = slots
    this.pieces = pieces
    this.fail = fail
    this.current = {
      name: '',
      content: 0,
      tag: 0,
      ignored: false,
      keep: ANYWHERE - 1,
      own: ANYWHERE | context,
      space: svg ? 'svg' : 'html',
      text: undefined,
      part: undefined,
    }
    this.stack = [this.current]
  }

  private get top(): Open {
    return this.stack.at(-1)!
  }

  private get atRoot(): boolean {
    return this.stack.length === 1
  }

  /** The element around this place whose content is text or code, if any. */
  get innermostText(): TextElement | undefined {
    return this.top.text && this.top
  }

  /** What the literal's own elements add at this place. */
  get own(): number {
    return this.top.own
  }

  /** Puts a literal that was read separately at this place. */
  took(inner: OpenElements) {
    this.forbids |= inner.forbids & this.top.keep
  }

  /** Why values are not allowed at this place, if so. */
  get barred(): string | undefined {
    for (const { name, ignored } of this.stack) {
      const sentence = BARRED.get(ignored ? 'lv-ignore' : name)
      if (sentence) return sentence
    }
    return undefined
  }

  /** The content of the element whose start tag is being read belongs to scripts of the page. */
  ignore() {
    this.current.ignored = true
  }

  /** The `<annotation-xml>` whose start tag is being read says that it holds HTML. */
  annotate() {
    if (this.top.space !== 'math') return
    this.current.space = 'html'
    this.current.own = (this.current.own & ~IN_MATH) | IN_OTHER
  }

  startTag(written: string): string {
    const { space, keep, own } = this.top
    const name = space === 'html' ? written.toLowerCase() : written
    const nesting = nestingOf(name, space)
    this.checkPlace(name, nesting)
    this.forbids |= nesting.forbids & keep
    if (this.atRoot) this.roots++
    this.tags++
    this.pieces.push(`<${name}`)
    if (this.atRoot) this.pieces.push({ piece: 'row' })
    const text = textKind(name, space === 'html')
    this.current = {
      name,
      content: 0,
      tag: this.pieces.length,
      ignored: false,
      keep: keep & nesting.keep,
      own: (own & nesting.keep) | nesting.own | ANYWHERE,
      space: text ? space : nesting.space,
      text,
      part: undefined,
    }
    this.checkTemplate(name)
    return name
  }

  endTag(selfClosing: boolean) {
    const { name } = this.current
    const isHtml = this.top.space === 'html'
    const isVoid = isHtml && VOID.has(name)
    if (selfClosing && !isVoid) {
      if (isHtml && name !== 'svg' && name !== 'math') {
        throw this.fail(
          'template-syntax',
          `Expected <${name}></${name}>, received <${name} />: only void elements close themselves in HTML. Write parts of an image as svg\`…\`.`,
        )
      }
      this.pieces.push(`></${name}>`)
      return
    }
    this.pieces.push('>')
    if (isVoid) return
    if (name === 'textarea') this.paintTextareaValue()
    this.current.content = this.pieces.length
    this.stack.push(this.current)
  }

  close(written: string) {
    const open = this.top
    const name =
      open.name.toLowerCase() === written.toLowerCase() ? open.name : written.toLowerCase()
    if (open.space === 'html' && VOID.has(name))
      throw this.fail(
        'template-nesting',
        `Expected no closing tag for <${name}>, received </${name}>. Remove it.`,
      )
    if (this.atRoot)
      throw this.fail(
        'template-nesting',
        `Expected no closing tag here, received </${name}> without <${name}>. Remove it.`,
      )
    if (open.name !== name) {
      throw this.fail(
        'template-nesting',
        `Expected </${open.name}>, received </${name}>. Close <${open.name}> first.`,
      )
    }
    this.stack.pop()
    if (LAYOUT_AT_ENDS.has(name) && open.space === 'html') this.trimEnd(open)
    this.mendChildSlots(open)
    this.pieces.push(`</${name}>`)
  }

  addText(text: string) {
    const { name, own, keep, space, content } = this.top
    if (isBlank(text)) {
      if (LAYOUT_IN.has(name)) return
      if (LAYOUT_AT_ENDS.has(name) && space === 'html' && this.pieces.length === content) return
    } else {
      if (this.atRoot) this.single = false
      if (own & TEXTLESS) {
        throw this.fail('template-nesting', textSentence(text, this.atRoot ? '' : `<${name}>`))
      }
      this.forbids |= TEXTLESS & keep
      this.checkTemplate('')
    }
    this.pieces.push(text)
  }

  // Layout of the source: a line starts and ends there, so it is not shown.
  private trimEnd(open: Open) {
    const isLayout = (piece: Piece | undefined) => typeof piece === 'string' && isBlank(piece)
    while (this.pieces.length > open.content && isLayout(this.pieces.at(-1))) this.pieces.pop()
  }

  addChildSlot(value: number, plain: boolean) {
    const { name: within, keep, own } = this.top
    if (this.atRoot) this.single = false
    const slot = this.slots.length
    this.slots.push({
      kind: 'child',
      value,
      within,
      sole: false,
      plain,
      keep,
      own: own & ~ANYWHERE,
    })
    this.pieces.push({ piece: 'start', slot }, { piece: 'content', slot }, { piece: 'end', slot })
  }

  /** A visitor's typing changes the property, not the content, so the value is written as the property. */
  // A text area has no attribute for its text: a first paint writes it as content.
  private paintTextareaValue() {
    const slot = this.slots.findIndex(
      (one) => one.kind === 'attribute' && one.tag === this.tags && one.name === 'value',
    )
    if (slot >= 0) this.pieces.push({ piece: 'typed', slot })
  }

  addTextareaValue(value: number) {
    const open = this.top
    const slot = this.slots.length
    this.slots.push({
      kind: 'attribute',
      name: 'value',
      element: 'textarea',
      parts: ['', ''],
      values: [value],
      property: true,
      url: false,
      boolean: false,
      tag: this.tags,
    })
    this.pieces.push({ piece: 'typed', slot })
    const marked = this.pieces[open.tag]
    if (typeof marked === 'object' && marked.piece === 'slots') marked.slots.push(slot)
    else {
      this.pieces.splice(open.tag, 0, { piece: 'slots', slots: [slot] })
      open.content++
    }
  }

  finish() {
    if (!this.atRoot)
      throw this.fail(
        'template-nesting',
        `Expected </${this.top.name}>, received the end of the template.`,
      )
  }

  // A child slot that is the whole content of its element is marked on the element, without comments.
  private mendChildSlots(open: Open) {
    const content = this.pieces.slice(open.content)
    if (
      open.text === 'plain' &&
      open.name === 'textarea' &&
      content.length > 1 &&
      content.some((piece) => typeof piece === 'object')
    ) {
      throw this.fail('template-place', notWhole(open.name))
    }
    const childSlots = content.filter(
      (piece) => typeof piece !== 'string' && piece.piece === 'content',
    )
    if (childSlots.length === 0) return
    const only = childSlots[0]
    const sole = content.length === 3 && typeof only === 'object' && only.piece === 'content'
    if (!sole) {
      if (open.text === 'plain') throw this.fail('template-place', notWhole(open.name))
      return
    }
    const slot = this.slots[only.slot]
    if (slot?.kind !== 'child') return
    slot.sole = true
    this.pieces.splice(open.content, 3, { piece: 'content', slot: only.slot })
    this.pieces.splice(open.tag, 0, { piece: 'sole', slot: only.slot })
  }

  private checkPlace(name: string, { forbids }: Nesting) {
    const { own, name: parent, space } = this.top
    const hit = forbids & own
    if (hit === 0) return
    const around = parent && `<${parent}>`
    throw this.fail('template-nesting', nestingSentence(name, hit, around, space !== 'html'))
  }

  // The parser takes the namespace of the first element for the whole.
  private checkTemplate(name: string) {
    const template = this.top
    if (!(template.own & IN_TEMPLATE) || FREE_IN_TEMPLATE.test(name)) return
    const part = partOf(name)
    template.part ??= part
    if (template.part === part) return
    throw this.fail(
      'template-nesting',
      `Expected <template> to hold parts of a table or other content, received both: the parser would drop some of it. Write two templates.`,
    )
  }
}

const FREE_IN_TEMPLATE = /^(script|style|template)$/
