'use client'
/** Shown in place of the playground until it is loaded: the code that it starts with. */
import type { Project } from '../container/types.ts'
import { CodeSheet } from './still-code.tsx'
import { useWords } from './use-words.ts'
import style from './waiting.module.css'

export function Waiting({ project: { files, entry } }: { project: Project }) {
  const words = useWords().panes
  return (
    <div className={style.waiting}>
      <p className={style.tools}>{words.waiting}</p>
      <p className={style.tabs}>
        <span>{entry}</span>
      </p>
      <div className={style.code}>
        <CodeSheet name={entry} text={files[entry] ?? ''} />
      </div>
    </div>
  )
}
