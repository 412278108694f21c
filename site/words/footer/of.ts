/** The footer's words in a language. */
import type { Lang } from '../words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { FooterWords } from './words.ts'

export const footerWords = (lang: Lang): FooterWords => (lang === 'es' ? es : en)
