'use client'
/** The link to the lesson with which the reader goes on. */
import { useSyncExternalStore } from 'react'
import { lastLesson, nextOpen } from '../lib/last-lesson.ts'
import type { LessonHead } from '../lib/lessons.ts'
import { useAllProgress } from '../lib/use-progress.ts'
import { useWords } from '../words/use-words.ts'
import { pathIn } from '../words/words.ts'
import style from './continue-course.module.css'

type Lesson = Pick<LessonHead, 'slug' | 'title' | 'lang'>

export function ContinueCourse({ lessons }: { lessons: readonly Lesson[] }) {
  const { lang, course } = useWords()
  const progress = useAllProgress()
  const last = useSyncExternalStore(never, lastLesson, () => undefined)
  const slugs = lessons.map(({ slug }) => slug)
  const slug = nextOpen(slugs, last, (slug) => progress[slug]?.done === true)
  const lesson = lessons.find((one) => one.slug === slug)
  if (!lesson) return <p className={style.done}>{course.allPassed}</p>
  const begun = last !== undefined || Object.keys(progress).length > 0
  return (
    <p className={style.on}>
      <a
        href={pathIn(lesson.lang, `/learn/${lesson.slug}`)}
        lang={lesson.lang === lang ? undefined : lesson.lang}
      >
        <span>{begun ? course.goOn : course.begin}</span> {lesson.title}
      </a>
    </p>
  )
}

const never = () => () => {}
