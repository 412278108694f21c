'use client'
/** Messages about the work itself: what is not saved, what changed by itself, what can be undone. */
import bench from './bench.module.css'
import { CloseIcon } from './icons.tsx'
import style from './notices.module.css'

export interface Notice {
  readonly id: string
  readonly text: string
  readonly tone: 'plain' | 'warn'
  /** An action that answers it, on a button. */
  readonly verb?: string
  readonly act?: () => void
  /** Without it the notice stays as long as its cause. */
  readonly dismiss?: () => void
}

export function Notices({ notices }: { notices: readonly Notice[] }) {
  return (
    <div role="status" className={style.notices}>
      {notices.map((notice) => (
        <div key={notice.id} className={style.notice} data-tone={notice.tone}>
          <p>{notice.text}</p>
          {notice.verb && (
            <button type="button" className={bench.button} onClick={notice.act}>
              {notice.verb}
            </button>
          )}
          {notice.dismiss && (
            <button
              type="button"
              className={bench.icon}
              aria-label="Dismiss"
              onClick={notice.dismiss}
            >
              <CloseIcon />
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
