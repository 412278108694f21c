/** The name of the project, as a link to the home page. */
import { type Lang, pathIn } from '../words/words.ts'
import style from './header.module.css'
import { Mark } from './mark.tsx'

interface HomeLinkProps {
  lang: Lang
  tagline: string
  /** Where there is little room: what a screen reader hears instead of the tagline. */
  label?: string
}

export function HomeLink({ lang, tagline, label }: HomeLinkProps) {
  const isCompact = label !== undefined
  return (
    <a
      href={pathIn(lang, '/')}
      className={isCompact ? `${style.home} ${style.compact}` : style.home}
      // Its accessible name contains the visible text.
      aria-label={label}
      title={`Telar: ${tagline}`}
    >
      <Mark size={isCompact ? 20 : 24} />
      <span className={isCompact ? style.compactName : undefined}>Telar</span>
      {!isCompact && <span className={style.tagline}>{tagline}</span>}
    </a>
  )
}
