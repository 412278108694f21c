/** The whole course on one page: to read, to search, to print. Nothing runs here. */
import type { Metadata } from 'next'
import { Alternates } from '../components/alternates.tsx'
import { Header } from '../components/header.tsx'
import { StillProse } from '../components/still-prose.tsx'
import { headingIds } from '../lib/lesson-text.ts'
import { findLesson, listParts, readIntroduction } from '../lib/lessons.ts'
import { wordsOf } from '../words/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './all.module.css'
import { pageMetadata } from './metadata.ts'

export const allMetadata = (lang: Lang): Metadata =>
  pageMetadata(lang, wordsOf(lang).all.title, wordsOf(lang).all.description, '/learn/all')

export function All({ lang }: { lang: Lang }) {
  const { all, list } = wordsOf(lang)
  const introduction = readIntroduction(lang)
  const parts = listParts(lang)
    .map((part) => ({ ...part, lessons: part.lessons.filter((lesson) => lesson.lang === lang) }))
    .filter(({ lessons }) => lessons.length > 0)
  return (
    <>
      <Alternates lang={lang} path="/learn/all" />
      <Header lang={lang} path="/learn/all" />
      <main id="main" className={style.all}>
        <h1>{all.title}</h1>
        <p className={style.lead}>{all.lead}</p>
        <nav aria-label={all.contents} className={style.contents}>
          {parts.map(({ number, title, lessons }) => (
            <div key={number}>
              <p>{list.part(number, title)}</p>
              <ol>
                {lessons.map((lesson) => (
                  <li key={lesson.slug} value={lesson.number}>
                    <a href={`#${lesson.slug}`}>{lesson.title}</a>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </nav>
        {introduction && (
          <section aria-labelledby="introduction">
            <h2 id="introduction" className={style.part}>
              {introduction.title}
            </h2>
            <StillProse text={introduction.prose} lang={lang} below={1} />
          </section>
        )}
        {parts.map(({ number, title, lessons }) => (
          <section key={number} aria-labelledby={`part-${number}`}>
            <h2 id={`part-${number}`} className={style.part}>
              {list.part(number, title)}
            </h2>
            {lessons.map(({ slug }) => (
              <OneLesson key={slug} slug={slug} lang={lang} />
            ))}
          </section>
        ))}
      </main>
    </>
  )
}

function OneLesson({ slug, lang }: { slug: string; lang: Lang }) {
  const { all } = wordsOf(lang)
  const lesson = findLesson(slug, lang)
  const english = findLesson(slug, 'en')
  if (!lesson || !english) return null
  const ids = headingIds(english.prose).map((id) => `${slug}.${id}`)
  return (
    <article className={style.lesson} aria-labelledby={slug}>
      <h3 id={slug}>
        {lesson.number}. {lesson.title}
      </h3>
      <p className={style.lead}>{lesson.goal}</p>
      <p className={style.open}>
        <a href={pathIn(lang, `/learn/${slug}`)}>{all.open}</a>
      </p>
      <StillProse text={lesson.prose} lang={lang} ids={ids} below={2} />
    </article>
  )
}
