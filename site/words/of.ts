/** The words of a language, for what is rendered on the server: a browser gets only those of its page. */
import { en } from './en.ts'
import { es } from './es.ts'
import { enPages } from './pages/en.ts'
import { esPages } from './pages/es.ts'
import type { PageWords } from './pages/words.ts'
import type { Lang, Words } from './words.ts'

/** All that a page says which the server renders. */
export type ServerWords = Words & PageWords

const WORDS: Readonly<Record<Lang, ServerWords>> = {
  en: { ...en, ...enPages },
  es: { ...es, ...esPages },
}

export const wordsOf = (lang: Lang): ServerWords => WORDS[lang]
