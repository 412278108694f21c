/** A lesson's text: MDX compiled when the site is built, with the few elements that a lesson may use. */
import { evaluate } from '@mdx-js/mdx'
import type { MDXComponents } from 'mdx/types.js'
import type { ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { withAnswers } from '../lib/answers.ts'
import { withHeadingIds } from '../lib/lesson-text.ts'
import { wordsOf } from '../words/of.ts'
import type { Lang } from '../words/words.ts'
import { Block } from './code-block.tsx'
import { headingOf } from './heading.tsx'
import { ELEMENTS } from './lesson/elements.tsx'
import { Passed } from './lesson/passed.tsx'
import style from './prose.module.css'
import { stillElements } from './still-prose.tsx'

interface ProseProps {
  text: string
  lang: Lang
  /** Ids of its headings, in their order. */
  ids: readonly string[]
}

export async function Prose({ text, lang, ids }: ProseProps) {
  const { default: Content } = await evaluate(text, {
    ...runtime,
    remarkPlugins: [withHeadingIds(ids), withAnswers],
  })
  return (
    <div className={style.prose}>
      <Content components={{ ...stillElements(lang), ...elementsIn(lang) }} />
    </div>
  )
}

function elementsIn(lang: Lang): MDXComponents {
  const { tryIt, watch } = wordsOf(lang).lesson
  const { linkHere } = wordsOf(lang).course
  const { passed } = wordsOf(lang).still
  return {
    pre: Block,
    ...ELEMENTS,
    Passed: ({ children }: { children: ReactNode }) => <Passed name={passed}>{children}</Passed>,
    h2: headingOf('h2', linkHere),
    h3: headingOf('h3', linkHere),
    Try: ({ children }: { children: ReactNode }) => (
      <Aside kind="try" name={tryIt}>
        {children}
      </Aside>
    ),
    Watch: ({ children }: { children: ReactNode }) => (
      <Aside kind="watch" name={watch}>
        {children}
      </Aside>
    ),
  }
}

interface AsideProps {
  kind: 'try' | 'watch'
  name: string
  children: ReactNode
}

function Aside({ kind, name, children }: AsideProps) {
  return (
    <div className={style[kind]}>
      <p className={style.label}>{name}</p>
      {children}
    </div>
  )
}
