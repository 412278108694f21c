/** The list of all pages of the reference, beside each of them; on a phone a button opens it. */
import { pageGroups } from '../../lib/reference.ts'
import { referenceWords } from '../../words/reference/of.ts'
import { type Lang, pathIn } from '../../words/words.ts'
import style from './list.module.css'

interface ReferenceListProps {
  lang: Lang
  /** The bare path of the page that it stands beside. */
  path: string
}

export function ReferenceList({ lang, path }: ReferenceListProps) {
  const { nav, home } = referenceWords(lang)
  const current = (of: string) => (of === path ? 'page' : undefined)
  return (
    <details className={style.list}>
      <summary>{nav}</summary>
      <nav aria-label={nav}>
        <a href={pathIn(lang, '/reference')} aria-current={current('/reference')}>
          {home}
        </a>
        {pageGroups(lang).map(({ id, title, pages }) => (
          // Without script nothing could scroll to the current page in a list of all.
          <details key={id} open={id === 'guide' || pages.some((page) => page.path === path)}>
            <summary>{title}</summary>
            <ul>
              {pages.map((page) => (
                <li key={page.path}>
                  <a href={pathIn(lang, page.path)} aria-current={current(page.path)}>
                    {page.isName ? <code>{page.title}</code> : page.title}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
    </details>
  )
}
