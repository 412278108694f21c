/** A guide's text: MDX compiled when the site is built, with tables, names of files and plots. */
import { evaluate } from '@mdx-js/mdx'
import { isValidElement, type ReactElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import remarkGfm from 'remark-gfm'
import type { Guide } from '../lib/guides.ts'
import { type TextNode, withHeadingIds } from '../lib/lesson-text.ts'
import { guideWordsOf } from '../words/guides/of.ts'
import { wordsOf } from '../words/of.ts'
import { Block } from './code-block.tsx'
import style from './guide-prose.module.css'
import { headingOf } from './heading.tsx'
import { MeasuredPlot } from './measured-plot.tsx'
import prose from './prose.module.css'

export async function GuideProse({ guide: { text, ids, lang } }: { guide: Guide }) {
  const { course } = wordsOf(lang)
  const { default: Content } = await evaluate(text, {
    ...runtime,
    remarkPlugins: [remarkGfm, withHeadingIds(ids), withFileNames],
  })
  const components = {
    pre: FileBlock,
    table: ({ children }: WithChildren) => (
      <Table name={guideWordsOf(lang).table}>{children}</Table>
    ),
    h2: headingOf('h2', course.linkHere),
    h3: headingOf('h3', course.linkHere),
    Plot: (given: { suite: string; cases: string }) => <MeasuredPlot {...given} lang={lang} />,
  }
  return (
    <div className={`${prose.prose} ${style.guide}`}>
      <Content components={components} />
    </div>
  )
}

interface WithChildren {
  children?: ReactNode
}

/** The word behind a block's language is the file that it is a piece of. */
const withFileNames = () => (tree: unknown) => {
  for (const block of blocksIn(tree as TextNode)) {
    const file = block.meta
    if (file && file !== 'loose') block.data = { ...block.data, hProperties: { 'data-file': file } }
  }
}

type Fence = TextNode & { meta?: string | null }

const blocksIn = (node: TextNode): Fence[] =>
  node.type === 'code' ? [node] : (node.children ?? []).flatMap(blocksIn)

function FileBlock({ children }: WithChildren) {
  const file = isValidElement(children)
    ? (children as ReactElement<{ 'data-file'?: string }>).props['data-file']
    : undefined
  if (!file) return <Block>{children}</Block>
  return (
    <figure className={style.file}>
      <figcaption>{file}</figcaption>
      <Block>{children}</Block>
    </figure>
  )
}

/** A reader without a mouse must be able to scroll a wide table into view. */
function Table({ name, children }: WithChildren & { name: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark for each table
    <div
      className={style.table}
      role="group"
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
    >
      <table>{children}</table>
    </div>
  )
}
