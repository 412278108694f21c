'use client'
/** Says what was not found, a lesson by its name or a page, in the language of the address. */
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { PageWords } from '../words/pages/words.ts'
import type { Lang } from '../words/words.ts'

/** One for each language; without script the English one is shown, which names the other. */
export function ByAddress({ en, es }: Readonly<Record<Lang, ReactNode>>) {
  const path = usePath()
  const lang = path && /^\/es(\/|$)/.test(path) ? 'es' : 'en'
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  return lang === 'es' ? es : en
}

export function NotFoundMessage({ words }: { words: PageWords['notFound'] }) {
  const lesson = /^\/(?:es\/)?learn\/([^/]+)\/?$/.exec(usePath() ?? '')?.[1]
  return (
    <>
      <h1>{lesson ? words.lesson : words.page}</h1>
      <p>
        {lesson ? (
          <>
            {words.noLesson[0]}
            <code>{readable(lesson)}</code>
            {words.noLesson[1]}
          </>
        ) : (
          words.check
        )}
      </p>
    </>
  )
}

/** The address is known in the browser only: this page is the same file for all of them. */
const usePath = () =>
  useSyncExternalStore(
    never,
    () => location.pathname,
    () => undefined,
  )

const never = () => () => {}

// Decoding throws if an address contains a broken escape.
function readable(name: string): string {
  try {
    return decodeURIComponent(name).slice(0, 80)
  } catch {
    return name.slice(0, 80)
  }
}
