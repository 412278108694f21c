/** The line at the top of every page but the lessons: the name, the roads, the colours. */
import style from './header.module.css'
import { Mark } from './mark.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

export function Header() {
  return (
    <header className={style.header}>
      <Home />
      <nav aria-label="Main" className={style.roads}>
        <a href="/learn">Learn</a>
        <a href="/playground">Play</a>
      </nav>
      <ThemeToggle />
    </header>
  )
}

/** The name of the project, which leads home. */
export function Home({ compact = false }: { compact?: boolean }) {
  return (
    <a href="/" className={style.home} aria-label="Telar, home">
      <Mark size={compact ? 20 : 24} />
      <span className={compact ? style.compactName : undefined}>Telar</span>
    </a>
  )
}
