'use client'
/** The button that opens the search; Ctrl+K and the slash open it too. All else is loaded then. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { opensSearch } from '../lib/search-keys.ts'
import type { Lang } from '../words/words.ts'
import style from './search.module.css'

const DIALOG = {
  en: lazy(() => import('./english-search.tsx')),
  es: lazy(() => import('./spanish-search.tsx')),
}

export function Search({ lang, label }: { lang: Lang; label: string }) {
  const Dialog = DIALOG[lang]
  const [open, setOpen] = useState(false)
  const [hears, setHears] = useState(false)

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!opensSearch(event)) return
      event.preventDefault()
      setOpen(true)
    }
    // Before Monaco, which waits for a second key after this one.
    addEventListener('keydown', hear, true)
    setHears(true)
    return () => removeEventListener('keydown', hear, true)
  }, [])

  return (
    <>
      <button
        type="button"
        className={style.button}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts={hears ? 'Control+K Meta+K /' : undefined}
        title={`${label} (Ctrl+K, /)`}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
            <circle cx="8.75" cy="8.75" r="5" />
            <path d="m12.5 12.5 4 4" />
          </g>
        </svg>
      </button>
      {open && (
        <Suspense>
          <Dialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
