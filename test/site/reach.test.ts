/** B13: what search engines, feeds and link cards are told, with and without the site's own address. */
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { alternatesOf } from '../../site/lib/alternates.ts'
import { cardPath } from '../../site/lib/card-path.ts'
import { readReleases } from '../../site/lib/changelog.ts'
import { feedXml } from '../../site/lib/feed.ts'
import { pageOfCard } from '../../site/lib/link-cards.ts'
import { llmsText } from '../../site/lib/llms.ts'
import { markdownNames, pageMarkdown } from '../../site/lib/page-markdown.ts'
import { siteUrl, sourceUrl } from '../../site/lib/site-address.ts'
import { listPages } from '../../site/lib/site-pages.ts'
import { sitemapXml } from '../../site/lib/sitemap.ts'
import { LANGS } from '../../site/words/words.ts'

const SITE = 'https://telar.example'
const xml = (text: string) => new JSDOM(text, { contentType: 'text/xml' }).window.document

test('without an address a page names no other, and its Markdown by a relative one', () => {
  expect(alternatesOf({ lang: 'es', path: '/learn/counter', markdown: true }, undefined)).toEqual([
    { rel: 'alternate', type: 'text/markdown', href: '/es/learn/counter.md' },
  ])
})

test('with an address a page names itself, both languages, and the one for all others', () => {
  const links = alternatesOf({ lang: 'es', path: '/' }, SITE)
  expect(links.map(({ rel, hrefLang, href }) => `${rel} ${hrefLang ?? ''} ${href}`)).toEqual([
    'canonical  https://telar.example/es',
    'alternate en https://telar.example/',
    'alternate es https://telar.example/es',
    'alternate x-default https://telar.example/',
    'alternate  https://telar.example/feed.xml',
  ])
})

test('a page in one language names no other language', () => {
  const links = alternatesOf({ lang: 'en', path: '/learn/x', langs: ['en'] }, SITE)
  expect(links.filter(({ hrefLang }) => hrefLang)).toEqual([])
})

test('the sitemap has each page in both languages, and each names the other', () => {
  const urls = [...xml(sitemapXml(SITE)).querySelectorAll('url')]
  expect(urls).toHaveLength(LANGS.flatMap((lang) => listPages(lang)).length)
  const counter = urls.find(
    (url) => url.querySelector('loc')?.textContent === `${SITE}/es/learn/counter`,
  )
  const links = [...(counter?.getElementsByTagName('xhtml:link') ?? [])]
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    `${SITE}/learn/counter`,
    `${SITE}/es/learn/counter`,
  ])
})

test('no page is listed twice, and each has a title and a sentence', () => {
  for (const lang of LANGS) {
    const pages = listPages(lang)
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
    for (const { path, title, description } of pages) {
      expect(title, path).not.toBe('')
      expect(description, path).not.toBe('')
    }
  }
})

test('the feed is RSS with one item for each change, without dates that nobody knows', () => {
  const feed = xml(
    feedXml(SITE, [
      {
        version: '0.2.0',
        changes: [
          { text: 'Rows & <columns>', html: 'Rows &amp; <code>&lt;columns&gt;</code>' },
          { text: 'More', html: 'More' },
        ],
      },
    ]),
  )
  const items = [...feed.querySelectorAll('item')]
  expect(items.map((item) => item.querySelector('title')?.textContent)).toEqual([
    'Rows & <columns>',
    'More',
  ])
  expect(items[0]?.querySelector('description')?.textContent).toBe(
    'Rows &amp; <code>&lt;columns&gt;</code>',
  )
  expect(feed.querySelector('pubDate')).toBeNull()
  expect(new Set(items.map((item) => item.querySelector('guid')?.textContent)).size).toBe(2)
})

test('the changelog is read version by version, one line for each change', () => {
  const releases = readReleases(
    '# Changelog\n\n## 0.2.0\n\n- One `code`.\n- Two.\n\n## 0.1.0\n\n- Old.\n',
  )
  expect(releases.map(({ version, changes }) => [version, changes.length])).toEqual([
    ['0.2.0', 2],
    ['0.1.0', 1],
  ])
  expect(releases[0]?.changes[0]).toEqual({ text: 'One code.', html: 'One <code>code</code>.' })
  expect(readReleases().flatMap(({ changes }) => changes).length).toBeGreaterThan(20)
})

test('llms.txt says what this is and links the Markdown of each page that has one', () => {
  const text = llmsText('es')
  expect(text).toMatch(/^# Telar\n\n> Telar es LiveView/)
  expect(text).toContain('](/es/learn/counter.md): ')
  expect(text).toContain('](/es/index.md): ')
  expect(text).not.toContain('](/es/playground')
})

test('each page that is no lesson is there as Markdown, with its code', () => {
  for (const lang of LANGS)
    for (const name of markdownNames()) expect(pageMarkdown(name, lang), name).toMatch(/^# /)
  expect(pageMarkdown('source-chat', 'en')).toContain('\n```ts\n/** A chat room')
  expect(pageMarkdown('nowhere', 'en')).toBeUndefined()
})

test('each page has a card of its own name', () => {
  for (const lang of LANGS)
    for (const { path } of listPages(lang)) {
      const name = cardPath(lang, path).split('/').at(-1)!
      expect(pageOfCard(lang, name)?.path).toBe(path)
    }
  expect(pageOfCard('en', 'nowhere')).toBeUndefined()
})

test('the addresses are taken from the environment, and refused in a sentence if they are none', () => {
  expect(siteUrl({})).toBeUndefined()
  expect(siteUrl({ TELAR_SITE_URL: 'https://telar.example/' })).toBe(SITE)
  expect(() => siteUrl({ TELAR_SITE_URL: 'https://telar.example/site' })).toThrow(
    'Expected TELAR_SITE_URL to be an origin such as https://telar.example, received',
  )
  expect(() => siteUrl({ TELAR_SITE_URL: 'telar' })).toThrow('Expected TELAR_SITE_URL')
  expect(sourceUrl({ TELAR_SOURCE_URL: 'https://git.example/telar/' })).toBe(
    'https://git.example/telar',
  )
  expect(() => sourceUrl({ TELAR_SOURCE_URL: 'javascript:alert(1)' })).toThrow('TELAR_SOURCE_URL')
})
