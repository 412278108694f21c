/** The list of examples, and the source of each. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alternates } from '../components/alternates.tsx'
import { Code } from '../components/code.tsx'
import { ExampleList } from '../components/example-list.tsx'
import { Header } from '../components/header.tsx'
import { EXAMPLES } from '../examples/catalog.ts'
import { exampleFile } from '../lib/example-projects.ts'
import { examplesWords } from '../words/examples/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './examples.module.css'
import { pageMetadata } from './metadata.ts'

export const examplesMetadata = (lang: Lang): Metadata =>
  pageMetadata(lang, examplesWords(lang).title, examplesWords(lang).description, '/examples')

export function Examples({ lang }: { lang: Lang }) {
  const words = examplesWords(lang)
  return (
    <>
      <Alternates lang={lang} path="/examples" markdown />
      <Header lang={lang} path="/examples" />
      <main id="main" className={`${style.examples} ${style.wide}`}>
        <h1>{words.title}</h1>
        <p className={style.lead}>{words.lead}</p>
        <ExampleList lang={lang} level={2} />
      </main>
    </>
  )
}

export interface ExampleParams {
  params: Promise<{ slug: string }>
}

export const exampleParams = () => EXAMPLES.map(({ slug }) => ({ slug }))

const exampleOf = async ({ params }: ExampleParams) => {
  const { slug } = await params
  return EXAMPLES.find((example) => example.slug === slug)
}

export async function sourceMetadata(lang: Lang, params: ExampleParams): Promise<Metadata> {
  const example = await exampleOf(params)
  if (!example) return {}
  const { title, says } = example.about[lang]
  const name = examplesWords(lang).sourceOf(title)
  return pageMetadata(lang, name, says, `/examples/${example.slug}/source`)
}

/** The source of one example, file by file. */
export async function ExampleSource({ lang, ...params }: ExampleParams & { lang: Lang }) {
  const example = await exampleOf(params)
  if (!example) notFound()
  const { slug, about, files, lesson } = example
  const { title, says, stays } = about[lang]
  const words = examplesWords(lang)
  const path = `/examples/${slug}/source`
  return (
    <>
      <Alternates lang={lang} path={path} markdown />
      <Header lang={lang} path={path} />
      <main id="main" className={`${style.examples} ${style.source}`}>
        <h1>{title}</h1>
        <p className={style.lead}>{says}</p>
        {stays && (
          <p className={style.lead}>
            {words.stays} {stays}
          </p>
        )}
        <p className={style.ways}>
          <a href={`/examples/${slug}/`} hrefLang={lang === 'en' ? undefined : 'en'}>
            {words.runIt(title)}
          </a>
          {!stays && <a href={pathIn(lang, `/playground/${slug}`)}>{words.changeIt(title)}</a>}
          {lesson && <a href={pathIn(lang, `/learn/${slug}`)}>{words.lessonOf(title)}</a>}
          <a href={pathIn(lang, '/examples')}>{words.all}</a>
        </p>
        {files.map((file) => (
          <section key={file} aria-label={file}>
            <h2>{file}</h2>
            <Code text={exampleFile(file)} language={file.split('.').at(-1)!} />
          </section>
        ))}
      </main>
    </>
  )
}
