'use client'
/** A link to the same place in the other language; following it is remembered. */
import type { MouseEvent } from 'react'
import { rememberLang } from '../lib/language.ts'
import type { Lang } from '../words/words.ts'
import style from './header.module.css'

interface LanguageLinkProps {
  /** The language that it leads to. */
  to: Lang
  href: string
  /** What is seen of it. */
  name: string
  label?: string
}

export function LanguageLink({ to, href, name, label }: LanguageLinkProps) {
  const keepPlace = (event: MouseEvent<HTMLAnchorElement>) => {
    rememberLang(to)
    // The fragment is known in the browser only; headings have the same ids in both languages.
    event.currentTarget.href = `${href}${location.hash}`
  }
  return (
    <a
      href={href}
      hrefLang={to}
      lang={to}
      className={style.language}
      aria-label={label}
      onClick={keepPlace}
    >
      {name}
    </a>
  )
}
