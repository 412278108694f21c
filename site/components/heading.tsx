/** A heading of a text. */
import type { ReactNode } from 'react'
import style from './prose.module.css'

/** A heading that is a link to itself, to be copied or kept. */
export const headingOf = (Name: 'h2' | 'h3', title: string) =>
  function Heading({ id, children }: { id?: string; children?: ReactNode }) {
    return (
      <Name id={id}>
        {id ? (
          <a href={`#${id}`} className={style.anchor} title={title}>
            {children}
          </a>
        ) : (
          children
        )}
      </Name>
    )
  }
