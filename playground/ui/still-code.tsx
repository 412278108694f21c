'use client'
/** The open file in colours, before the editor is there and in its place: it takes the focus and gives the caret on. */
import type { Ref } from 'react'
import { codeWords } from '../editor/code-words.ts'
import style from './still-code.module.css'

interface StillCodeProps {
  name: string
  text: string
  ref: Ref<HTMLDivElement>
}

export function StillCode({ name, text, ref }: StillCodeProps) {
  const count = text.split('\n').length
  const numbers = Array.from({ length: count }, (_, at) => at + 1).join('\n')
  return (
    <div className={style.still}>
      <pre className={style.numbers} aria-hidden="true">
        {numbers}
      </pre>
      {/* biome-ignore lint/a11y/useSemanticElements: a text area shows one colour alone */}
      <div
        ref={ref}
        className={style.code}
        role="textbox"
        aria-label="Editor"
        aria-multiline="true"
        aria-busy="true"
        tabIndex={0}
      >
        {codeWords(name, text).map(({ text, role }, at) => (
          <span key={at} className={style[role]}>
            {text}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Where a click has put the caret in it; undefined when there was none. */
export function caretIn(code: HTMLElement): { line: number; column: number } | undefined {
  const selection = getSelection()
  if (!selection?.focusNode || !code.contains(selection.focusNode)) return undefined
  const before = document.createRange()
  before.setStart(code, 0)
  before.setEnd(selection.focusNode, selection.focusOffset)
  const lines = before.toString().split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}
