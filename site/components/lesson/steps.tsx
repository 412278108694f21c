'use client'
/** A worked example, one step after the other; all of it without a script and on paper. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/use-words.ts'
import style from './lesson-elements.module.css'

export function StepList({ items }: { items: readonly ReactNode[] }) {
  const words = useWords().elements.steps
  // Undefined until a script runs: then all are shown.
  const [shown, setShown] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => setShown(1), [])

  const show = (from: number, count: number) => {
    setShown(count)
    // What has just been asked for is read by a screen reader.
    requestAnimationFrame(() => {
      const step = list.current?.children[from]
      if (step instanceof HTMLElement) step.focus()
    })
  }

  return (
    <div className={style.steps}>
      <ol ref={list}>
        {items.map((item, at) => (
          <li key={at} tabIndex={-1} data-folded={shown !== undefined && at >= shown}>
            {item}
          </li>
        ))}
      </ol>
      {shown !== undefined && shown < items.length && (
        <p className={style.actions}>
          <button type="button" onClick={() => show(shown, shown + 1)}>
            {words.next(shown + 1, items.length)}
          </button>
          <button type="button" className={style.quiet} onClick={() => show(shown, items.length)}>
            {words.all}
          </button>
        </p>
      )}
    </div>
  )
}
