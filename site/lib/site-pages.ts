/** Every page of the site by its bare path, with what it is: for the sitemap, llms.txt and the search. */
import { EXAMPLES } from '../examples/catalog.ts'
import { changelogWords } from '../words/changelog/of.ts'
import { examplesWords } from '../words/examples/of.ts'
import { guideWordsOf } from '../words/guides/of.ts'
import { homeWords } from '../words/home/of.ts'
import { wordsOf } from '../words/of.ts'
import { reviewWords } from '../words/review/of.ts'
import type { SearchKind } from '../words/search/words.ts'
import type { Lang } from '../words/words.ts'
import { playable } from './example-projects.ts'
import { listGuides } from './guides.ts'
import { listLessons, listTests } from './lessons.ts'
import { listReferencePages } from './reference.ts'

export interface SitePage {
  /** Bare: Spanish stands under `/es`. */
  path: string
  kind: SearchKind
  title: string
  description: string
  /** Whether it is there as Markdown too. */
  hasMarkdown: boolean
}

export function listPages(lang: Lang): SitePage[] {
  return [
    ...ownPages(lang),
    ...lessonPages(lang),
    ...guidePages(lang),
    ...listedReference(lang),
    ...examplePages(lang),
  ]
}

function ownPages(lang: Lang): SitePage[] {
  const { header, learn, all, playground } = wordsOf(lang)
  const guides = guideWordsOf(lang)
  const [home, review] = [homeWords(lang), reviewWords(lang)]
  const [examples, changelog] = [examplesWords(lang), changelogWords(lang)]
  const page = (path: string, title: string, description: string, hasMarkdown = false) =>
    ({ path, kind: 'page', title, description, hasMarkdown }) as const
  return [
    page('/', home.title, home.description, true),
    page('/learn', learn.title, learn.description, true),
    page('/learn/all', all.title, all.description),
    page('/learn/review', review.title, review.description),
    page('/playground', header.playground, playground.description),
    page('/guides', guides.title, guides.description),
    page('/examples', examples.title, examples.description, true),
    page('/changelog', changelog.title, changelog.description, true),
  ]
}

const lessonPages = (lang: Lang): SitePage[] => [
  ...listLessons(lang).map(({ slug, title, goal }) => ({
    path: `/learn/${slug}`,
    kind: 'lesson' as const,
    title,
    description: goal,
    hasMarkdown: true,
  })),
  ...listTests(lang).map(({ slug, title, goal }) => ({
    path: `/learn/${slug}`,
    kind: 'lesson' as const,
    title,
    description: goal,
    hasMarkdown: false,
  })),
]

const guidePages = (lang: Lang): SitePage[] =>
  listGuides(lang).map(({ slug, title, description }) => ({
    path: `/guides/${slug}`,
    kind: 'guide',
    title,
    description,
    hasMarkdown: true,
  }))

const listedReference = (lang: Lang): SitePage[] =>
  listReferencePages(lang).map(({ address, title, description }) => ({
    path: lang === 'en' ? address : address.slice(`/${lang}`.length),
    kind: 'reference',
    title,
    description,
    hasMarkdown: true,
  }))

function examplePages(lang: Lang): SitePage[] {
  const words = examplesWords(lang)
  return [
    ...EXAMPLES.map(({ slug, about }) => ({
      path: `/examples/${slug}/source`,
      kind: 'example' as const,
      title: about[lang].title,
      description: about[lang].says,
      hasMarkdown: true,
    })),
    ...playable().map(({ slug, about }) => ({
      path: `/playground/${slug}`,
      kind: 'page' as const,
      title: words.changeIt(about[lang].title),
      description: about[lang].says,
      hasMarkdown: false,
    })),
  ]
}
