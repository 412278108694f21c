/** The words of the review in a language. */
import type { Lang } from '../words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { ReviewWords } from './words.ts'

export const reviewWords = (lang: Lang): ReviewWords => (lang === 'es' ? es : en)
