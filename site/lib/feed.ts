/** feed.xml: the changes as RSS. They have no dates, so it gives none. */
import { createHash } from 'node:crypto'
import { wordsOf } from '../words/of.ts'
import { type Release, readReleases } from './changelog.ts'
import { escapeXml } from './xml.ts'

/** As many as a reader of feeds shows. */
const MOST = 50

export function feedXml(site: string, releases: readonly Release[] = readReleases()): string {
  const items = releases
    .flatMap(({ version, changes }) => changes.map((change) => ({ version, ...change })))
    .slice(0, MOST)
    .map(
      ({ version, text, html }) => `<item>
<title>${escapeXml(text)}</title>
<link>${site}/changelog</link>
<guid isPermaLink="false">${createHash('sha256').update(text).digest('hex').slice(0, 32)}</guid>
<category>${escapeXml(version)}</category>
<description>${escapeXml(html)}</description>
</item>`,
    )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Telar: ${escapeXml(wordsOf('en').tagline)}</title>
<link>${site}/changelog</link>
<atom:link href="${site}/feed.xml" rel="self" type="application/rss+xml"/>
<description>${escapeXml(wordsOf('en').about)}</description>
<language>en</language>
${items.join('\n')}
</channel>
</rss>
`
}
