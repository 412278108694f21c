'use client'
/** Messages about the work itself: what is not saved, what changed by itself, what can be undone. */
import { useRef } from 'react'
import bench from './bench.module.css'
import { CloseIcon } from './icons.tsx'
import style from './notices.module.css'
import { useWords } from './use-words.ts'

export interface Notice {
  readonly id: string
  readonly text: string
  /** If it is not that of the page. */
  readonly lang?: 'en'
  readonly tone: 'plain' | 'warn'
  /** An action that answers it, on a button. */
  readonly verb?: string
  readonly act?: () => void
  /** Without it the notice stays as long as its cause. */
  readonly dismiss?: () => void
}

export function Notices({ notices }: { notices: readonly Notice[] }) {
  const words = useWords().notices
  const place = useRef<HTMLDivElement>(null)
  // The notice goes with the press, and its button had the focus.
  const answer = (act: (() => void) | undefined) => {
    place.current?.focus()
    act?.()
  }
  return (
    <div ref={place} role="status" tabIndex={-1} className={style.notices}>
      {notices.map((notice) => (
        <div key={notice.id} className={style.notice} data-tone={notice.tone}>
          <p lang={notice.lang}>{notice.text}</p>
          {notice.verb && (
            <button type="button" className={bench.button} onClick={() => answer(notice.act)}>
              {notice.verb}
            </button>
          )}
          {notice.dismiss && (
            <button
              type="button"
              className={bench.icon}
              aria-label={words.dismiss}
              onClick={() => answer(notice.dismiss)}
            >
              <CloseIcon />
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
