/** One lesson: its text on the left, its workspace on the right. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Project } from '../../playground/container/index.ts'
import type { Earlier } from '../../playground/ui/index.ts'
import { Alternates } from '../components/alternates.tsx'
import { Code } from '../components/code.tsx'
import { LessonLayout } from '../components/lesson-layout.tsx'
import { Prose } from '../components/prose.tsx'
import { StructuredData } from '../components/structured-data.tsx'
import { questionIds } from '../lib/cards.ts'
import { preloadFonts } from '../lib/early-fonts.ts'
import { lessonChanges } from '../lib/lesson-changes.ts'
import { headingIds } from '../lib/lesson-text.ts'
import {
  findLesson,
  type Lesson as LessonFiles,
  type LessonHead,
  listLessons,
  listParts,
  listTests,
  partTitle,
} from '../lib/lessons.ts'
import { cutPuzzle } from '../lib/line-puzzle.ts'
import { lessonSchema } from '../lib/structured.ts'
import { wordsOf } from '../words/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './lesson.module.css'
import { pageMetadata } from './metadata.ts'

export interface LessonParams {
  params: Promise<{ slug: string }>
}

/** Lessons are files of this repository: any other name gets the page "not found". */
export const lessonParams = (lang: Lang) =>
  [...listLessons(lang), ...listTests(lang)].map(({ slug }) => ({ slug }))

export async function lessonMetadata(lang: Lang, { params }: LessonParams): Promise<Metadata> {
  const lesson = findLesson((await params).slug, lang)
  return lesson ? pageMetadata(lang, lesson.title, lesson.goal, `/learn/${lesson.slug}`) : {}
}

export async function Lesson({ lang, params }: LessonParams & { lang: Lang }) {
  const { slug } = await params
  const lesson = findLesson(slug, lang)
  const english = findLesson(slug, 'en')
  if (!lesson || !english) notFound()
  preloadFonts('ui', 'prose')
  const { lesson: words, bar } = wordsOf(lang)
  const lessons = listLessons(lang)
  const at = lessons.findIndex((other) => other.slug === slug)
  const isTest = at < 0
  const next = isTest ? undefined : lessons[at + 1]
  const head = lessons[at] ?? listTests(lang).find((other) => other.slug === slug)!
  const { prose, start, solution, check } = lesson
  return (
    <>
      <Alternates lang={lang} path={`/learn/${slug}`} langs={head.langs} markdown={!isTest} />
      <StructuredData data={lessonSchema(lang, head)} />
      <LessonLayout
        head={head}
        of={lessons.length}
        parts={menuParts(lang)}
        previous={lessons[at - 1]}
        isTest={isTest}
        next={next}
        start={start}
        earlier={earlierOf(head, start)}
        solution={solution}
        check={check}
        help={helpOf(lesson)}
        passes={passesOf(head, isTest)}
        waiting={<Code text={start.files[head.focus.file] ?? ''} language="ts" />}
      >
        <article className={style.article}>
          <p className={style.part}>{words.about(partTitle(head), head.minutes)}</p>
          <h1>{head.title}</h1>
          <p className={style.goal}>{head.goal}</p>
          <Prose text={prose} lang={lang} ids={headingIds(english.prose)} />
          <p className={style.on}>
            {isTest ? (
              <a href={pathIn(lang, '/learn')}>{bar.lessons}</a>
            ) : next ? (
              <>
                {words.next} <a href={pathIn(lang, `/learn/${next.slug}`)}>{next.title}</a>
              </>
            ) : (
              <>
                {words.last} <a href={pathIn(lang, '/playground')}>{words.playground}</a>
              </>
            )}
          </p>
        </article>
      </LessonLayout>
    </>
  )
}

function helpOf({ alt, start, solution, wrong, checkWords }: LessonFiles) {
  const puzzle = cutPuzzle({ start: start.files, solution: solution.files, wrong })
  return {
    ...(alt && { alt }),
    ...(puzzle && { puzzle }),
    ...(checkWords && { translations: checkWords }),
  }
}

/** The lessons that passing this one passes. */
function passesOf({ slug, part }: LessonHead, isTest: boolean) {
  const slugs = isTest
    ? listLessons('en').flatMap((lesson) => (lesson.part === part ? [lesson.slug] : []))
    : [slug]
  return slugs.map((slug) => ({ slug, questions: questionIds(slug) }))
}

// Each lesson's page holds the list, so only what the menu shows.
const menuParts = (lang: Lang) =>
  listParts(lang).map(({ number, title, lessons }) => ({
    number,
    title,
    lessons: lessons.map(({ slug, title, number, lang }) => ({ slug, title, number, lang })),
  }))

function earlierOf({ continues, lang }: LessonHead, start: Project): Earlier | undefined {
  if (!continues) return undefined
  const earlier = findLesson(continues, lang) ?? findLesson(continues, 'en')
  if (!earlier) return undefined
  const changes = lessonChanges(earlier.solution.files, start.files)
  return { page: `learn/${continues}`, title: earlier.title, template: earlier.start, changes }
}
