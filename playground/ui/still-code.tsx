'use client'
/** The open file in colours, before the editor is there and in its place: a plain text area, in which one can write. */
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { codeWords } from '../editor/code-words.ts'
import style from './still-code.module.css'

interface StillCodeProps {
  name: string
  text: string
  tabLeaves: boolean
  onEdit: (text: string) => void
  onRun: () => void
  ref: Ref<HTMLTextAreaElement>
}

export function StillCode({ name, text, tabLeaves, onEdit, onRun, ref }: StillCodeProps) {
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, currentTarget } = event
    const withControl = ctrlKey || metaKey
    if (key === 'Enter' && withControl) onRun()
    else if (key === 'Tab' && !tabLeaves && !withControl && !shiftKey && !altKey) {
      const { selectionStart, selectionEnd } = currentTarget
      currentTarget.setRangeText('  ', selectionStart, selectionEnd, 'end')
      onEdit(currentTarget.value)
    } else return
    event.preventDefault()
  }

  return (
    <CodeSheet name={name} text={text}>
      <textarea
        ref={ref}
        className={style.area}
        aria-label="Editor"
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap="off"
        onChange={(event) => onEdit(event.target.value)}
        onKeyDown={press}
        onCompositionStart={({ currentTarget }) => {
          currentTarget.dataset.composing = 'true'
        }}
        onCompositionEnd={({ currentTarget }) => {
          delete currentTarget.dataset.composing
        }}
      />
    </CodeSheet>
  )
}

interface CodeSheetProps {
  name: string
  text: string
  /** Stands over the letters, in their size. */
  children?: ReactNode
}

/** A file in colours, with the numbers of its lines. */
export function CodeSheet({ name, text, children }: CodeSheetProps) {
  const count = text.split('\n').length
  const numbers = Array.from({ length: count }, (_, at) => at + 1).join('\n')
  return (
    <div className={style.still}>
      <pre className={style.numbers} aria-hidden="true">
        {numbers}
      </pre>
      <div className={style.code}>
        {/* A text area shows one colour alone: its letters are clear, and these stand under them. */}
        <pre className={style.words} aria-hidden={children !== undefined}>
          {codeWords(name, text).map(({ text, role }, at) => (
            <span key={at} className={style[role]}>
              {text}
            </span>
          ))}
        </pre>
        {children}
      </div>
    </div>
  )
}
