/** Home: what this is in two sentences, a board that all visitors share, what it costs, when to choose it, and where to go. */
import type { Metadata } from 'next'
import { Alternates } from '../components/alternates.tsx'
import { Code } from '../components/code.tsx'
import { ExampleList } from '../components/example-list.tsx'
import { Header } from '../components/header.tsx'
import { LiveExample } from '../components/live-example.tsx'
import { StructuredData } from '../components/structured-data.tsx'
import { exampleFile } from '../lib/example-projects.ts'
import { REMEMBERED_LANG } from '../lib/language.ts'
import { listLessons } from '../lib/lessons.ts'
import { siteSchema } from '../lib/structured.ts'
import { homeWords } from '../words/home/of.ts'
import type { HomeWords } from '../words/home/words.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './home.module.css'
import { pageMetadata } from './metadata.ts'

export const homeMetadata = (lang: Lang): Metadata =>
  pageMetadata(lang, homeWords(lang).title, homeWords(lang).description, '/')

export function Home({ lang }: { lang: Lang }) {
  const words = homeWords(lang)
  const lessons = listLessons(lang)
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  const to = (path: string) => pathIn(lang, path)
  return (
    <>
      {lang === 'en' && <script dangerouslySetInnerHTML={{ __html: REMEMBERED_LANG }} />}
      <Alternates lang={lang} path="/" markdown />
      <StructuredData data={siteSchema(lang)} />
      <Header lang={lang} path="/" />
      <main id="main" className={style.home}>
        <h1>{words.headline}</h1>
        <div className={style.about}>
          <p>{words.forNew}</p>
          <p>{words.forKnowing}</p>
        </div>
        <p className={style.actions}>
          <a href={to('/learn')} className={style.primary}>
            {words.start}
          </a>
          <a href={to('/playground')} className={style.secondary}>
            {words.open}
          </a>
          <span>{words.course(lessons.length, minutes)}</span>
        </p>
        <a href="#proof" className={style.skip}>
          {words.skip}
        </a>
        <LiveExample
          address={`/examples/cloth/${lang === 'es' ? '?lang=es' : ''}`}
          words={words.live}
          caption={words.caption}
        >
          <Code text={exampleFile('cloth.ts')} language="ts" />
        </LiveExample>
        <Figures words={words.proof} address={to('/guides/measurements')} />
        <Fit words={words.fit} />
        <section className={style.section} aria-labelledby="examples">
          <h2 id="examples">{words.examples.title}</h2>
          <p className={style.lead}>{words.examples.lead}</p>
          <ExampleList lang={lang} level={3} short />
        </section>
        <Ways words={words.ways} to={to} />
      </main>
    </>
  )
}

function Figures({ words, address }: { words: HomeWords['proof']; address: string }) {
  return (
    <section className={style.section} aria-labelledby="proof">
      <h2 id="proof">{words.title}</h2>
      <dl className={style.figures}>
        {words.figures.map(({ value, of, method }) => (
          <div key={value}>
            <dt>{value}</dt>
            <dd>
              {of} <code>{method}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={address}>{words.method}</a>
      </p>
    </section>
  )
}

function Fit({ words }: { words: HomeWords['fit'] }) {
  return (
    <section className={style.section} aria-labelledby="fit">
      <h2 id="fit">{words.title}</h2>
      <div className={style.fit}>
        {[words.good, words.bad].map(({ title, list }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul>
              {list.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function Ways({ words, to }: { words: HomeWords['ways']; to: (path: string) => string }) {
  return (
    <section className={style.section} aria-labelledby="ways">
      <h2 id="ways">{words.title}</h2>
      <dl className={style.ways}>
        {words.list.map(({ path, name, says }) => (
          <div key={path}>
            <dt>
              <a href={to(path)}>{name}</a>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
