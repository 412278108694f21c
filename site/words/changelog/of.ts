/** The words of the page of changes in a language. */
import type { Lang } from '../words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { ChangelogWords } from './words.ts'

export const changelogWords = (lang: Lang): ChangelogWords => (lang === 'es' ? es : en)
