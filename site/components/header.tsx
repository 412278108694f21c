/** The header of every page except the lessons: the name, the main links, the theme. */
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

/** The name of the project, as a link to the home page. */
export function Home({ compact = false }: { compact?: boolean }) {
  return (
    <a
      href="/"
      className={style.home}
      // Its accessible name contains the visible text.
      aria-label={compact ? 'Telar, home' : undefined}
      title={`Telar: ${TAGLINE}`}
    >
      <Mark size={compact ? 20 : 24} />
      <span className={compact ? style.compactName : undefined}>Telar</span>
      {!compact && <span className={style.tagline}>{TAGLINE}</span>}
    </a>
  )
}
