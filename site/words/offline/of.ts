/** What is said without a network, in a language. */
import type { Lang } from '../words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { OfflineWords } from './words.ts'

export const offlineWords = (lang: Lang): OfflineWords => (lang === 'es' ? es : en)
