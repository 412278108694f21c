/** llms.txt: what this is, and every page that is there as Markdown, for programs that read. */

import { wordsOf } from '../words/of.ts'
import type { SearchKind } from '../words/search/words.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { markdownPath } from './markdown-path.ts'
import { siteUrl } from './site-address.ts'
import { listPages } from './site-pages.ts'

const KINDS: readonly SearchKind[] = ['page', 'guide', 'reference', 'lesson', 'example']

export function llmsText(lang: Lang): string {
  const pages = listPages(lang).filter(({ hasMarkdown }) => hasMarkdown)
  const { header, learn, about } = wordsOf(lang)
  const titles: Readonly<Record<SearchKind, string>> = {
    page: 'Telar',
    guide: header.guides,
    reference: header.reference,
    lesson: learn.title,
    example: header.examples,
  }
  const sections = KINDS.flatMap((kind) => {
    const its = pages.filter((page) => page.kind === kind)
    if (its.length === 0) return []
    const lines = its.map(({ path, title, description }) => {
      const address = `${siteUrl() ?? ''}${markdownPath(pathIn(lang, path))}`
      return `- [${title}](${address}): ${description}`
    })
    return [`## ${titles[kind]}\n\n${lines.join('\n')}\n`]
  })
  return [`# Telar\n`, `> ${about}\n`, ...sections].join('\n')
}
