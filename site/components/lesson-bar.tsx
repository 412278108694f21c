'use client'
/** The bar of a lesson: where you are, how far you got, and what comes next. */
import type { ReactNode } from 'react'
import { useProgress } from '../lib/use-progress.ts'
import type { View } from '../lib/use-view.ts'
import { useWords } from '../words/use-words.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { HomeLink } from './home-link.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import style from './lesson-bar.module.css'
import { LessonMenu } from './lesson-menu.tsx'
import type { MenuPart } from './lesson-menu-dialog.tsx'
import { Search } from './search.tsx'
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
  /** It is the task that tests out of the part with this number. */
  isTest?: boolean
  /** The languages that this lesson is written in. */
  langs: readonly Lang[]
  /** All lessons, for the menu. */
  parts: readonly MenuPart[]
  previous?: Neighbour
  next?: Neighbour
  /** What is on the screen if there is room for only one: the text or the workspace. */
  view: View
  /** Where Check is. */
  children?: ReactNode
}

export function LessonBar(props: LessonBarProps) {
  const { slug, title, number, of, langs, parts, previous, next, view, children } = props
  const { lang, bar, header, tagline } = useWords()
  // On a phone these are in the menu.
  const path = langs.length > 1 ? `/learn/${slug}` : undefined
  return (
    <header className={style.bar}>
      <HomeLink lang={lang} tagline={tagline} label={header.home} />
      <LessonMenu parts={parts} slug={slug} path={path} />
      <p className={style.name}>
        <a href={pathIn(lang, '/learn')}>
          {props.isTest ? bar.test(number) : bar.place(number, of)}
        </a>
        <span>{title}</span>
      </p>
      <Steps slug={slug} />
      <nav aria-label={bar.textOrWorkspace} className={style.views}>
        <a href="#text" aria-current={view === 'text' ? 'page' : undefined}>
          {bar.text}
        </a>
        <a href="#workspace" aria-current={view === 'workspace' ? 'page' : undefined}>
          {bar.workspace}
        </a>
      </nav>
      <Ways className={style.ways} {...(previous && { previous })} {...(next && { next })} />
      {children}
      <Search lang={lang} label={header.search} />
      <span className={style.more}>
        <LanguageSwitch path={path} compact />
        <ThemeToggle />
      </span>
    </header>
  )
}

interface WaysProps extends Pick<LessonBarProps, 'previous' | 'next'> {
  className: string | undefined
}

/** The lessons before and after this one. */
export function Ways({ previous, next, className }: WaysProps) {
  const { lang, bar } = useWords()
  const to = (slug: string) => pathIn(lang, `/learn/${slug}`)
  return (
    <nav aria-label={bar.lessons} className={className}>
      {previous && (
        <a
          href={to(previous.slug)}
          rel="prev"
          aria-keyshortcuts="Alt+PageUp"
          aria-label={bar.previous(previous.title)}
        >
          ← <span>{previous.title}</span>
        </a>
      )}
      {next && (
        <a
          href={to(next.slug)}
          rel="next"
          aria-keyshortcuts="Alt+PageDown"
          aria-label={bar.next(next.title)}
        >
          <span>{next.title}</span> →
        </a>
      )}
    </nav>
  )
}

/** One knot for every step of the check, tied if it passed. */
function Steps({ slug }: { slug: string }) {
  const { bar } = useWords()
  const progress = useProgress(slug)
  if (!progress || progress.steps === 0) return <p className={style.steps}>{bar.notChecked}</p>
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
      {done ? bar.passed : bar.steps(passed.length, steps)}
    </p>
  )
}
