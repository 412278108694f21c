'use client'
/** The playground under a bar of its own. */
import { lazy, Suspense } from 'react'
import { Home } from './header.tsx'
import style from './playground-desk.module.css'
import { ThemeToggle } from './theme-toggle.tsx'

const Playground = lazy(async () => ({
  default: (await import('../../playground/ui/index.ts')).Playground,
}))

export function PlaygroundDesk() {
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
        <Suspense fallback={<p className={style.waiting}>Laying out the workspace…</p>}>
          <Playground />
        </Suspense>
      </main>
    </div>
  )
}
