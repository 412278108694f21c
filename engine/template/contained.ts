/** Keeps raw markup inside its place: closes what it leaves open, and drops what would close something around it. */
import { VOID } from './markup-rules.ts'
import {
  ANYWHERE,
  BREAKS_OUT,
  FORM,
  IN_COLGROUP,
  IN_MATH,
  IN_OTHER,
  IN_ROW,
  IN_SECTION,
  IN_SVG,
  IN_TABLE,
  IN_TEMPLATE,
  nestingOf,
  partOf,
  type Space,
  TEXTLESS,
} from './nesting.ts'
import { type Tag, tokenAt } from './raw-tokens.ts'
import { endOfText } from './text-content.ts'

/** The markup in the form that is allowed in `context` (`nesting.ts`): there the parser reads it as it would read it alone. */
export function contained(markup: string, context: number): string {
  if (!/[<&]/.test(markup) && !(context & TEXTLESS)) return markup
  const known = recent.get(markup)
  if (known?.context === context) return known.contained
  const text = new Container(markup, context).run()
  recent.delete(markup)
  recent.set(markup, { context, contained: text })
  letters += known ? 0 : markup.length
  for (const [oldest] of recent) {
    if (letters <= MAX_LETTERS) break
    letters -= oldest.length
    recent.delete(oldest)
  }
  return text
}

// A view runs with every event, usually with the same markup.
const recent = new Map<string, { context: number; contained: string }>()
const MAX_LETTERS = 1_000_000
let letters = 0

interface Open {
  readonly name: string
  /** The start tag. */
  readonly written: string
  /** The context inside the element. */
  readonly context: number
  readonly space: Space
  /** Its index in the output. */
  readonly at: number
}

class Container {
  private readonly markup: string
  private readonly out: string[] = []
  /** The open elements; the first is the place itself. */
  private readonly open: Open[]
  /** Formatting elements closed together with an element around them: they continue in what follows. */
  private reopened: Open[] = []

  constructor(markup: string, context: number) {
    this.markup = markup
    const space = context & IN_SVG ? 'svg' : context & IN_MATH ? 'math' : 'html'
    this.open = [{ name: '', written: '', context: context | ANYWHERE, space, at: 0 }]
  }

  private get top(): Open {
    return this.open.at(-1)!
  }

  run(): string {
    const { markup } = this
    let at = 0
    while (at < markup.length) {
      const next = markup.indexOf('<', at)
      if (next !== at) this.text(markup.slice(at, next < 0 ? undefined : next))
      if (next < 0) break
      const { end, tag, text } = tokenAt(markup, next, this.top.space !== 'html')
      at = end
      if (text) this.text(text)
      else if (tag?.isEnd) this.endTag(tag.name.toLowerCase())
      else if (tag) at = this.startTag(tag, end)
    }
    this.closeTo(1)
    return this.out.join('')
  }

  private text(text: string) {
    if (/[^ \t\n\f\r]/.test(text)) {
      if (this.top.context & TEXTLESS) return this.foster(text)
      this.reopen()
    }
    this.out.push(text)
  }

  // Like the parser: text among rows goes before their table.
  private foster(text: string) {
    const table = this.open.findLastIndex(({ name }) => name === 'table')
    if (table < 0) return
    const { at } = this.open[table]!
    this.out.splice(at, 0, text)
    for (let i = table; i < this.open.length; i++)
      this.open[i] = { ...this.open[i]!, at: this.open[i]!.at + 1 }
  }

  /** Returns where to continue reading. */
  private startTag(tag: Tag, end: number): number {
    const lower = tag.name.toLowerCase()
    const name = lower === 'image' && this.top.space === 'html' ? 'img' : lower
    const hasRoom = this.makeRoom(name)
    const { space } = this.top
    if (space === 'html' && TEXT.has(name)) return this.textElement(name, tag, end, hasRoom)
    if (!hasRoom) return end
    if (!partOf(name)) this.reopen()
    // Names in an image keep their case.
    const written = `<${space === 'html' ? name : tag.name}${tag.attributes}`
    if (space !== 'html' && tag.selfClosing) this.out.push(`${written}/>`)
    else if (space === 'html' && VOID.has(name)) this.out.push(`${written}>`)
    else this.push(name, `${written}>`)
    return end
  }

  /** An element whose content is text. Without its end tag the parser would continue into what follows. */
  private textElement(name: string, { attributes }: Tag, from: number, hasRoom: boolean): number {
    const { markup } = this
    const rest = markup.slice(from)
    const { end } = endOfText(rest, name)
    // A script without an end tag does not run, and nothing after it could close it.
    if (end < 0 && name === 'script') return markup.length
    const text = end < 0 ? rest : rest.slice(0, end)
    // With scripts disabled it is markup.
    const content = name === 'noscript' ? contained(text, this.contextIn(name)) : text
    if (hasRoom) this.out.push(`<${name}${attributes}>${content}</${name}>`)
    return end < 0 ? markup.length : tokenAt(markup, from + end, false).end
  }

