/** sitemap.xml: every page in both languages, each told where the other one is. */
import { LANGS, type Lang, pathIn } from '../words/words.ts'
import { listPages } from './site-pages.ts'
import { escapeXml } from './xml.ts'

export function sitemapXml(site: string): string {
  const paths = Object.fromEntries(
    LANGS.map((lang) => [lang, new Set(listPages(lang).map(({ path }) => path))]),
  ) as Record<Lang, Set<string>>
  const urls = LANGS.flatMap((lang) =>
    [...paths[lang]].map((path) => {
      const langs = LANGS.filter((one) => paths[one].has(path))
      const at = (one: Lang) => escapeXml(`${site}${pathIn(one, path)}`)
      const others = langs.map(
        (one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${at(one)}"/>`,
      )
      return `<url><loc>${at(lang)}</loc>${langs.length > 1 ? others.join('') : ''}</url>`
    }),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}
