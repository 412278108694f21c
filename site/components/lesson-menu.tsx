'use client'
/** The button that opens the list of all lessons; the list is loaded with the first press. */
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import style from './lesson-menu.module.css'
import type { LessonMenuProps } from './lesson-menu-dialog.tsx'

const LessonMenuDialog = lazy(() => import('./lesson-menu-dialog.tsx'))

export function LessonMenu(props: LessonMenuProps) {
  const { course } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={style.button}
        aria-label={course.menu}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={course.menu}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path
            d="M3 5h14M3 10h14M3 15h9"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
      </button>
      {open && (
        <Suspense>
          <LessonMenuDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
