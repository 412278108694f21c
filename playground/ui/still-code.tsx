'use client'
/** The open file in colours, shown before the editor is loaded: a plain text area that can be edited. */
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { codeWords } from '../editor/code-words.ts'
import style from './still-code.module.css'
import { useWords } from './use-words.ts'

interface StillCodeProps {
  name: string
  text: string
  tabLeaves: boolean
  onEdit: (text: string) => void
  onRun: () => void
  /** Called when the reader goes into the code. */
  onEnter: () => void
  ref: Ref<HTMLTextAreaElement>
}

export function StillCode({ name, text, tabLeaves, onEdit, onRun, onEnter, ref }: StillCodeProps) {
  const words = useWords().editor
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
        aria-label={words.name}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap="off"
        onChange={(event) => onEdit(event.target.value)}
        onKeyDown={press}
        onFocus={onEnter}
        onPointerDown={(event) => {
          const { currentTarget } = event
          currentTarget.dataset.pressed = 'true'
          const free = () => delete currentTarget.dataset.pressed
          addEventListener('pointerup', free, { once: true })
          addEventListener('pointercancel', free, { once: true })
        }}
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
  /** Placed over the text, in the same size. */
  children?: ReactNode
}

/** A file in colours, with line numbers. */
export function CodeSheet({ name, text, children }: CodeSheetProps) {
  const count = text.split('\n').length
  const numbers = Array.from({ length: count }, (_, at) => at + 1).join('\n')
  return (
    <div
      className={style.still}
      data-scrolls
      // It scrolls, so the keyboard must reach it where it holds no field.
      tabIndex={children === undefined ? 0 : undefined}
    >
      <pre className={style.numbers} aria-hidden="true">
        {numbers}
      </pre>
      <div className={style.code}>
        {/* A text area has only one colour: its text is transparent, with this under it. */}
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
