/** The page "not found": what happened, and links to every part of the site. */
import type { Metadata } from 'next'
import { Document } from '../components/document.tsx'
import { Header } from '../components/header.tsx'
import { LessonList } from '../components/lesson-list.tsx'
import { NotFoundMessage } from '../components/not-found.tsx'
import { preloadFonts } from '../lib/early-fonts.ts'
import { listLessons } from '../lib/lessons.ts'
import style from './(docs)/learn/learn.module.css'

export const metadata: Metadata = { title: 'Not found · Telar' }

export default function NotFound() {
  preloadFonts('ui', 'prose')
  return (
    <Document>
      <Header />
      <main id="main" className={style.learn}>
        <NotFoundMessage />
        <LessonList lessons={listLessons()} />
      </main>
    </Document>
  )
}
