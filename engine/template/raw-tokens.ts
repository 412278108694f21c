/** Reads raw markup tag by tag, as the standard's tokenizer does. */

export interface Tag {
  readonly name: string
  readonly isEnd: boolean
  /** Escaped so that it can't end the tag. */
  readonly attributes: string
  readonly selfClosing: boolean
}

interface Token {
  /** Where it ends. */
  readonly end: number
  readonly tag?: Tag
  /** It starts nothing, or is text in SVG or MathML. */
  readonly text?: string
  /** The markup ends in it. */
  readonly cut?: true
}

/** The token at `at`, where a `<` is. Like the parser, drops what is not finished at the end of the markup. */
export function tokenAt(markup: string, at: number, isForeign: boolean): Token {
  const next = markup[at + 1] ?? ''
  if (/[a-z]/i.test(next)) return tagAt(markup, at + 1, false)
  if (next === '/') {
    const first = markup[at + 2]
    if (first === undefined) return { end: markup.length, text: '&lt;/' }
    return /[a-z]/i.test(first) ? tagAt(markup, at + 2, true) : { end: behind(markup, at, '>') }
  }
  if (markup.startsWith('<!--', at)) return comment(markup, at)
  if (isForeign && markup.startsWith('<![CDATA[', at)) {
    const end = markup.indexOf(']]>', at)
    const text = markup.slice(at + 9, end < 0 ? undefined : end)
    return { end: end < 0 ? markup.length : end + 3, text: text.replace(/[&<]/g, escaped) }
  }
  if (next === '!' || next === '?') return { end: behind(markup, at, '>') }
  return { end: at + 1, text: '&lt;' }
}

const escaped = (sign: string) => (sign === '<' ? '&lt;' : '&amp;')

function behind(markup: string, at: number, sign: string): number {
  const found = markup.indexOf(sign, at)
  return found < 0 ? markup.length : found + sign.length
}

function comment(markup: string, at: number): Token {
  COMMENT.lastIndex = at + 4
  return COMMENT.exec(markup) ? { end: COMMENT.lastIndex } : { end: markup.length, cut: true }
}

function tagAt(markup: string, nameAt: number, isEnd: boolean): Token {
  NAME.lastIndex = nameAt
  const name = NAME.exec(markup)![0]
  const attributes = new Map<string, string>()
  let from = NAME.lastIndex
  while (true) {
    BETWEEN.lastIndex = from
    const between = BETWEEN.exec(markup)![0]
    from = BETWEEN.lastIndex
    if (from === markup.length) return { end: from, cut: true }
    if (markup[from] === '>') {
      const selfClosing = between.endsWith('/')
      const written = [...attributes.values()].join('')
      return { end: from + 1, tag: { name, isEnd, attributes: written, selfClosing } }
    }
    const found = attributeAt(markup, from)
    if (!found) return { end: markup.length, cut: true }
    from = found.end
    const key = found.name.toLowerCase()
    // Of two equal attributes the first counts. Markers of the engine would mislead the client.
    if (attributes.has(key) || /^lv-(r|s|t|svg)$/.test(key)) continue
    const value = found.value?.replace(/"/g, '&quot;')
    attributes.set(key, ` ${found.name}${value === undefined ? '' : `="${value}"`}`)
  }
}

/** Undefined if the markup ends in it. */
function attributeAt(
  markup: string,
  at: number,
): { name: string; value?: string; end: number } | undefined {
  ATTRIBUTE.lastIndex = at
  const [, name = '', equals] = ATTRIBUTE.exec(markup)!
  const from = ATTRIBUTE.lastIndex
  if (!equals) return { name, end: from }
  const quote = markup[from]
  if (quote === '"' || quote === "'") {
    const end = markup.indexOf(quote, from + 1)
    return end < 0 ? undefined : { name, value: markup.slice(from + 1, end), end: end + 1 }
  }
  BARE.lastIndex = from
  const [value] = BARE.exec(markup)!
  return { name, value, end: from + value.length }
}

const COMMENT = /(?<=<!--)-?>|--!?>/g
const NAME = /[^ \t\n\f\r/>]+/y
const BETWEEN = /[ \t\n\f\r/]*/y
const ATTRIBUTE = /(=?[^ \t\n\f\r/>=]*)(?:[ \t\n\f\r]*(=)[ \t\n\f\r]*)?/y
const BARE = /[^ \t\n\f\r>]*/y
