'use client'
/** The layout of a lesson: bar above, text left, workspace right once it is visible. */
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Project } from '../../playground/container/index.ts'
import type { LessonHead } from '../lib/lessons.ts'
import { progress } from '../lib/use-progress.ts'
import { useView } from '../lib/use-view.ts'
import { LessonBar, type Neighbour, Ways } from './lesson-bar.tsx'
import style from './lesson-layout.module.css'

// The editor is by far the heaviest part of the site: a reader of only the text never loads it.
const Workspace = lazy(async () => ({
  default: (await import('../../playground/ui/index.ts')).Workspace,
}))

interface LessonLayoutProps {
  head: LessonHead
  of: number
  previous?: Neighbour | undefined
  next?: Neighbour | undefined
  start: Project
  solution: Project
  check: string
  /** Shown in place of the workspace until it is loaded: the code, readable without any script. */
  waiting: ReactNode
  children: ReactNode
}

export function LessonLayout(props: LessonLayoutProps) {
  const { head, of, previous, next, start, solution, check, waiting, children } = props
  const place = useRef<HTMLElement>(null)
  const [checkPlace, setCheckPlace] = useState<HTMLElement | null>(null)
  const [resultsPlace, setResultsPlace] = useState<HTMLElement | null>(null)
  const seen = useSeen(place)
  const { view, isAlone, go } = useView()
  // The lesson's files are new objects with every render; the workspace needs the same ones.
  const [{ template, focus }] = useState({ template: start, focus: head.focus })
  const before = <div className={style.waiting}>{waiting}</div>
  return (
    <div className={style.desk}>
      <LessonBar
        slug={head.slug}
        title={head.title}
        number={head.number}
        of={of}
        {...(previous && { previous })}
        {...(next && { next })}
        view={view}
      >
        <span ref={setCheckPlace} className={style.check} />
      </LessonBar>
      <main id="main" className={style.main} data-view={view}>
        <div className={style.column}>
          <div id="text" className={style.text}>
            <Ways className={style.ways} {...(previous && { previous })} {...(next && { next })} />
            {children}
          </div>
          <div ref={setResultsPlace} className={style.results} />
        </div>
        <section id="workspace" ref={place} className={style.workspace} aria-label="Workspace">
          {seen ? (
            <Suspense fallback={before}>
              <Workspace
                pageKey={`learn/${head.slug}`}
                template={template}
                focus={focus}
                waiting={before}
                solution={solution}
                check={check}
                checkInto={checkPlace}
                resultsInto={isAlone ? null : resultsPlace}
                onCheck={() => go('workspace')}
                onProgress={(result) => progress.write(head.slug, result)}
              />
            </Suspense>
          ) : (
            before
          )}
        </section>
      </main>
    </div>
  )
}

/** True from the moment the element first comes into view. */
function useSeen(element: { current: Element | null }): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const eye = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      setSeen(true)
      eye.disconnect()
    })
    eye.observe(element.current)
    return () => eye.disconnect()
  }, [element])
  return seen
}
