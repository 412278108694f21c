/** The line at the top of every page but the lessons: the name, where one can go, the colours. */
import { TAGLINE } from '../lib/about.ts'
import style from './header.module.css'
import { Mark } from './mark.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

export function Header() {
  return (
    <header className={style.header}>
      <Home />
      <nav aria-label="Main" className={style.ways}>
        <a href="/learn">Learn</a>
        <a href="/playground">Playground</a>
        <a href="/examples">Examples</a>
      </nav>
      <ThemeToggle />
    </header>
  )
}

/** The name of the project, which leads home. */
export function Home({ compact = false }: { compact?: boolean }) {
  return (
    <a
      href="/"
      className={style.home}
      // What can be read in it stands in its name too.
      aria-label={compact ? 'Telar, home' : undefined}
      title={`Telar: ${TAGLINE}`}
    >
      <Mark size={compact ? 20 : 24} />
      <span className={compact ? style.compactName : undefined}>Telar</span>
      {!compact && <span className={style.tagline}>{TAGLINE}</span>}
    </a>
  )
}
