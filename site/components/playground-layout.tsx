'use client'
/** The playground under a bar of its own. */
import { Playground, type PlaygroundProps } from '../../playground/ui/index.ts'
import { useWords } from '../words/use-words.ts'
import { pathIn } from '../words/words.ts'
import { HomeLink } from './home-link.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import style from './playground-layout.module.css'
import { Search } from './search.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

export interface PlaygroundLayoutProps extends PlaygroundProps {
  /** The bare path of the page. */
  path?: string
}

export function PlaygroundLayout({ path = '/playground', ...opened }: PlaygroundLayoutProps) {
  const { lang, header, tagline } = useWords()
  return (
    <div className={style.desk}>
      <header className={style.bar}>
        <HomeLink lang={lang} tagline={tagline} label={header.home} />
        <h1>{header.playground}</h1>
        <nav aria-label={header.main}>
          <a href={pathIn(lang, '/learn')}>{header.learn}</a>
          <a href={pathIn(lang, '/reference')} className={style.reference}>
            {header.reference}
          </a>
          <a href={pathIn(lang, '/examples')} className={style.examples}>
            {header.examples}
          </a>
        </nav>
        <Search lang={lang} label={header.search} />
        <LanguageSwitch path={path} compact />
        <ThemeToggle />
      </header>
      <main id="main" className={style.main}>
        <Playground {...opened} />
      </main>
    </div>
  )
}
