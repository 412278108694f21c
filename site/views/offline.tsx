/** Without a network: what this browser has kept. */
import type { Metadata } from 'next'
import { Header } from '../components/header.tsx'
import { KeptPages } from '../components/kept-pages.tsx'
import { listPages } from '../lib/site-pages.ts'
import { offlineWords } from '../words/offline/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './examples.module.css'
import { pageMetadata } from './metadata.ts'

export const offlineMetadata = (lang: Lang): Metadata => ({
  ...pageMetadata(lang, offlineWords(lang).title, offlineWords(lang).description),
  robots: { index: false },
})

export function Offline({ lang }: { lang: Lang }) {
  const { title, lead, kept, none } = offlineWords(lang)
  const titles = Object.fromEntries(
    listPages(lang).map(({ path, title }) => [pathIn(lang, path), title]),
  )
  return (
    <>
      <Header lang={lang} path="/offline" />
      <main id="main" className={style.examples}>
        <h1>{title}</h1>
        <p className={style.lead}>{lead}</p>
        <h2 className={style.kept}>{kept}</h2>
        <KeptPages titles={titles} none={none} />
      </main>
    </>
  )
}
