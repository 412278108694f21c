/** The header of every page to read, made on the server: of its parts only the search, the language and the theme need script. */
import { sourceUrl } from '../lib/site-address.ts'
import { wordsOf } from '../words/of.ts'
import { type Lang, otherLang, pathIn } from '../words/words.ts'
import style from './header.module.css'
import { HomeLink } from './home-link.tsx'
import { LanguageLink } from './language-link.tsx'
import { Search } from './search.tsx'
import { ThemeButton } from './theme-button.tsx'

interface HeaderProps {
  lang: Lang
  /** The bare path of this page. A page without an address of its own, as "not found", has none. */
  path?: string
}

const MAIN = ['learn', 'playground', 'guides', 'reference', 'examples'] as const

export function Header({ lang, path = '' }: HeaderProps) {
  const { header, tagline } = wordsOf(lang)
  const { useDark, useLight, changeColours } = header
  const other = otherLang(lang)
  return (
    <header className={style.header}>
      <HomeLink lang={lang} tagline={tagline} />
      <nav aria-label={header.main} className={style.ways}>
        {MAIN.map((name) => (
          <a key={name} href={pathIn(lang, `/${name}`)} aria-current={currentOf(path, `/${name}`)}>
            {header[name]}
          </a>
        ))}
      </nav>
      <div className={style.tools}>
        <Search lang={lang} label={header.search} />
        <LanguageLink to={other} href={pathIn(other, path || '/')} name={header.otherLanguage} />
        <ThemeButton useDark={useDark} useLight={useLight} changeColours={changeColours} />
        <Origin lang={lang} />
      </div>
    </header>
  )
}

/** The version, and the repository where the build was told of one. */
function Origin({ lang }: { lang: Lang }) {
  const { header } = wordsOf(lang)
  const version = process.env.TELAR_VERSION ?? ''
  const source = sourceUrl()
  return (
    <>
      <a
        href={pathIn(lang, '/changelog')}
        className={style.version}
        aria-label={header.version(version)}
      >
        {version}
      </a>
      {source && (
        <a href={source} className={style.version}>
          {header.source}
        </a>
      )}
    </>
  )
}

/** `page` for the page itself, `true` for one of its section. */
function currentOf(path: string, section: string): 'page' | 'true' | undefined {
  if (path === section) return 'page'
  return path.startsWith(`${section}/`) ? 'true' : undefined
}
