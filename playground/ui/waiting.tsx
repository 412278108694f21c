'use client'
/** Stands in the playground's place until it is there: the code it starts with, to look at. */
import type { Project } from '../container/types.ts'
import { CodeSheet } from './still-code.tsx'
import style from './waiting.module.css'

export function Waiting({ project: { files, entry } }: { project: Project }) {
  return (
    <div className={style.waiting}>
      <p className={style.tools}>Laying out the workspace…</p>
      <p className={style.tabs}>
        <span>{entry}</span>
      </p>
      <div className={style.code}>
        <CodeSheet name={entry} text={files[entry] ?? ''} />
      </div>
    </div>
  )
}
