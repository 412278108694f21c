/** One lesson: its text on the left, its workspace on the right. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Code } from '../../../../components/code.tsx'
import { LessonLayout } from '../../../../components/lesson-layout.tsx'
import { Prose } from '../../../../components/prose.tsx'
import { describe } from '../../../../lib/about.ts'
import { preloadFonts } from '../../../../lib/early-fonts.ts'
import { findLesson, listLessons } from '../../../../lib/lessons.ts'
import style from './lesson.module.css'

interface LessonPageProps {
  params: Promise<{ slug: string }>
}

// Lessons are files of this repository: any other name gets the page "not found".
export const dynamicParams = false

export const generateStaticParams = () => listLessons().map(({ slug }) => ({ slug }))

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const lesson = findLesson((await params).slug)
  return lesson ? { title: lesson.title, description: describe(lesson.goal) } : {}
}

export default async function LessonPage({ params }: LessonPageProps) {
  const { slug } = await params
  const lesson = findLesson(slug)
  if (!lesson) notFound()
  preloadFonts('ui', 'prose')
  const lessons = listLessons()
  const at = lessons.findIndex((other) => other.slug === slug)
  const next = lessons[at + 1]
  const { prose, start, solution, check, ...head } = lesson
  return (
    <LessonLayout
      head={head}
      of={lessons.length}
      previous={lessons[at - 1]}
      next={next}
      start={start}
      solution={solution}
      check={check}
      waiting={<Code text={start.files[head.focus.file] ?? ''} language="ts" />}
    >
      <article className={style.article}>
        <p className={style.part}>
          {head.part} · about {head.minutes} minutes
        </p>
        <h1>{head.title}</h1>
        <p className={style.goal}>{head.goal}</p>
        <Prose text={prose} />
        <p className={style.on}>
          {next ? (
            <>
              Next: <a href={`/learn/${next.slug}`}>{next.title}</a>
            </>
          ) : (
            <>
              That was the last lesson so far. The <a href="/playground">playground</a> is yours.
            </>
          )}
        </p>
      </article>
    </LessonLayout>
  )
}
