/** The words of the reference in a language; they are used on the server alone. */
import type { Lang } from '../words.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import type { ReferenceWords } from './words.ts'

export const referenceWords = (lang: Lang): ReferenceWords => (lang === 'es' ? es : en)
