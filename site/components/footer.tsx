/** The footer of every page to read: all sections, the source, the licence, the version. */
import { siteUrl, sourceUrl } from '../lib/site-address.ts'
import { footerWords } from '../words/footer/of.ts'
import { type Lang, pathIn } from '../words/words.ts'
import style from './footer.module.css'
import { Mark } from './mark.tsx'

type Way = readonly [name: string, address: string] | false | undefined | ''

export function Footer({ lang }: { lang: Lang }) {
  const words = footerWords(lang)
  const source = sourceUrl()
  const to = (path: string) => pathIn(lang, path)
  return (
    <footer className={style.footer}>
      <nav aria-label={words.label} className={style.columns}>
        <Column
          title={words.learn}
          ways={[
            [words.lessons, to('/learn')],
            [words.onePage, to('/learn/all')],
            [words.review, to('/learn/review')],
            [words.playground, to('/playground')],
            [words.examples, to('/examples')],
          ]}
        />
        <Column
          title={words.build}
          ways={[
            [words.takeHome, to('/guides/take-home')],
            [words.guides, to('/guides')],
            [words.reference, to('/reference')],
            [words.bench, to('/guides/measurements')],
          ]}
        />
        <Column
          title={words.project}
          ways={[
            source && [words.source, source],
            [words.changelog, to('/changelog')],
            siteUrl() && [words.feed, '/feed.xml'],
            [words.licence, '/licence.txt'],
          ]}
        />
      </nav>
      <p className={style.name}>
        <Mark size={20} />
        <span>{`Telar · ${words.version} ${process.env.TELAR_VERSION}`}</span>
      </p>
    </footer>
  )
}

function Column({ title, ways }: { title: string; ways: readonly Way[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {ways
          .filter((way) => !!way)
          .map(([name, address]) => (
            <li key={address}>
              <a href={address}>{name}</a>
            </li>
          ))}
      </ul>
    </section>
  )
}
