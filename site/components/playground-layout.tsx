'use client'
/** The playground under a bar of its own. */
import { Playground } from '../../playground/ui/index.ts'
import { Home } from './header.tsx'
import style from './playground-layout.module.css'
import { ThemeToggle } from './theme-toggle.tsx'

export function PlaygroundLayout() {
  return (
    <div className={style.desk}>
      <header className={style.bar}>
        <Home compact />
        <h1>Playground</h1>
        <nav aria-label="Main">
          <a href="/learn">Learn</a>
        </nav>
        <ThemeToggle />
      </header>
      <main id="main" className={style.main}>
        <Playground />
      </main>
    </div>
  )
}
