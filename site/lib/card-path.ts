/** The address of a page's link card. */
import type { Lang } from '../words/words.ts'

/** Of the page at this bare path. */
export const cardPath = (lang: Lang, path: string): string =>
  `/link-cards/${lang}/${cardName(path)}`

/** One part of an address. */
export const cardName = (path: string): string => path.slice(1).replaceAll('/', '.') || 'home'
