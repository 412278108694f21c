/** The review: questions about lessons that were passed, asked again after some days. */
import type { Metadata } from 'next'
import { Alternates } from '../components/alternates.tsx'
import { Header } from '../components/header.tsx'
import { EnglishReview } from '../components/lesson/english-review.tsx'
import { SpanishReview } from '../components/lesson/spanish-review.tsx'
import { listCards } from '../lib/cards.ts'
import { preloadFonts } from '../lib/early-fonts.ts'
import { en } from '../words/review/en.ts'
import { es } from '../words/review/es.ts'
import type { Lang } from '../words/words.ts'
import style from './learn.module.css'
import { pageMetadata } from './metadata.ts'

const WORDS = { en, es }

export const reviewMetadata = (lang: Lang): Metadata =>
  pageMetadata(lang, WORDS[lang].title, WORDS[lang].description, '/learn/review')

export function ReviewPage({ lang }: { lang: Lang }) {
  const { title, lead } = WORDS[lang]
  preloadFonts('ui', 'prose')
  const lessons = listCards(lang)
  return (
    <>
      <Alternates lang={lang} path="/learn/review" />
      <Header lang={lang} path="/learn/review" />
      <main id="main" className={style.learn}>
        <h1>{title}</h1>
        <p>{lead}</p>
        {lang === 'es' ? <SpanishReview lessons={lessons} /> : <EnglishReview lessons={lessons} />}
      </main>
    </>
  )
}
