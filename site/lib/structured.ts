/** Pages as items of schema.org. Addresses are absolute, so they are there only if the site's own is known. */
import { wordsOf } from '../words/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { siteUrl } from './site-address.ts'

type SchemaItem = Readonly<Record<string, unknown>>

const at = (lang: Lang, path: string): SchemaItem => {
  const site = siteUrl()
  return site ? { url: `${site}${pathIn(lang, path)}` } : {}
}

const TELAR = { '@type': 'Organization', name: 'Telar' }

export const siteSchema = (lang: Lang): SchemaItem => ({
  '@type': 'WebSite',
  name: 'Telar',
  description: wordsOf(lang).about,
  inLanguage: lang,
  ...at(lang, '/'),
})

interface CourseFacts {
  title: string
  description: string
  minutes: number
  lessons: readonly { slug: string; title: string; goal: string; lang: Lang }[]
}

export const courseSchema = (
  lang: Lang,
  { title, description, minutes, lessons }: CourseFacts,
) => ({
  '@type': 'Course',
  name: `Telar: ${title}`,
  description,
  inLanguage: lang,
  isAccessibleForFree: true,
  provider: TELAR,
  ...at(lang, '/learn'),
  hasCourseInstance: {
    '@type': 'CourseInstance',
    courseMode: 'Online',
    courseWorkload: `PT${minutes}M`,
  },
  hasPart: lessons.map((lesson) => ({
    '@type': 'LearningResource',
    name: lesson.title,
    description: lesson.goal,
    inLanguage: lesson.lang,
    ...at(lesson.lang, `/learn/${lesson.slug}`),
  })),
})

interface LessonFacts {
  slug: string
  title: string
  goal: string
  minutes: number
}

export const lessonSchema = (
  lang: Lang,
  { slug, title, goal, minutes }: LessonFacts,
): SchemaItem => ({
  '@type': 'LearningResource',
  name: title,
  description: goal,
  inLanguage: lang,
  learningResourceType: 'lesson',
  timeRequired: `PT${minutes}M`,
  isAccessibleForFree: true,
  isPartOf: { '@type': 'Course', name: 'Telar', ...at(lang, '/learn') },
  ...at(lang, `/learn/${slug}`),
})

/** A page of the guides or of the reference; `path` is bare. */
export const articleSchema = (lang: Lang, path: string, title: string, description: string) => ({
  '@type': 'TechArticle',
  headline: title,
  description,
  inLanguage: lang,
  author: TELAR,
  ...at(lang, path),
})