  private contextIn(name: string): number {
    const { keep, own } = nestingOf(name, this.top.space)
    return (this.top.context & keep) | own
  }

  private push(name: string, written: string) {
    const { space, context } = this.top
    const nesting = nestingOf(name, space)
    const isHtml = space === 'math' && name === 'annotation-xml' && HTML_ENCODING.test(written)
    this.open.push({
      name,
      written,
      context: (context & nesting.keep) | (isHtml ? IN_OTHER : nesting.own) | ANYWHERE,
      space: isHtml ? 'html' : nesting.space,
      at: this.out.push(written) - 1,
    })
  }

  /** Closes or opens what the parser would, so that the element can start; false if it can't. */
  private makeRoom(name: string): boolean {
    if (this.top.space !== 'html' && BREAKS_OUT.has(name)) {
      const html = this.open.findLastIndex(({ space }) => space === 'html')
      if (html < 0) return false
      this.closeTo(html + 1)
    }
    const part = this.top.space === 'html' && partOf(name)
    if (part) return this.makeRoomInTable(name)
    const { forbids } = nestingOf(name, this.top.space)
    const hit = forbids & this.top.context
    if (hit === 0) return true
    // A form is ended only by its own tag; among rows it is not allowed.
    if (hit & (ANYWHERE | FORM | TEXTLESS)) return false
    const fits = this.open.findLastIndex(
      ({ context, space }) => space === 'html' && !(nestingOf(name, space).forbids & context),
    )
    if (fits < 0) return false
    this.closeTo(fits + 1)
    return true
  }

  private makeRoomInTable(name: string): boolean {
    for (let i = this.open.length - 1; i >= 0; i--) {
      const { name: around, context } = this.open[i]!
      const missing = MISSING.find(([mask, names]) => context & mask && names[name] !== undefined)
      if (missing) {
        this.closeTo(i + 1)
        for (const one of missing[1][name]!) this.push(one, `<${one}>`)
        return true
      }
      if (around === 'table') return false
      if (context & IN_TEMPLATE) {
        this.closeTo(i + 1)
        return true
      }
    }
    return false
  }

  private endTag(name: string) {
    if (name === 'br')
      return void this.startTag({ name, isEnd: false, attributes: '', selfClosing: false }, 0)
    const isTable = name === 'table' || partOf(name) !== 0
    for (let i = this.open.length - 1; i > 0; i--) {
      const { name: around } = this.open[i]!
      if (around === name) {
        this.closeTo(i, name)
        return
      }
      // Content of a cell can't close anything around its table.
      if (around === 'template' || (isTable ? around === 'table' : BOUNDARY.has(around))) return
    }
  }

  /** Closes all but the outermost `left`; formatting elements among them continue, unless they are the one that `ended`. */
  private closeTo(left: number, ended?: string) {
    while (this.open.length > left) {
      const { name, written, context, space, at } = this.open.pop()!
      this.out.push(`</${nameIn(written)}>`)
      if (BOUNDARY.has(name)) this.reopened = []
      else if (FORMATTING.has(name) && !(name === ended && this.open.length === left)) {
        if (this.reopened.length < MAX_REOPENED)
          this.reopened.unshift({ name, written, context, space, at })
      }
    }
  }

  private reopen() {
    const { reopened } = this
    this.reopened = []
    for (const { name, written } of reopened) if (this.makeRoom(name)) this.push(name, written)
  }
}

const nameIn = (written: string) => /^<([^ \t\n\f\r/>]+)/.exec(written)![1]!

// Otherwise markup could make each of its paragraphs repeat all of them.
const MAX_REOPENED = 8

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const TEXT = names('script style xmp iframe noembed noframes noscript textarea title')
const FORMATTING = names('b big code em font i s small strike strong tt u')
const BOUNDARY = names(
  'td th caption table template object marquee applet select foreignobject desc',
)
const HTML_ENCODING = / encoding="(text\/html|application\/xhtml\+xml)"/i

/** What the parser opens by itself around a part of a table, by where it is. */
const MISSING: readonly (readonly [
  mask: number,
  names: Readonly<Record<string, readonly string[]>>,
])[] = [
  [
    IN_TABLE,
    {
      caption: [],
      colgroup: [],
      thead: [],
      tbody: [],
      tfoot: [],
      col: ['colgroup'],
      tr: ['tbody'],
      td: ['tbody', 'tr'],
      th: ['tbody', 'tr'],
    },
  ],
  [IN_SECTION, { tr: [], td: ['tr'], th: ['tr'] }],
  [IN_ROW, { td: [], th: [] }],
  [IN_COLGROUP, { col: [] }],
]
