/** Reads the guides in both languages: their heads, their texts, and the ids of their headings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import matter from 'gray-matter'
import { LANGS, type Lang, pathIn } from '../words/words.ts'
import { GROUPS, type GuideGroup } from './guide-groups.ts'
import { textMarkdown } from './lesson-markdown.ts'
import { headingIds, headingsOf, parseText, plain } from './lesson-text.ts'
import { withMeasurements } from './measurements.ts'
import { findRoot } from './root.ts'

export interface Guide {
  lang: Lang
  slug: string
  group: GuideGroup
  title: string
  description: string
  /** Its path on the site, in its language. */
  address: string
  /** MDX, below the head. */
  text: string
  /** Of its headings, in their order; the same in both languages. */
  ids: readonly string[]
}

/** Why a guide can't be read. */
class GuideError extends Error {
  override name = 'GuideError'
  readonly owner = 'app'
  readonly code = 'guide-head'
}

/** Every guide in this language, in the order in which they are read. */
export function listGuides(lang: Lang = 'en', folder: string = guidesFolder()): Guide[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx') && !LANGS.some((one) => name.endsWith(`.${one}.mdx`)))
    .map((name) => readGuide(folder, name.replace(/\.mdx$/, ''), lang))
    .sort((one, other) => one.place - other.place)
    .map(({ guide }) => guide)
}

/** Undefined if there is none by that name. */
export const findGuide = (slug: string, lang: Lang = 'en', folder: string = guidesFolder()) =>
  /^[a-z0-9-]+$/.test(slug) && existsSync(join(folder, `${slug}.mdx`))
    ? readGuide(folder, slug, lang).guide
    : undefined

/** The headings that a list of contents shows. */
export const contentsOf = ({ text, ids }: Guide): { id: string; title: string }[] =>
  headingsOf(parseText(text)).flatMap((heading, at) =>
    heading.depth === 2 ? [{ id: ids[at] ?? '', title: plain(heading).trim() }] : [],
  )

/** The whole guide as Markdown. */
export const guideMarkdown = ({ title, description, text, lang }: Guide): string =>
  `# ${title}\n\n${description}\n\n${textMarkdown(text, lang).trim()}\n`

const guidesFolder = () => join(findRoot(), 'site', 'guides')

function readGuide(folder: string, slug: string, lang: Lang) {
  const english = readText(folder, `${slug}.mdx`)
  const local = lang === 'en' ? english : readText(folder, `${slug}.${lang}.mdx`)
  const order = take(english, 'order', 'a number', (value) =>
    typeof value === 'number' ? value : undefined,
  )
  const group = take(english, 'group', `one of ${GROUPS.join(', ')}`, (value) =>
    GROUPS.find((one) => one === value),
  )
  const guide: Guide = {
    lang,
    slug,
    group,
    title: take(local, 'title', 'a line of text', asText),
    description: take(local, 'description', 'a sentence', asText),
    address: pathIn(lang, `/guides/${slug}`),
    text: withMeasurements(local.content, lang),
    ids: headingIds(english.content),
  }
  return { guide, place: GROUPS.indexOf(group) * 100 + order }
}

interface GuideText {
  file: string
  head: Record<string, unknown>
  content: string
}

function readText(folder: string, file: string): GuideText {
  if (!existsSync(join(folder, file)))
    throw new GuideError(
      `Expected ${file} in ${folder}, received no such file. Write each guide in both languages.`,
    )
  const { data, content } = matter(readFileSync(join(folder, file), 'utf8'), {})
  return { file, head: data, content }
}

function take<T>(
  { file, head }: GuideText,
  key: string,
  wanted: string,
  read: (value: unknown) => T | undefined,
): T {
  const value = read(head[key])
  if (value !== undefined) return value
  throw new GuideError(
    `Expected "${key}" to be ${wanted} at the top of ${file}, received ${JSON.stringify(head[key])}. Mend the head of that guide.`,
  )
}

const asText = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
