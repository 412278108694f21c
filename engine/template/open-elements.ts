/** Keeps the stack of open elements while a literal is read, and what HTML allows in them. */
import type { TemplateError } from './errors.ts'
import {
  CHILDREN_OF,
  CLOSES_P,
  CODE,
  FOREIGN,
  LOOSE,
  NO_TEXT,
  NOT_IN_SELF,
  OF_THE_PAGE,
  PLAIN,
  VOID,
} from './markup-rules.ts' // prettier-ignore
import type { Piece, Slot } from './template.ts'

interface Open {
  name: string
  /** Where its first child begins among the pieces. */
  content: number
  /** Where a marker on its start tag would go. */
  tag: number
  /** Its content belongs to scripts of the page. */
  ignored: boolean
}

type Fail = (code: TemplateError['code'], sentence: string) => TemplateError

export class OpenElements {
  readonly roots: string[] = []
  /** Start tags so far. */
  tags = 0
  /** No text and no hole at the root so far. */
  single = true
  private readonly stack: Open[] = []
  private readonly slots: Slot[]
  private readonly pieces: Piece[]
  /** The whole literal is a fragment of an image. */
  private readonly svg: boolean
  private readonly fail: Fail
  private current: Open = { name: '', content: 0, tag: 0, ignored: false }

  constructor(slots: Slot[], pieces: Piece[], svg: boolean, fail: Fail) {
    this.slots = slots
    this.pieces = pieces
    this.svg = svg
    this.fail = fail
  }

  /** The element around this place whose content is text or code, if any. */
  innermostText(): string | undefined {
    const name = this.stack.at(-1)?.name
    return name && (PLAIN.has(name) || CODE.has(name)) ? name : undefined
  }

  /** Why no value can stand at this place, if so. */
  get barred(): string | undefined {
    if (this.stack.some((open) => open.name === 'template')) {
      return "A value can't stand in <template>: its content is not part of the page."
    }
    if (!this.stack.some((open) => open.ignored)) return undefined
    return "A value can't stand inside an element with lv-ignore: what is in there belongs to scripts of the page. Give it to the element itself, as in data-points=${…}, or push it to a hook."
  }

  /** What stands in the element whose start tag is read belongs to scripts of the page. */
  ignore() {
    this.current.ignored = true
  }

  private get inForeign(): boolean {
    return this.svg || this.stack.some((open) => FOREIGN.has(open.name))
  }

  startTag(written: string): string {
    const foreign = this.inForeign
    const name = foreign ? written : written.toLowerCase()
    this.checkPlace(name)
    if (this.stack.length === 0) this.roots.push(name)
    this.tags++
    this.pieces.push(`<${name}`)
    if (this.stack.length === 0) this.pieces.push({ piece: 'row' })
    this.current = { name, content: 0, tag: this.pieces.length, ignored: false }
    return name
  }

  endTag(selfClosing: boolean) {
    const { name } = this.current
    const foreign = FOREIGN.has(name) || this.inForeign || this.stack.length === 0
    if (selfClosing && !VOID.has(name)) {
      if (!foreign || !isForeignName(name)) {
        throw this.fail(
          'template-syntax',
          `Expected <${name}></${name}>, found <${name} />: only void elements close themselves in HTML.`,
        )
      }
      this.pieces.push(`></${name}>`)
      return
    }
    this.pieces.push('>')
    if (VOID.has(name)) return
    if (name === 'textarea') this.paintTextareaValue()
    this.current.content = this.pieces.length
    this.stack.push(this.current)
  }

  close(written: string) {
    const open = this.stack.at(-1)
    const name =
      open && open.name.toLowerCase() === written.toLowerCase() ? open.name : written.toLowerCase()
    if (VOID.has(name))
      throw this.fail('template-nesting', `<${name}> takes no closing tag, found </${name}>.`)
    if (!open)
      throw this.fail(
        'template-nesting',
        `Expected no closing tag here, found </${name}> without <${name}>.`,
      )
    if (open.name !== name) {
      throw this.fail(
        'template-nesting',
        `Expected </${open.name}>, found </${name}>. Close <${open.name}> first.`,
      )
    }
    this.stack.pop()
    this.mendHoles(open)
    this.pieces.push(`</${name}>`)
  }

