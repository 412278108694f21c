'use client'
/** The link to the same place in the other language, in the words of the page. */
import { useWords } from '../words/use-words.ts'
import { otherLang, pathIn } from '../words/words.ts'
import { LanguageLink } from './language-link.tsx'

interface LanguageSwitchProps {
  /** The bare path of this page if it is there in both languages. */
  path: string | undefined
  compact?: boolean
}

export function LanguageSwitch({ path = '/', compact = false }: LanguageSwitchProps) {
  const { lang, header } = useWords()
  const other = otherLang(lang)
  const short = other.toUpperCase()
  return (
    <LanguageLink
      to={other}
      href={pathIn(other, path)}
      name={compact ? short : header.otherLanguage}
      label={compact ? `${short}: ${header.otherLanguage}` : undefined}
    />
  )
}
