'use client'
/** Lessons as a list: number, name, what you can do after it, and whether you passed it. */
import type { LessonHead } from '../lib/lessons.ts'
import { useProgress } from '../lib/use-progress.ts'
import style from './lesson-list.module.css'

export function LessonList({ lessons }: { lessons: LessonHead[] }) {
  const parts = [...new Set(lessons.map((lesson) => lesson.part))]
  return parts.map((part) => (
    <section key={part} className={style.part} aria-label={part}>
      <h2>{part}</h2>
      <ol>
        {lessons
          .filter((lesson) => lesson.part === part)
          .map((lesson) => (
            <Item key={lesson.slug} lesson={lesson} />
          ))}
      </ol>
    </section>
  ))
}

function Item({ lesson }: { lesson: LessonHead }) {
  const progress = useProgress(lesson.slug)
  return (
    <li>
      <span className={style.number}>{lesson.number}</span>
      <div>
        <a href={`/learn/${lesson.slug}`}>{lesson.title}</a>
        <p>{lesson.goal}</p>
      </div>
      <span className={progress?.done ? style.done : style.open}>
        {progress?.done ? 'Passed' : `${lesson.minutes} minutes`}
      </span>
    </li>
  )
}