  addText(text: string) {
    const parent = this.stack.at(-1)
    if (text.trim() === '') {
      if (parent && LOOSE.has(parent.name)) return
      if (!parent) this.single = this.single && !/\S/.test(text)
    } else if (!parent) this.single = false
    else if (NO_TEXT.has(parent.name)) {
      throw this.fail(
        'template-nesting',
        `Expected an element in <${parent.name}>, found the text ${JSON.stringify(text.trim().slice(0, 20))}.`,
      )
    }
    this.pieces.push(text)
  }

  addHole(value: number, plain: boolean) {
    const parent = this.stack.at(-1)
    if (!parent) this.single = false
    const slot = this.slots.length
    const within = parent?.name ?? ''
    const textless = NO_TEXT.has(within)
    this.slots.push({ kind: 'hole', value, within, sole: false, plain, textless })
    this.pieces.push({ piece: 'start', slot }, { piece: 'content', slot }, { piece: 'end', slot })
  }

  /** What a visitor types changes the property, not the content: the value is written as the property. */
  // A text area has no attribute for its text: a first paint writes it as content.
  private paintTextareaValue() {
    const slot = this.slots.findIndex(
      (one) => one.kind === 'attribute' && one.tag === this.tags && one.name === 'value',
    )
    if (slot >= 0) this.pieces.push({ piece: 'typed', slot })
  }

  addTextareaValue(value: number) {
    const open = this.stack.at(-1)!
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
    const open = this.stack.at(-1)
    if (open)
      throw this.fail(
        'template-nesting',
        `Expected </${open.name}>, found the end of the template.`,
      )
  }

  // A hole that is all its element holds is marked on the element: no comments are needed.
  private mendHoles(open: Open) {
    const content = this.pieces.slice(open.content)
    if (
      open.name === 'textarea' &&
      content.length > 1 &&
      content.some((piece) => typeof piece === 'object')
    ) {
      throw this.fail('template-place', notWhole(open.name))
    }
    const holes = content.filter((piece) => typeof piece !== 'string' && piece.piece === 'content')
    if (holes.length === 0) return
    const only = holes[0]
    const sole = content.length === 3 && typeof only === 'object' && only.piece === 'content'
    if (!sole) {
      if (PLAIN.has(open.name)) throw this.fail('template-place', notWhole(open.name))
      return
    }
    const slot = this.slots[only.slot]
    if (slot?.kind !== 'hole') return
    slot.sole = true
    this.pieces.splice(open.content, 3, { piece: 'content', slot: only.slot })
    this.pieces.splice(open.tag, 0, { piece: 'sole', slot: only.slot })
  }

  private checkPlace(name: string) {
    const parent = this.stack.at(-1)?.name
    if (OF_THE_PAGE.has(name)) {
      throw this.fail(
        'template-nesting',
        `<${name}> is written by the page itself. Expected what stands in it; see the options of page().`,
      )
    }
    const allowed = parent && CHILDREN_OF[parent]
    if (allowed && !allowed.has(name)) {
      throw this.fail(
        'template-nesting',
        `Expected ${[...allowed]
          .slice(0, 3)
          .map((one) => `<${one}>`)
          .join(' or ')} in <${parent}>, found <${name}>. The parser would move it.`,
      )
    }
    if (parent === 'p' && CLOSES_P.has(name)) {
      throw this.fail(
        'template-nesting',
        `Expected text or an inline element in <p>, found <${name}>: the parser would close <p> before it. Use <div>.`,
      )
    }
    if (NOT_IN_SELF.has(name) && this.stack.some((open) => open.name === name)) {
      throw this.fail(
        'template-nesting',
        `<${name}> can't stand in another <${name}>: the parser would close the first one.`,
      )
    }
  }
}

const notWhole = (element: string) =>
  `<${element}> takes one value as its whole content, found something beside it. Join them: \${\`…\`}.`

// In HTML proper no element name but a void one may close itself; SVG and MathML names may.
const isForeignName = (name: string) => !HTML_NAMES.has(name)
const HTML_NAMES = new Set(
  'a abbr article aside b button canvas code dd details div dl dt em fieldset figure footer form h1 h2 h3 h4 h5 h6 header i iframe label legend li main nav ol option p pre script section select small span strong style summary table tbody td textarea tfoot th thead tr u ul video'.split(
    ' ',
  ),
)
