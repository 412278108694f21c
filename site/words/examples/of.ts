/** The words of the pages of the examples in a language. */
import type { Lang } from '../words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { ExamplesWords } from './words.ts'

export const examplesWords = (lang: Lang): ExamplesWords => (lang === 'es' ? es : en)
