/** A lesson's text where nothing runs: what only a running page can do becomes text. */
import { evaluate } from '@mdx-js/mdx'
import type { MDXComponents } from 'mdx/types.js'
import type { ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { headingsOf, type TextNode, withHeadingIds } from '../lib/lesson-text.ts'
import { wordsOf } from '../words/of.ts'
import type { Lang } from '../words/words.ts'
import { Block } from './code-block.tsx'
import style from './prose.module.css'

interface StillProseProps {
  text: string
  lang: Lang
  /** Ids of its headings, in their order. */
  ids?: readonly string[]
  /** How many levels the headings stand below those of a lesson’s own page. */
  below?: number
}

export async function StillProse({ text, lang, ids = [], below = 0 }: StillProseProps) {
  const { default: Content } = await evaluate(text, {
    ...runtime,
    remarkPlugins: [withHeadingIds(ids), lowered(below)],
  })
  return (
    <div className={style.prose}>
      <Content components={stillElements(lang)} />
    </div>
  )
}

const lowered = (levels: number) => () => (tree: unknown) => {
  for (const heading of headingsOf(tree as TextNode))
    heading.depth = Math.min(6, (heading.depth ?? 2) + levels)
}

interface WithChildren {
  children?: ReactNode
}

/** Every element of a lesson as text. */
export function stillElements(lang: Lang): MDXComponents {
  const { lesson, still } = wordsOf(lang)
  const aside = (kind: 'try' | 'watch', name: string) =>
    function Aside({ children }: WithChildren) {
      return (
        <div className={style[kind]}>
          <p className={style.label}>{name}</p>
          {children}
        </div>
      )
    }
  return {
    pre: Block,
    Try: aside('try', lesson.tryIt),
    Watch: aside('watch', lesson.watch),
    Predict: aside('try', still.predict),
    Passed: aside('watch', still.passed),
    Choice: ({ children }: WithChildren) => <p className={style.stillChoice}>{children}</p>,
    AnswerEnd: () => null,
    Bytes: ({ children }: WithChildren) => children,
    Steps: ({ children }: WithChildren) => children,
    // Often within a sentence, where a paragraph can't stand.
    Scrub: ({ value, unit = '' }: { value?: number; unit?: string }) => (
      <em>{still.scrub(String(value), unit)}</em>
    ),
    Wire: () => (
      <p>
        <em>{still.wire}</em>
      </p>
    ),
  }
}
