/** What the review page must know of a lesson: where its cards stand, and what one of them shows and runs. */
import type { Project } from '../../playground/container/index.ts'
import type { Lang } from '../words/words.ts'
import { findLesson, listLessons } from './lessons.ts'
import { questionsIn } from './review-questions.ts'

/** A lesson that has cards. */
export interface CardLesson {
  slug: string
  title: string
  lang: Lang
  questions: string[]
}

/** What the cards of one lesson show and run, fetched once one of them is due. */
export interface LessonCards {
  solution: Project
  /** The text of review.ts, which answers. */
  review: string
  /** By id: the question in the page's language, and its own code if it runs on other than the solution. */
  questions: Record<string, { text: string; lang?: 'en'; code?: string }>
}

/** All lessons with cards; one without a text in this language asks in English. */
export function listCards(lang: Lang): CardLesson[] {
  const own = listLessons(lang)
  return listLessons('en').flatMap(({ slug, ...english }) => {
    const head = own.find((lesson) => lesson.slug === slug) ?? english
    const questions = questionIds(slug)
    return questions.length > 0 ? [{ slug, title: head.title, lang: head.lang, questions }] : []
  })
}

export const questionIds = (slug: string): string[] =>
  questionsIn(findLesson(slug)?.review ?? '').map(({ id }) => id)

export function readCards(slug: string, lang: Lang): LessonCards | undefined {
  const lesson = findLesson(slug, lang) ?? findLesson(slug)
  if (!lesson?.review) return undefined
  const { solution, review, checkWords } = lesson
  const questions = questionsIn(review).map(({ id, title, code }) => {
    const translated = lang === 'en' ? title : checkWords?.titles[id]
    const said =
      translated === undefined ? { text: title, lang: 'en' as const } : { text: translated }
    return [id, { ...said, ...(code && { code }) }] as const
  })
  return { solution, review, questions: Object.fromEntries(questions) }
}
