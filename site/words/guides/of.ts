/** The words of the guides in a language, for what is rendered on the server: no browser is given them. */
import type { Lang } from '../words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { GuideWords } from './words.ts'

export const guideWordsOf = (lang: Lang): GuideWords => (lang === 'es' ? es : en)
