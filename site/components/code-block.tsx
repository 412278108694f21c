/** A fenced block of a lesson's text. */
import { isValidElement, type ReactElement, type ReactNode } from 'react'
import { Code } from './code.tsx'
import style from './prose.module.css'

// MDX passes a fenced block as <pre><code class="language-ts">text</code></pre>.
export function Block({ children }: { children?: ReactNode }) {
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
