/** The words of the home page in a language. */
import type { Lang } from '../words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { HomeWords } from './words.ts'

export const homeWords = (lang: Lang): HomeWords => (lang === 'es' ? es : en)
