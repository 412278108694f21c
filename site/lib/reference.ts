/** All pages of the reference: for their routes, and for the search, the site map and programs that read text. */

import type { GroupId, ReferencePage } from '../reference/blocks.ts'
import { GROUPS } from '../reference/groups.ts'
import { namePages } from '../reference/pages/names.ts'
import { protocolPages } from '../reference/pages/protocol.ts'
import { writtenPages } from '../reference/pages/written.ts'
import { referenceWords } from '../words/reference/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { referenceMarkdown } from './reference-markdown.ts'

export interface ListedPage {
  /** In this language: `/es/reference/form`. */
  readonly address: string
  readonly title: string
  readonly description: string
  /** All that stands on it, as Markdown. */
  readonly text: string
}

/** The index first, then each page in the order of the list beside it. */
export function listReferencePages(lang: Lang): ListedPage[] {
  const { title, description } = referenceWords(lang)
  const index = {
    address: pathIn(lang, '/reference'),
    title,
    description,
    text: indexMarkdown(lang),
  }
  const pages = referencePages(lang).map((page) => ({
    address: pathIn(lang, page.path),
    title: page.title,
    description: page.description,
    text: referenceMarkdown(page),
  }))
  return [index, ...pages]
}

const made = new Map<Lang, readonly ReferencePage[]>()

/** All but the index, group by group; names in the order of the alphabet, functions before what they return. */
export function referencePages(lang: Lang): readonly ReferencePage[] {
  let pages = made.get(lang)
  if (!pages) {
    const all = [...writtenPages(lang), ...namePages(lang), ...protocolPages(lang)]
    pages = GROUPS.flatMap((group) => all.filter((page) => page.group === group))
    made.set(lang, pages)
  }
  return pages
}

export interface PageGroup {
  readonly id: GroupId
  readonly title: string
  readonly pages: readonly ReferencePage[]
}

export const pageGroups = (lang: Lang): PageGroup[] =>
  GROUPS.map((id) => ({
    id,
    title: referenceWords(lang).groups[id],
    pages: referencePages(lang).filter((page) => page.group === id),
  }))

/** `path` is bare: `/reference/form`. */
export const findReferencePage = (path: string, lang: Lang): ReferencePage | undefined =>
  referencePages(lang).find((page) => page.path === path)

/** The index as Markdown. */
export function indexMarkdown(lang: Lang): string {
  const { title, lead } = referenceWords(lang)
  const groups = pageGroups(lang).map(({ title, pages }) => {
    const links = pages.map(
      (page) => `- [${page.title}](${pathIn(lang, page.path)}): ${page.description}`,
    )
    return `## ${title}\n\n${links.join('\n')}\n`
  })
  return [`# ${title}\n`, `${lead}\n`, ...groups].join('\n')
}
