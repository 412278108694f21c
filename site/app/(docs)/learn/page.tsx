/** The list of lessons, in order, by part. */
import type { Metadata } from 'next'
import { LessonList } from '../../../components/lesson-list.tsx'
import { describe } from '../../../lib/about.ts'
import { listLessons } from '../../../lib/lessons.ts'
import style from './learn.module.css'

export const metadata: Metadata = {
  title: 'Learn',
  description: describe(
    'Lessons in order: you change a component, it runs on a server, a check answers.',
  ),
}

export default function Learn() {
  return (
    <main id="main" className={style.learn}>
      <h1>Lessons</h1>
      <p>
        Each lesson is one idea, a component to change, and a check that runs on the real engine.
        Take them in order the first time. What you write and what you passed is kept in this
        browser.
      </p>
      <LessonList lessons={listLessons()} />
    </main>
  )
}
