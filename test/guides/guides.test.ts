/** Every guide is there in both languages, in one structure, with links that lead somewhere and code that stands in files. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FIXED_ADDRESSES } from '../../site/lib/fixed-files.ts'
import { findGuide, guideMarkdown, listGuides } from '../../site/lib/guides.ts'
import { headingIds } from '../../site/lib/lesson-text.ts'
import { listLessons, listTests } from '../../site/lib/lessons.ts'
import { lineOf, type Node, passagesOf, type Text, walk, wordsIn } from '../lessons/mdx.ts'
import { lineMissingIn } from '../lessons/pieces.ts'
import { differenceOf } from '../lessons/structure.ts'
import { languageOf, sentencesIn, unquoted } from '../lessons/style.ts'
import { allTexts, exampleFiles, exampleOf, guides, slugs, textOf } from './text.ts'

const faultsIn = (faultsOf: (text: Text) => readonly (string | undefined)[]) =>
  allTexts().flatMap((text) => faultsOf(text).filter((fault) => fault !== undefined))

const slugOf = ({ file }: Text) => file.replace(/(\.es)?\.mdx$/, '')
const at = ({ file }: Text, node: Node, what: string) => `${file}:${lineOf(node)} ${what}`

describe('each guide', () => {
  test('is there in both languages, with a title and a description', () => {
    const [english, spanish] = [listGuides('en'), listGuides('es')]
    expect(english.length).toBeGreaterThan(14)
    expect(spanish.map(({ slug }) => slug)).toEqual(english.map(({ slug }) => slug))
    for (const [i, guide] of spanish.entries()) {
      expect(guide.title).not.toBe(english[i]?.title)
      expect(guide.description.length).toBeGreaterThan(40)
      expect(guide.address).toBe(`/es/guides/${guide.slug}`)
    }
    expect(findGuide('nowhere')).toBeUndefined()
    expect(findGuide('../words')).toBeUndefined()
  })

  test.each(slugs)('says the same in the same order in both languages: %s', (slug) => {
    expect(differenceOf(textOf(slug, 'en'), textOf(slug, 'es'))).toBeUndefined()
  })

  test('says no sentence in the other language', () => {
    const faults = faultsIn((text) =>
      passagesOf(text.tree).flatMap((node) =>
        sentencesIn(unquoted(wordsIn(node, { code: false })))
          .filter((sentence) => (languageOf(sentence) ?? text.language) !== text.language)
          .map((sentence) => at(text, node, sentence)),
      ),
    )
    expect(faults).toEqual([])
  })

  test('is said plainly, without exclamation marks', () => {
    const small = /(?<!\p{L})(simply|just|obviously|simplemente|obviamente)(?!\p{L})|[!¡]/iu
    const faults = faultsIn((text) =>
      passagesOf(text.tree).map((node) => {
        const [found] = small.exec(wordsIn(node, { code: false })) ?? []
        return found && at(text, node, found)
      }),
    )
    expect(faults).toEqual([])
  })

  test('takes a few minutes to read', () => {
    const words = slugs.map((slug) => {
      const passages = passagesOf(textOf(slug, 'en').tree)
      return [slug, passages.flatMap((node) => wordsIn(node).split(/\s+/)).length] as const
    })
    expect(words.filter(([, count]) => count < 250 || count > 1_300)).toEqual([])
  })
})

describe('code in the guides', () => {
  test('stands in a file of its example, line by line', () => {
    const faults = faultsIn((text) =>
      [...walk(text.tree)].map((node) => {
        if (node.type !== 'code') return undefined
        if (node.lang === 'sh' && !node.meta) return undefined
        if (!node.meta) return at(text, node, 'has no file behind its language')
        const file = exampleOf(slugOf(text), node.meta)
        if (file === undefined) return at(text, node, `has no file ${node.meta}`)
        const missing = lineMissingIn([file], node.value ?? '')
        return missing && at(text, node, `${node.meta} has no “${missing}”`)
      }),
    )
    expect(faults).toEqual([])
  })

  test('names the archives that the site serves, and links them', () => {
    for (const language of ['en', 'es'] as const) {
      const nodes = [...walk(textOf('take-home', language).tree)]
      const named = nodes.flatMap(({ type, value = '' }) =>
        type === 'code' ? (value.match(/(?<=\.\/)\S+\.tgz/g) ?? []) : [],
      )
      expect(named).toEqual(['create-telar.tgz', 'telar.tgz'])
      for (const name of named) {
        expect(FIXED_ADDRESSES).toContain(`/${name}`)
        expect(nodes.some(({ type, url }) => type === 'link' && url === `/${name}`)).toBe(true)
      }
    }
  })

  test('has no example that no guide shows', () => {
    const shown = new Set(
      slugs.flatMap((slug) =>
        [...walk(textOf(slug, 'en').tree)].map(({ meta }) => `${slug}/${meta}`),
      ),
    )
    const folders = new Set([...shown].map((path) => dirname(path)))
    const unused = readdirSync(`${guides}/examples`).filter((slug) => !folders.has(slug))
    expect(unused).toEqual([])
    // What is not shown itself is what another file imports.
    const texts = exampleFiles().map((path) => readFileSync(path, 'utf8'))
    const lonely = exampleFiles()
      .map((path) => path.slice(`${guides}/examples/`.length))
      .filter((path) => !shown.has(path))
      .filter((path) => !texts.some((text) => text.includes(`from './${basename(path)}'`)))
    expect(lonely).toEqual([])
  })
})

describe('links in the guides', () => {
  const pages = pagesOfSite()
  const lessons = [...listLessons(), ...listTests()].map(({ slug }) => `/learn/${slug}`)
  const known = new Set([...pages, ...lessons, ...slugs.map((slug) => `/guides/${slug}`)])

  const wrongWith = (url: string, text: Text): string | undefined => {
    if (/^https:/.test(url)) return URL.canParse(url) ? undefined : `${url} is no address`
    const [address = '', hash] = url.split('#')
    // Files are the same in both languages.
    if (FIXED_ADDRESSES.includes(address)) return undefined
    const own = address.replace(/^\/es(?=\/)/, '')
    if (address !== '' && !known.has(own)) return `${url} leads nowhere`
    const isSpanish = address.startsWith('/es/')
    const hasSpanish = own !== '/' && !own.startsWith('/examples')
    if (address !== '' && hasSpanish && isSpanish !== (text.language === 'es'))
      return `${url} leads to the other language`
    if (hash === undefined) return undefined
    const slug = own === '' ? slugOf(text) : own.replace('/guides/', '')
    const ids = slugs.includes(slug) ? findGuide(slug)!.ids : []
    return ids.includes(hash) ? undefined : `${url} leads to no heading`
  }

  test('lead to a page of the site, in the same language, or out by https', () => {
    const faults = faultsIn((text) =>
      [...walk(text.tree)].map((node) => {
        if (node.type !== 'link') return undefined
        const wrong = wrongWith(node.url ?? '', text)
        return wrong && at(text, node, wrong)
      }),
    )
    expect(faults).toEqual([])
  })

  test('that lead nowhere, or to the other language, are found', () => {
    const text = textOf('concepts', 'es')
    expect(wrongWith('/es/guides/nothing', text)).toBe('/es/guides/nothing leads nowhere')
    expect(wrongWith('/guides/testing', text)).toBe('/guides/testing leads to the other language')
    expect(wrongWith('/es/guides/testing#no', text)).toBe(
      '/es/guides/testing#no leads to no heading',
    )
    expect(wrongWith('/es/guides/testing', text)).toBeUndefined()
  })
})

test('as Markdown a guide has its title, its tables and its code, and no word behind the language', () => {
  const markdown = guideMarkdown(findGuide('from-react')!)
  expect(markdown).toMatch(/^# Coming from React\n\n\S/)
  expect(markdown).toContain('| React | Telar |')
  expect(markdown).toContain('```tsx\nexport function Todos() {')
  expect(guideMarkdown(findGuide('comparison')!)).not.toContain('<Measured')
  expect(headingIds(findGuide('from-react')!.text)).toContain('one-component-twice')
})

/** The addresses of pages that stand in folders of the routes, without their parameters. */
function pagesOfSite(): string[] {
  const app = fileURLToPath(new URL('../../site/app', import.meta.url))
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'page.tsx' && !file.includes('['))
    .map((file) => `/${dirname(file)}`.replace(/\/(\([\w-]+\)|\.)/g, '') || '/')
    .map((path) => path.replace(/^\/es(?=\/)/, ''))
}
