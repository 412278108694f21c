/** Whose picture a link card is. */
import type { Lang } from '../words/words.ts'
import { cardName } from './card-path.ts'
import { listPages, type SitePage } from './site-pages.ts'

const known = new Map<Lang, Map<string, SitePage>>()

/** The page whose card has this name; undefined if there is none. Pages that come while the process runs have none. */
export function pageOfCard(lang: Lang, name: string): SitePage | undefined {
  const pages = known.get(lang) ?? byCardName(lang)
  known.set(lang, pages)
  return pages.get(name)
}

const byCardName = (lang: Lang) =>
  new Map(listPages(lang).map((page) => [cardName(page.path), page]))
