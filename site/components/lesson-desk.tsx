'use client'
/** The desk of a lesson: bar above, text left, workspace right once it is seen. */
import type { ReactNode } from 'react'
import type { Project } from '../../playground/container/types.ts'
import type { LessonHead } from '../lib/lessons.ts'
import { LessonBar, type Neighbour } from './lesson-bar.tsx'
import style from './lesson-desk.module.css'

interface LessonDeskProps {
  head: LessonHead
  of: number
  previous?: Neighbour | undefined
  next?: Neighbour | undefined
  start: Project
  solution: Project
  check: string
  /** What stands in the workspace's place until it is there: the code, readable without any script. */
  waiting: ReactNode
  children: ReactNode
}

export function LessonDesk(props: LessonDeskProps) {
  const { head, of, previous, next, waiting, children } = props
  return (
    <div className={style.desk}>
      <LessonBar
        slug={head.slug}
        title={head.title}
        number={head.number}
        of={of}
        {...(previous && { previous })}
        {...(next && { next })}
      />
      <main id="main" className={style.main}>
        <div className={style.text}>{children}</div>
        <section id="workspace" className={style.workspace} aria-label="Workspace">
          <div className={style.waiting}>{waiting}</div>
        </section>
      </main>
    </div>
  )
}
