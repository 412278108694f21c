/** A lesson's text: MDX compiled when the site is built, with the few elements that a lesson may use. */
import { evaluate } from '@mdx-js/mdx'
import type { MDXComponents } from 'mdx/types.js'
import { isValidElement, type ReactElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { Code } from './code.tsx'
import style from './prose.module.css'

export async function Prose({ text }: { text: string }) {
  const { default: Content } = await evaluate(text, runtime)
  return (
    <div className={style.prose}>
      <Content components={ELEMENTS} />
    </div>
  )
}

const ELEMENTS: MDXComponents = {
  pre: Block,
  Try: ({ children }: { children: ReactNode }) => <Aside name="Try it">{children}</Aside>,
  Watch: ({ children }: { children: ReactNode }) => <Aside name="Watch the wire">{children}</Aside>,
}

// MDX passes a fenced block as <pre><code class="language-ts">text</code></pre>.
function Block({ children }: { children?: ReactNode }) {
  if (!isValidElement(children)) return <pre>{children}</pre>
  const { className, children: text } = (
    children as ReactElement<{ className?: string; children?: string }>
  ).props
  return (
    <div className={style.block}>
      <Code text={text ?? ''} language={className?.replace('language-', '') ?? 'text'} />
    </div>
  )
}

function Aside({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={name === 'Try it' ? style.try : style.watch}>
      <p className={style.label}>{name}</p>
      {children}
    </div>
  )
}
