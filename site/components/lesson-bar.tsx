'use client'
/** The bar of a lesson: where you are, how far you got, and what comes next. */
import type { ReactNode } from 'react'
import { useProgress } from '../lib/use-progress.ts'
import type { View } from '../lib/use-view.ts'
import { Home } from './header.tsx'
import style from './lesson-bar.module.css'
import { ThemeToggle } from './theme-toggle.tsx'

export interface Neighbour {
  slug: string
  title: string
}

interface LessonBarProps {
  slug: string
  title: string
  number: number
  of: number
  previous?: Neighbour
  next?: Neighbour
  /** What is on the screen if there is room for only one: the text or the workspace. */
  view: View
  /** Where Check is. */
  children?: ReactNode
}

export function LessonBar(props: LessonBarProps) {
  const { slug, title, number, of, previous, next, view, children } = props
  return (
    <header className={style.bar}>
      <Home compact />
      <p className={style.name}>
        <a href="/learn">
          Lesson {number} of {of}
        </a>
        <span>{title}</span>
      </p>
      <Steps slug={slug} />
      <nav aria-label="Text or workspace" className={style.views}>
        <a href="#text" aria-current={view === 'text' ? 'page' : undefined}>
          Text
        </a>
        <a href="#workspace" aria-current={view === 'workspace' ? 'page' : undefined}>
          Workspace
        </a>
      </nav>
      <Ways className={style.ways} {...(previous && { previous })} {...(next && { next })} />
      {children}
      <ThemeToggle />
    </header>
  )
}

interface WaysProps extends Pick<LessonBarProps, 'previous' | 'next'> {
  className: string | undefined
}

/** The lessons before and after this one. */
export function Ways({ previous, next, className }: WaysProps) {
  return (
    <nav aria-label="Lessons" className={className}>
      {previous && (
        <a href={`/learn/${previous.slug}`} rel="prev" aria-label={`Previous: ${previous.title}`}>
          ← <span>{previous.title}</span>
        </a>
      )}
      {next && (
        <a href={`/learn/${next.slug}`} rel="next" aria-label={`Next: ${next.title}`}>
          <span>{next.title}</span> →
        </a>
      )}
    </nav>
  )
}

/** One knot for every step of the check, tied if it passed. */
function Steps({ slug }: { slug: string }) {
  const progress = useProgress(slug)
  if (!progress || progress.steps === 0) return <p className={style.steps}>Not checked yet</p>
  const { passed, steps, done } = progress
  return (
    <p className={style.steps}>
      <svg width={steps * 14 + 2} height="14" aria-hidden="true">
        <path d={`M0 7H${steps * 14 + 2}`} stroke="var(--line)" strokeWidth="2" />
        {Array.from({ length: steps }, (_, at) => (
          <circle
            key={at}
            cx={at * 14 + 8}
            cy="7"
            r="4.5"
            fill={at < passed.length ? 'var(--ok)' : 'var(--paper)'}
            stroke={at < passed.length ? 'var(--ok)' : 'var(--muted)'}
            strokeWidth="1.5"
          />
        ))}
      </svg>
      {done ? 'Passed' : `${passed.length} of ${steps} steps`}
    </p>
  )
}
