/** One guide: its text, what is in it, and the way to the others. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alternates } from '../components/alternates.tsx'
import { GuideProse } from '../components/guide-prose.tsx'
import { Header } from '../components/header.tsx'
import { StructuredData } from '../components/structured-data.tsx'
import { contentsOf, findGuide, type Guide as GuideText, listGuides } from '../lib/guides.ts'
import { articleSchema } from '../lib/structured.ts'
import { guideWordsOf } from '../words/guides/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './guide.module.css'
import { pageMetadata } from './metadata.ts'

export interface GuideParams {
  params: Promise<{ slug: string }>
}

/** Guides are files of this repository: any other name gets the page "not found". */
export const guideParams = () => listGuides().map(({ slug }) => ({ slug }))

export async function guideMetadata(lang: Lang, params: GuideParams['params']): Promise<Metadata> {
  const guide = findGuide((await params).slug, lang)
  return guide ? pageMetadata(lang, guide.title, guide.description, `/guides/${guide.slug}`) : {}
}

export async function Guide({ lang, params }: GuideParams & { lang: Lang }) {
  const guide = findGuide((await params).slug, lang)
  if (!guide) notFound()
  const guides = guideWordsOf(lang)
  const { slug, title, description, group, address } = guide
  const path = `/guides/${slug}`
  return (
    <>
      <Alternates lang={lang} path={path} markdown />
      <StructuredData data={articleSchema(lang, path, title, description)} />
      <Header lang={lang} path={path} />
      <div className={style.page}>
        <main id="main" className={style.main}>
          <p className={style.group}>
            <a href={pathIn(lang, '/guides')}>{guides.name}</a>
            <span aria-hidden="true"> / </span>
            {guides.groups[group]}
          </p>
          <h1>{title}</h1>
          <p className={style.lead}>{description}</p>
          <Contents guide={guide} />
          <div className={style.text}>
            <GuideProse guide={guide} />
          </div>
          <Around guide={guide} />
          <p className={style.markdown}>
            <a href={`${address}.md`}>{guides.asMarkdown}</a>
          </p>
        </main>
      </div>
    </>
  )
}

function Contents({ guide }: { guide: GuideText }) {
  const guides = guideWordsOf(guide.lang)
  return (
    <nav aria-label={guides.contents} className={style.contents}>
      <p>{guides.contents}</p>
      <ul>
        {contentsOf(guide).map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Around({ guide }: { guide: GuideText }) {
  const guides = guideWordsOf(guide.lang)
  const all = listGuides(guide.lang)
  const at = all.findIndex(({ slug }) => slug === guide.slug)
  const [previous, next] = [all[at - 1], all[at + 1]]
  return (
    <nav aria-label={guides.around} className={style.around}>
      {previous && (
        <a href={previous.address} rel="prev">
          <span>{guides.previous}</span> {previous.title}
        </a>
      )}
      {next && (
        <a href={next.address} rel="next">
          <span>{guides.next}</span> {next.title}
        </a>
      )}
    </nav>
  )
}
