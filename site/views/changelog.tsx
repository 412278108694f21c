/** What changed, version by version. */
import type { Metadata } from 'next'
import { Alternates } from '../components/alternates.tsx'
import { Header } from '../components/header.tsx'
import { readReleases } from '../lib/changelog.ts'
import { changelogWords } from '../words/changelog/of.ts'
import type { Lang } from '../words/words.ts'
import style from './changelog.module.css'
import { pageMetadata } from './metadata.ts'

export const changelogMetadata = (lang: Lang): Metadata =>
  pageMetadata(lang, changelogWords(lang).title, changelogWords(lang).description, '/changelog')

export function Changelog({ lang }: { lang: Lang }) {
  const words = changelogWords(lang)
  return (
    <>
      <Alternates lang={lang} path="/changelog" markdown />
      <Header lang={lang} path="/changelog" />
      <main id="main" className={style.changelog}>
        <h1>{words.title}</h1>
        <p className={style.lead}>{words.lead}</p>
        {readReleases().map(({ version, changes }) => (
          <section key={version} aria-labelledby={idOf(version)}>
            <h2 id={idOf(version)}>{version === 'Unreleased' ? words.unreleased : version}</h2>
            <ul lang={lang === 'en' ? undefined : 'en'}>
              {changes.map(({ text, html }) => (
                // The file is the repository's own.
                <li key={text} dangerouslySetInnerHTML={{ __html: html }} />
              ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  )
}

const idOf = (version: string) => `v${version.toLowerCase().replace(/[^a-z0-9.]+/g, '-')}`
