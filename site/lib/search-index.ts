/** The search of the site: prose and code of all that can be read in one language, section by section. */
import MiniSearch, { type Options } from 'minisearch'
import type { SearchKind } from '../words/search/words.ts'

/** One section of a page. */
export interface Entry {
  id: number
  kind: SearchKind
  /** Where it stands: `/learn/counter#write-a-handler`. */
  address: string
  /** Of its page. */
  title: string
  heading: string
  text: string
  code: string
}

/** One section that was found. */
export interface Hit {
  kind: SearchKind
  address: string
  title: string
  heading: string
  /** The words around the first that was found. */
  excerpt: string
}

// An identifier is found whole and by its parts: `getTemplate`, `template`.
const WORD = /[\p{L}\p{N}_$]+/gu

function words(text: string): string[] {
  return (text.match(WORD) ?? []).flatMap((word) => {
    const parts = word.split(/(?<=[a-z0-9])(?=[A-Z])|_/)
    return parts.length > 1 ? [word, ...parts] : [word]
  })
}

// «página» is found by `pagina`.
const folded = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

const OPTIONS: Options<Entry> = {
  fields: ['title', 'heading', 'text', 'code'],
  storeFields: ['kind', 'address', 'title', 'heading', 'text', 'code'],
  tokenize: words,
  processTerm: folded,
  searchOptions: {
    boost: { title: 4, heading: 3, text: 1, code: 1 },
    combineWith: 'AND',
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  },
}

/** The index as text, for a file that the browser loads once the search is opened. */
export function writeIndex(entries: readonly Entry[]): string {
  const index = new MiniSearch(OPTIONS)
  index.addAll(entries)
  return JSON.stringify(index)
}

export interface SiteSearch {
  find(query: string): Hit[]
}

const MAX_HITS = 12
/** `form` is in the title of many pages, and is the title of one. */
const WHOLE_TITLE = 8

export function readIndex(text: string): SiteSearch {
  const index = MiniSearch.loadJSON(text, OPTIONS)
  return {
    find(query) {
      if (words(query).length === 0) return []
      const whole = folded(query.trim())
      return index
        .search(query, {
          boostDocument: (_id, _term, stored) =>
            folded(`${stored?.title}`) === whole ? WHOLE_TITLE : 1,
        })
        .slice(0, MAX_HITS)
        .map(({ kind, address, title, heading, text, code, terms }) => ({
          kind,
          address,
          title,
          heading,
          excerpt: excerptOf([text, code], terms),
        }))
    },
  }
}

const BEFORE = 40
const LONGEST = 140

function excerptOf(texts: readonly string[], terms: readonly string[]): string {
  for (const text of texts) {
    // Folding keeps the length of a composed letter, so places in one are places in the other.
    const plain = foldedText(text)
    const where = terms.map((term) => plain.indexOf(term)).filter((at) => at >= 0)
    if (where.length === 0) continue
    const first = Math.min(...where)
    const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1
    return `${from > 0 ? '… ' : ''}${text.slice(from, from + LONGEST).replace(/\s+/g, ' ')}`
  }
  return (texts[0] ?? '').slice(0, LONGEST)
}

// Letter by letter only where a letter may have a sign: folding the rest is one call.
const foldedText = (text: string) =>
  text.toLowerCase().replace(/[^\0-\x7f]/gu, (letter) => folded(letter)[0] ?? letter)
