'use client'
/** Stands beside a press in the preview that waits for a prediction. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Box, Workbench } from '../../../playground/preview/index.ts'
import { useWords } from '../../words/use-words.ts'
import { KeptFocus } from './kept-focus.tsx'
import style from './lesson-elements.module.css'

interface HeldNoteProps {
  bench: Workbench
  /** What was pressed, in the preview's window. */
  box: Box
  /** Changes when something else is shown. */
  step: string | undefined
  question: ReactNode
  onClose: () => void
  /** Makes the press without a prediction; absent once there is one. */
  onPass?: () => void
  children: ReactNode
}

const GAP = 10
const WIDTH = 320

export function HeldNote(props: HeldNoteProps) {
  const { bench, box, step, question, onClose, onPass, children } = props
  const words = useWords().elements.predict
  const note = useRef<HTMLDivElement>(null)
  const title = useId()
  const asked = useId()
  const [at, setAt] = useState<{ left: number; top: number }>()

  useEffect(() => {
    const place = () => {
      const frame = bench.frame()?.getBoundingClientRect()
      const height = note.current?.offsetHeight ?? 0
      if (!frame) return
      const below = frame.top + box.y + box.height + GAP
      const above = frame.top + box.y - GAP - height
      const top = below + height <= innerHeight ? below : above
      setAt({
        left: clamp(frame.left + box.x, innerWidth - WIDTH - GAP),
        top: clamp(top, innerHeight - height - GAP),
      })
    }
    place()
    addEventListener('resize', place)
    addEventListener('scroll', place, true)
    // What comes into it later (a frame of the wire, letters) makes it higher.
    const sizes = new ResizeObserver(place)
    for (const one of [note.current, bench.frame()]) if (one) sizes.observe(one)
    return () => {
      sizes.disconnect()
      removeEventListener('resize', place)
      removeEventListener('scroll', place, true)
    }
  }, [bench, box, step])

  // The press was the reader's last act, so its answer is the next. What is hidden takes no focus.
  const isPlaced = at !== undefined
  useEffect(() => {
    if (isPlaced) note.current?.querySelector<HTMLElement>('input,button')?.focus()
  }, [step, isPlaced])

  // Whoever goes by keyboard is back where they pressed.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) bench.frame()?.focus()
    },
    [bench],
  )

  return (
    <div
      ref={note}
      role="dialog"
      aria-labelledby={title}
      aria-describedby={asked}
      className={style.note}
      style={at ?? { visibility: 'hidden' }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <p id={title} className={style.label}>
        {words.first}
      </p>
      <KeptFocus>
        <div>
          <div id={asked} className={style.question}>
            {question}
          </div>
          {children}
        </div>
      </KeptFocus>
      <p className={style.actions}>
        {onPass && (
          <button type="button" className={style.quiet} onClick={onPass}>
            {words.passAnyway}
          </button>
        )}
        <button type="button" className={style.quiet} onClick={onClose}>
          {words.close}
        </button>
      </p>
    </div>
  )
}

const clamp = (value: number, most: number) => Math.max(GAP, Math.min(value, most))
