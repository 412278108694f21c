/** The course: its parts, their lessons, and how far the reader got. */
import type { Metadata } from 'next'
import { Alternates } from '../components/alternates.tsx'
import { ContinueCourse } from '../components/continue-course.tsx'
import { Header } from '../components/header.tsx'
import { DueCards } from '../components/lesson/due-cards.tsx'
import { EnglishProgressFile } from '../components/lesson/english-progress-file.tsx'
import { SpanishProgressFile } from '../components/lesson/spanish-progress-file.tsx'
import { LessonList } from '../components/lesson-list.tsx'
import { StillProse } from '../components/still-prose.tsx'
import { StructuredData } from '../components/structured-data.tsx'
import { listLessons, listParts, listTests, readIntroduction } from '../lib/lessons.ts'
import { courseSchema } from '../lib/structured.ts'
import { wordsOf } from '../words/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './learn.module.css'
import { pageMetadata } from './metadata.ts'

export const learnMetadata = (lang: Lang): Metadata =>
  pageMetadata(lang, wordsOf(lang).learn.name, wordsOf(lang).learn.description, '/learn')

export function Learn({ lang }: { lang: Lang }) {
  const { learn, course } = wordsOf(lang)
  const parts = listParts(lang)
  const introduction = readIntroduction(lang)
  const lessons = parts.flatMap((part) =>
    part.lessons.map(({ slug, title, lang }) => ({ slug, title, lang })),
  )
  const slugs = [...listLessons(), ...listTests()].map(({ slug }) => slug)
  return (
    <>
      <Alternates lang={lang} path="/learn" markdown />
      <StructuredData data={courseSchema(lang, factsOf(lang))} />
      <Header lang={lang} path="/learn" />
      <main id="main" className={style.learn}>
        <h1>{learn.title}</h1>
        <p>{learn.lead}</p>
        <ContinueCourse lessons={lessons} />
        <DueCards />
        {introduction && (
          <section aria-labelledby="introduction" className={style.introduction}>
            <h2 id="introduction">{introduction.title}</h2>
            <StillProse text={introduction.prose} lang={lang} below={1} />
          </section>
        )}
        <LessonList parts={parts} />
        {lang === 'es' ? (
          <SpanishProgressFile slugs={slugs} />
        ) : (
          <EnglishProgressFile slugs={slugs} />
        )}
        <p className={style.onePage}>
          <a href={pathIn(lang, '/learn/all')}>{course.onePage}</a>
        </p>
        <section aria-labelledby="keys" className={style.keys}>
          <h2 id="keys">{course.keys}</h2>
          <dl>
            {course.keysDo.map(([keys, effect]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{effect}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
    </>
  )
}

function factsOf(lang: Lang) {
  const { title, description } = wordsOf(lang).learn
  const lessons = listLessons(lang)
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  return { title, description, minutes, lessons }
}
