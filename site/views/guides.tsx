/** The list of guides, by what a reader comes for. */
import type { Metadata } from 'next'
import { Alternates } from '../components/alternates.tsx'
import { Header } from '../components/header.tsx'
import { GROUPS } from '../lib/guide-groups.ts'
import { listGuides } from '../lib/guides.ts'
import { guideWordsOf } from '../words/guides/of.ts'
import type { Lang } from '../words/words.ts'
import style from './guides.module.css'
import { pageMetadata } from './metadata.ts'

export const guidesMetadata = (lang: Lang): Metadata =>
  pageMetadata(lang, guideWordsOf(lang).name, guideWordsOf(lang).description, '/guides')

export function Guides({ lang }: { lang: Lang }) {
  const guides = guideWordsOf(lang)
  const all = listGuides(lang)
  return (
    <>
      <Alternates lang={lang} path="/guides" />
      <Header lang={lang} path="/guides" />
      <main id="main" className={style.guides}>
        <h1>{guides.title}</h1>
        <p className={style.lead}>{guides.lead}</p>
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={group} className={style.group}>
            <h2 id={group}>{guides.groups[group]}</h2>
            <ul>
              {all
                .filter((guide) => guide.group === group)
                .map(({ slug, address, title, description }) => (
                  <li key={slug}>
                    <a href={address}>{title}</a>
                    <p>{description}</p>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  )
}
