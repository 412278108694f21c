'use client'
/** Lessons as a list: number, name, what you can do after it, and whether you passed it. */
import type { LessonHead, Part } from '../lib/lessons.ts'
import { useAllProgress, useProgress } from '../lib/use-progress.ts'
import { useWords } from '../words/use-words.ts'
import { pathIn } from '../words/words.ts'
import style from './lesson-list.module.css'

export function LessonList({ parts }: { parts: readonly Part[] }) {
  return parts.map((part) => <OnePart key={part.number} part={part} />)
}

function OnePart({ part: { number, title, lessons, test } }: { part: Part }) {
  const { lang, list, course } = useWords()
  const progress = useAllProgress()
  const passed = lessons.filter(({ slug }) => progress[slug]?.done).length
  return (
    <section className={style.part} aria-labelledby={`part-${number}`}>
      <h2 id={`part-${number}`}>{list.part(number, title)}</h2>
      <p className={style.progress}>
        <span>{course.passedOf(passed, lessons.length)}</span>
        {test && passed < lessons.length && (
          <a href={pathIn(lang, `/learn/${test}`)}>{course.testOut(number)}</a>
        )}
      </p>
      <ol>
        {lessons.map((lesson) => (
          <Item key={lesson.slug} lesson={lesson} />
        ))}
      </ol>
    </section>
  )
}

function Item({ lesson }: { lesson: LessonHead }) {
  const { lang, list, course } = useWords()
  const progress = useProgress(lesson.slug)
  const foreign = lesson.lang === lang ? undefined : lesson.lang
  return (
    <li>
      <span className={style.number}>{lesson.number}</span>
      <div>
        <a href={pathIn(lesson.lang, `/learn/${lesson.slug}`)} lang={foreign} hrefLang={foreign}>
          {lesson.title}
        </a>
        {foreign && <span className={style.foreign}> {list.onlyEnglish}</span>}
        <p lang={foreign}>{lesson.goal}</p>
      </div>
      <span className={progress?.done ? style.done : style.open}>
        {progress?.done
          ? progress.tested
            ? course.testedOut
            : list.passed
          : list.minutes(lesson.minutes)}
      </span>
    </li>
  )
}
