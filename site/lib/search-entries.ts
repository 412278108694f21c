/** What the search of one language knows: each section of each lesson and the code that it starts with, the examples, the pages. */
import { EXAMPLES } from '../examples/catalog.ts'
import { wordsOf } from '../words/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { listGuides } from './guides.ts'
import { headingIds, sectionsOf } from './lesson-text.ts'
import { findLesson, listLessons } from './lessons.ts'
import { listReferencePages } from './reference.ts'
import type { Entry } from './search-index.ts'

type Found = Omit<Entry, 'id'>

export const searchEntries = (lang: Lang): Entry[] =>
  [
    ...pageEntries(lang),
    ...lessonEntries(lang),
    ...guideEntries(lang),
    ...referenceEntries(lang),
    ...exampleEntries(lang),
  ].map((entry, id) => ({ id, ...entry }))

function lessonEntries(lang: Lang): Found[] {
  return listLessons(lang).flatMap(({ slug }) => {
    const lesson = findLesson(slug, lang)
    const english = findLesson(slug, 'en')
    if (!lesson || !english) return []
    const path = pathIn(lang, `/learn/${slug}`)
    const start = Object.values(lesson.start.files).join('\n')
    return sectionsOf(lesson.prose, headingIds(english.prose)).map(
      ({ id, heading, text, code }) => ({
        kind: 'lesson' as const,
        address: id ? `${path}#${id}` : path,
        title: lesson.title,
        heading,
        // A lesson is found by what it promises and by its files, at its top.
        text: id ? text : `${lesson.goal} ${text}`,
        code: id ? code : `${code}${start}`,
      }),
    )
  })
}

const guideEntries = (lang: Lang): Found[] =>
  listGuides(lang).flatMap(({ address, title, description, text, ids }) =>
    sectionsOf(text, ids).map((section) => ({
      kind: 'guide' as const,
      address: section.id ? `${address}#${section.id}` : address,
      title,
      heading: section.heading,
      text: section.id ? section.text : `${description} ${section.text}`,
      code: section.code,
    })),
  )

const referenceEntries = (lang: Lang): Found[] =>
  listReferencePages(lang).map(({ address, title, description, text }) => ({
    kind: 'reference',
    address,
    title,
    heading: '',
    // The title stands above it.
    text: `${description.replace(`${title}: `, '')} ${text.replace(/```[\s\S]*?```/g, '').replace(/[#*`|\]]|\[|\(\/[^)]*\)/g, ' ')}`,
    code: '',
  }))

const exampleEntries = (lang: Lang): Found[] =>
  EXAMPLES.map(({ slug, about }) => ({
    kind: 'example',
    address: pathIn(lang, `/examples/${slug}/source`),
    title: about[lang].title,
    heading: '',
    text: about[lang].says,
    code: '',
  }))

function pageEntries(lang: Lang): Found[] {
  const { header, learn, playground, all, about } = wordsOf(lang)
  const page = (path: string, title: string, text: string): Found => ({
    kind: 'page',
    address: pathIn(lang, path),
    title,
    heading: '',
    text,
    code: '',
  })
  return [
    page('/', 'Telar', about),
    page('/learn', learn.title, learn.description),
    page('/learn/all', all.title, all.description),
    page('/playground', header.playground, playground.description),
  ]
}
