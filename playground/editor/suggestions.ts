/** What completion and hover show in the markup of an html`…` literal. */
import { attributesOf, FLAGS, TAGS, VOID_TAGS, valuesOf } from './html-words.ts'
import { LIVE_WORDS, type LiveWord, liveWord } from './live-words.ts'
import { placeAt, type TemplateContext } from './template-context.ts'

export interface Suggestion {
  readonly label: string
  readonly kind: 'event' | 'attribute' | 'tag' | 'value'
  /** A snippet: `$0` is where the caret goes. */
  readonly insert: string
  readonly docs: string
  /** The characters right before the caret that it replaces. */
  readonly replaces: number
  /** Opens the suggestions at its caret at once. */
  readonly goesOn: boolean
}

/** Suggestions for the caret at `offset`; none in code or plain text. */
export function suggestAt(text: string, offset: number): readonly Suggestion[] {
  const place = placeAt(text, offset)
  switch (place.kind) {
    case 'code':
    case 'text':
      return []
    case 'tag':
      return tags(place)
    case 'attribute':
      // A value that already follows the caret is kept.
      return attributes(place, /^[\w.-]*\s*=/.test(text.slice(offset, offset + 80)))
    case 'value':
      return valuesOf(place.tag, place.attribute).map((value) => ({
        label: value,
        kind: 'value',
        insert: value,
        docs: '',
        replaces: place.prefix.length,
        goesOn: false,
      }))
    default:
      return place satisfies never
  }
}

interface Hover {
  readonly from: number
  readonly to: number
  readonly docs: string
}

/** What the engine's attribute at `offset` does, or null if there is none. */
export function hoverAt(text: string, offset: number): Hover | null {
  let to = offset
  while (/[\w-]/.test(text[to] ?? '')) to += 1
  const place = placeAt(text, to)
  if (place.kind !== 'attribute') return null
  const word = liveWord(place.prefix)
  return word ? { from: to - place.prefix.length, to, docs: word.docs } : null
}

const tags = (place: Extract<TemplateContext, { kind: 'tag' }>): readonly Suggestion[] =>
  TAGS.filter((tag) => !(place.closing && VOID_TAGS.has(tag))).map((tag) => ({
    label: tag,
    kind: 'tag',
    insert: place.closing ? `${tag}>` : opened(tag),
    docs: '',
    replaces: place.prefix.length,
    goesOn: false,
  }))

const opened = (tag: string) => (VOID_TAGS.has(tag) ? `${tag}$0>` : `${tag}>$0</${tag}>`)

function attributes(
  place: Extract<TemplateContext, { kind: 'attribute' }>,
  hasValue: boolean,
): readonly Suggestion[] {
  const free = (name: string) => !place.has.includes(name)
  const replaces = place.prefix.length
  const live = LIVE_WORDS.filter((word) => free(word.name)).map(
    (word): Suggestion => ({
      label: word.name,
      kind: 'event',
      insert: hasValue ? word.name : liveSnippet(word),
      docs: word.docs,
      replaces,
      goesOn: word.kind === 'event' && !hasValue,
    }),
  )
  const plain = attributesOf(place.tag)
    .filter(free)
    .map(
      (name): Suggestion => ({
        label: name,
        kind: 'attribute',
        insert: hasValue || FLAGS.has(name) || name.endsWith('-') ? name : `${name}="$1"$0`,
        docs: '',
        replaces,
        goesOn: valuesOf(place.tag, name).length > 0 && !hasValue,
      }),
    )
  return [...live, ...plain]
}

function liveSnippet(word: LiveWord): string {
  // The dollar is escaped for the snippet: the result is ${this.…}.
  if (word.kind === 'event') return `${word.name}=\\\${this.$1}$0`
  return word.value === undefined ? word.name : `${word.name}="\${1:${word.value}}"$0`
}
