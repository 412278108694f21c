/** The pages of the reference: the index, and one page for each name and each matter. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alternates } from '../components/alternates.tsx'
import { Header } from '../components/header.tsx'
import { Blocks, otherThan } from '../components/reference/blocks.tsx'
import { ReferenceList } from '../components/reference/list.tsx'
import { Inline, Markdown } from '../components/reference/markdown.tsx'
import { StructuredData } from '../components/structured-data.tsx'
import { findReferencePage, pageGroups, referencePages } from '../lib/reference.ts'
import { articleSchema } from '../lib/structured.ts'
import type { ReferencePage } from '../reference/blocks.ts'
import { referenceWords } from '../words/reference/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { pageMetadata } from './metadata.ts'
import style from './reference.module.css'

export const indexMetadata = (lang: Lang): Metadata =>
  pageMetadata(lang, referenceWords(lang).title, referenceWords(lang).description, '/reference')

/** `parts` stand behind `/reference/`. */
export function referenceMetadata(lang: Lang, ...parts: readonly string[]): Metadata {
  const page = findReferencePage(pathOf(parts), lang)
  return page ? pageMetadata(lang, page.title, page.description, page.path) : {}
}

/** The last part of each page's path below `/reference`, or below a folder in it. */
export const referenceNames = (folder = ''): string[] =>
  referencePages('en').flatMap(({ path }) => {
    const [, name] = new RegExp(`^/reference/${folder}([^/]+)$`).exec(path) ?? []
    return name ?? []
  })

const pathOf = (parts: readonly string[]) => ['/reference', ...parts].join('/')

export function Reference({ lang, parts }: { lang: Lang; parts: readonly string[] }) {
  const page = findReferencePage(pathOf(parts), lang)
  if (!page) notFound()
  const { path, title, isName, kind, lead, leadLang, blocks } = page
  const { markdown } = referenceWords(lang)
  const place = { lang, here: pathIn(lang, path) }
  return (
    <Frame lang={lang} path={path}>
      <StructuredData data={articleSchema(lang, path, title, page.description)} />
      {kind && <p className={style.kind}>{kind}</p>}
      <h1 className={isName ? style.name : undefined}>{isName ? <code>{title}</code> : title}</h1>
      <div className={style.lead} lang={otherThan(lang, leadLang)}>
        <Markdown text={lead} {...place} />
      </div>
      <Blocks blocks={blocks} {...place} />
      <p className={style.foot}>
        <a href={`${place.here}.md`}>{markdown}</a>
      </p>
    </Frame>
  )
}

export function ReferenceIndex({ lang }: { lang: Lang }) {
  const { title, lead } = referenceWords(lang)
  return (
    <Frame lang={lang} path="/reference">
      <h1>{title}</h1>
      <div className={style.lead}>
        <Markdown text={lead} lang={lang} />
      </div>
      {pageGroups(lang).map(({ id, title, pages }) => (
        <section key={id} aria-labelledby={id} className={style.group}>
          <h2 id={id}>{title}</h2>
          <dl>
            {pages.map((page) => (
              <div key={page.path}>
                <dt>
                  <a href={pathIn(lang, page.path)}>
                    {page.isName ? <code>{page.title}</code> : page.title}
                  </a>
                </dt>
                <dd lang={otherThan(lang, page.leadLang)}>
                  <Inline text={shortly(page)} lang={lang} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Frame>
  )
}

interface FrameProps {
  lang: Lang
  path: string
  children: React.ReactNode
}

function Frame({ lang, path, children }: FrameProps) {
  return (
    <>
      <Alternates lang={lang} path={path} markdown />
      <Header lang={lang} path={path} />
      <div className={style.frame}>
        <ReferenceList lang={lang} path={path} />
        <main id="main" className={style.page}>
          {children}
        </main>
      </div>
    </>
  )
}

// A name's description begins with the name, which stands before it in the list.
const shortly = ({ isName, title, description }: ReferencePage) =>
  isName ? description.replace(`${title}: `, '') : description
