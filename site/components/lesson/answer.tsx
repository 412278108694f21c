'use client'
/** What the text says behind a question: folded until the reader has answered it, or asks to see it. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../words/use-words.ts'
import style from './lesson-elements.module.css'

interface AnswerProps {
  /** The id of the question. */
  question: string
  isAnswered: boolean
  children: ReactNode
}

export function Answer({ question, isAnswered, children }: AnswerProps) {
  const words = useWords().elements.predict
  const fold = useRef<HTMLDetailsElement>(null)
  // The server's page has it open, for readers without a script.
  const [isShown, setShown] = useState(true)
  useLayoutEffect(() => setShown(isOpen(fold.current!)), [])
  return (
    <details
      ref={fold}
      className={style.answer}
      data-question={question}
      data-answered={isAnswered || undefined}
      open={isAnswered || isShown}
      onToggle={({ currentTarget }) => {
        if (!isAnswered) setShown(currentTarget.open)
      }}
      suppressHydrationWarning
    >
      <summary>
        <span>{words.showAnswer}</span>
        <span>{words.hideAnswer}</span>
      </summary>
      {children}
    </details>
  )
}

/** As the script before the first paint left it, or the reader since then; without that script, whether the address leads into it. */
const isOpen = (fold: HTMLDetailsElement) =>
  fold.dataset.early ? fold.open : fold.contains(document.getElementById(location.hash.slice(1)))
