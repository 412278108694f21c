/** The links by which programs find a page's own address, the other language and the Markdown. */
import { LANGS, type Lang, pathIn } from '../words/words.ts'
import { markdownPath } from './markdown-path.ts'

export interface Alternate {
  rel: 'canonical' | 'alternate'
  href: string
  hrefLang?: string
  type?: string
  title?: string
}

export interface PagePlace {
  lang: Lang
  /** Bare. */
  path: string
  langs?: readonly Lang[]
  /** Whether it is there as Markdown too. */
  markdown?: boolean
}

/** `site` is the site's origin; without it only what may be relative is there. */
export function alternatesOf(
  { lang, path, langs = LANGS, markdown }: PagePlace,
  site: string | undefined,
): Alternate[] {
  const text: Alternate[] = markdown
    ? [{ rel: 'alternate', type: 'text/markdown', href: markdownPath(pathIn(lang, path)) }]
    : []
  if (!site) return text
  const at = (one: Lang) => `${site}${pathIn(one, path)}`
  const others: Alternate[] = langs.map((one) => ({
    rel: 'alternate',
    hrefLang: one,
    href: at(one),
  }))
  return [
    { rel: 'canonical', href: at(lang) },
    ...(langs.length > 1
      ? [...others, { rel: 'alternate' as const, hrefLang: 'x-default', href: at('en') }]
      : []),
    ...text,
    { rel: 'alternate', type: 'application/rss+xml', title: 'Telar', href: `${site}/feed.xml` },
  ]
}
