'use client'
/** The sentence beside the preview while a counter-example plays in it. */
import { useSyncExternalStore } from 'react'
import bench from './bench.module.css'
import style from './caption.module.css'
import { CloseIcon } from './icons.tsx'
import { playing } from './playing.ts'
import { useWords } from './use-words.ts'

export function Caption() {
  const { close } = useWords()
  const { caption } = useSyncExternalStore(playing.subscribe, playing.getState, playing.getState)
  return (
    <div className={style.caption} data-empty={caption === ''}>
      <p role="status">{caption}</p>
      {caption && (
        <button
          type="button"
          className={bench.icon}
          aria-label={close}
          onClick={() => playing.show({ playing: false, caption: '' })}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  )
}
