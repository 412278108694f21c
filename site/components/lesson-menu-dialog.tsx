'use client'
/** All lessons by part, with what is passed, beside the page that the reader is on. */
import { Dialog } from 'radix-ui'
import { useEffect, useRef } from 'react'
import type { LessonHead } from '../lib/lessons.ts'
import { useAllProgress } from '../lib/use-progress.ts'
import { useReturn } from '../lib/use-return.ts'
import { useWords } from '../words/use-words.ts'
import { pathIn } from '../words/words.ts'
import { LanguageSwitch } from './language-switch.tsx'
import style from './lesson-menu.module.css'
import { ThemeToggle } from './theme-toggle.tsx'

/** A part as the menu lists it. */
export interface MenuPart {
  number: number
  title: string
  lessons: Pick<LessonHead, 'slug' | 'title' | 'number' | 'lang'>[]
}

export interface LessonMenuProps {
  parts: readonly MenuPart[]
  /** The lesson that is open. */
  slug: string
  /** The bare path of this page if it is there in both languages. */
  path: string | undefined
}

interface DialogProps extends LessonMenuProps {
  onClose: () => void
}

export default function LessonMenuDialog({ parts, slug, path, onClose }: DialogProps) {
  const { lang, course, list } = useWords()
  const comeBack = useReturn()
  const progress = useAllProgress()
  const here = useRef<HTMLAnchorElement>(null)

  useEffect(() => here.current?.scrollIntoView({ block: 'center' }), [])

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={style.veil} />
        <Dialog.Content
          className={style.menu}
          aria-describedby={undefined}
          onCloseAutoFocus={comeBack}
          onOpenAutoFocus={(event) => {
            if (!here.current) return
            event.preventDefault()
            here.current.focus()
          }}
        >
          <div className={style.head}>
            <Dialog.Title>{course.menuTitle}</Dialog.Title>
            <LanguageSwitch path={path} />
            <ThemeToggle />
            <Dialog.Close className={style.close} aria-label={course.close}>
              ×
            </Dialog.Close>
          </div>
          <nav aria-label={course.menu}>
            <p className={style.over}>
              <a href={pathIn(lang, '/learn')}>{course.overview}</a>
              <a href={pathIn(lang, '/learn/all')}>{course.onePageTitle}</a>
            </p>
            {parts.map(({ number, title, lessons }) => (
              <section key={number} aria-labelledby={`menu-part-${number}`}>
                <h3 id={`menu-part-${number}`}>{list.part(number, title)}</h3>
                <ol>
                  {lessons.map((lesson) => (
                    <li key={lesson.slug}>
                      <a
                        ref={lesson.slug === slug ? here : undefined}
                        href={pathIn(lesson.lang, `/learn/${lesson.slug}`)}
                        lang={lesson.lang === lang ? undefined : lesson.lang}
                        aria-current={lesson.slug === slug ? 'page' : undefined}
                      >
                        <span className={style.number}>{lesson.number}</span>
                        <span>{lesson.title}</span>
                        {progress[lesson.slug]?.done && (
                          <span className={style.passed}>{list.passed}</span>
                        )}
                      </a>
                    </li>
                  ))}
                </ol>
              </section>
            ))}
          </nav>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
