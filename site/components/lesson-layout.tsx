'use client'
/** The layout of a lesson: bar above, text left, workspace right once it is visible. */
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Project } from '../../playground/container/index.ts'
import type { CheckProgress, Earlier, LessonHelp } from '../../playground/ui/index.ts'
import { rememberLesson } from '../lib/last-lesson.ts'
import type { LessonHead } from '../lib/lessons.ts'
import { useLessonKeys } from '../lib/use-lesson-keys.ts'
import { progress, reviewCards, useProgress } from '../lib/use-progress.ts'
import { useView } from '../lib/use-view.ts'
import { useWords } from '../words/use-words.ts'
import { PassedContext, UnderResult } from './lesson/passed.tsx'
import { LessonBar, type Neighbour, Ways } from './lesson-bar.tsx'
import style from './lesson-layout.module.css'
import type { MenuPart } from './lesson-menu-dialog.tsx'
import { LESSON_WORKSPACE } from './lesson-workspace.tsx'

interface LessonLayoutProps {
  head: LessonHead
  of: number
  parts: readonly MenuPart[]
  previous?: Neighbour | undefined
  next?: Neighbour | undefined
  start: Project
  /** The lesson whose code this one goes on with. */
  earlier?: Earlier | undefined
  solution: Project
  check: string
  help: Pick<LessonHelp, 'alt' | 'puzzle' | 'translations'>
  /** The lessons that passing it passes: its own, or those of the part that it tests; with their review questions. */
  passes: readonly { slug: string; questions: readonly string[] }[]
  isTest: boolean
  /** Shown in place of the workspace until it is loaded: the code, readable without any script. */
  waiting: ReactNode
  children: ReactNode
}

export function LessonLayout(props: LessonLayoutProps) {
  const { head, of, parts, previous, next, start, solution, check, waiting, children } = props
  const { lang, bar } = useWords()
  const Workspace = LESSON_WORKSPACE[lang]
  const place = useRef<HTMLElement>(null)
  const [checkPlace, setCheckPlace] = useState<HTMLElement | null>(null)
  const [resultsPlace, setResultsPlace] = useState<HTMLElement | null>(null)
  const seen = useSeen(place)
  useLessonKeys(lang, previous?.slug, next?.slug)
  useEffect(() => rememberLesson(head.slug), [head.slug])
  const { view, isAlone, go } = useView()
  // The lesson's files are new objects with every render; the workspace needs the same ones.
  const [{ template, focus, earlier }] = useState({
    template: start,
    focus: head.focus,
    earlier: props.earlier,
  })
  const { help, passed } = useHelp(props)
  const onProgress = (result: CheckProgress) => {
    progress.write(head.slug, result)
    if (result.steps === 0 || result.passed.length < result.steps) return
    if (props.isTest) progress.testOut(props.passes.map(({ slug }) => slug))
    for (const { slug, questions } of props.passes) reviewCards.begin(slug, questions, Date.now())
  }
  const before = <div className={style.waiting}>{waiting}</div>
  return (
    <div className={style.desk}>
      <a className="skip" href="#workspace">
        {bar.toWorkspace}
      </a>
      <LessonBar
        slug={head.slug}
        title={head.title}
        number={head.number}
        isTest={props.isTest}
        of={of}
        langs={head.langs}
        parts={parts}
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
            <PassedContext value={passed}>{children}</PassedContext>
          </div>
          <div ref={setResultsPlace} className={style.results} />
        </div>
        <section
          id="workspace"
          ref={place}
          tabIndex={-1}
          className={style.workspace}
          aria-label={bar.workspace}
        >
          {/* The text, which has the title, is not there for a screen reader then. */}
          {isAlone && view === 'workspace' && <h1 className="sr-only">{head.title}</h1>}
          {seen ? (
            <Suspense fallback={before}>
              <Workspace
                pageKey={`learn/${head.slug}`}
                template={template}
                {...(earlier && { earlier })}
                focus={focus}
                byItself
                waiting={before}
                solution={solution}
                check={check}
                checkInto={checkPlace}
                resultsInto={isAlone ? null : resultsPlace}
                onCheck={() => go('workspace')}
                help={help}
                onProgress={onProgress}
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

/** What the workspace offers around the check, and where the text finds the result. */
function useHelp({ head, help, isTest }: LessonLayoutProps) {
  const { slug } = head
  const { bar } = useWords()
  const failed = useProgress(slug)?.failed ?? 0
  const [content, give] = useState<ReactNode>()
  const [isUnderResult, setUnderResult] = useState(false)
  // New objects with every render, as the lesson's files.
  const [own] = useState(help)
  const passed = useMemo(() => ({ slug, isUnderResult, give }), [slug, isUnderResult])
  return {
    passed,
    help: {
      ...own,
      failed,
      passed: (
        <UnderResult onShown={setUnderResult}>
          {isTest && <p>{bar.tested}</p>}
          {content}
        </UnderResult>
      ),
    },
  }
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
