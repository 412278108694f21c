/** The page "not found": what happened, and links to every part of the site, in the language of the address. */
import type { Metadata } from 'next'
import { Document } from '../components/document.tsx'
import { Footer } from '../components/footer.tsx'
import { Header } from '../components/header.tsx'
import { LessonList } from '../components/lesson-list.tsx'
import { ByAddress, NotFoundMessage } from '../components/not-found.tsx'
import { preloadFonts } from '../lib/early-fonts.ts'
import { listParts } from '../lib/lessons.ts'
import style from '../views/learn.module.css'
import { English } from '../words/english.tsx'
import { wordsOf } from '../words/of.ts'
import { Spanish } from '../words/spanish.tsx'
import { type Lang, otherLang, pathIn } from '../words/words.ts'

export const metadata: Metadata = { title: 'Not found · Telar', robots: { index: false } }

export default function NotFound() {
  preloadFonts('ui', 'prose')
  return (
    <Document lang="en">
      <ByAddress
        en={
          <English>
            <Missing lang="en" />
          </English>
        }
        es={
          <Spanish>
            <Missing lang="es" />
          </Spanish>
        }
      />
    </Document>
  )
}

function Missing({ lang }: { lang: Lang }) {
  const { header, notFound } = wordsOf(lang)
  const ways = ['learn', 'playground', 'guides', 'reference', 'examples'] as const
  const other = otherLang(lang)
  return (
    <>
      <Header lang={lang} />
      <main id="main" className={style.learn}>
        <NotFoundMessage words={notFound} />
        <p>
          <a href={pathIn(lang, '/')}>{notFound.home}</a>
          {ways.map((way) => (
            <span key={way}>
              {' · '}
              <a href={pathIn(lang, `/${way}`)}>{header[way]}</a>
            </span>
          ))}
          {' · '}
          <a href={pathIn(other, '/')} lang={other} hrefLang={other}>
            {header.otherLanguage}
          </a>
        </p>
        <LessonList parts={listParts(lang)} />
      </main>
      <Footer lang={lang} />
    </>
  )
}
