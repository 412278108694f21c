'use client'
/** A number that the reader drags: the preview's connection, or a constant in their code, follows. */
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../words/use-words.ts'
import style from './lesson-elements.module.css'
import { useReached } from './use-reached.ts'
import { useWorkbench } from './use-workbench.ts'

export interface ScrubProps {
  /** `latency`, or `file.ts:NAME`. */
  of: string
  from: number
  to: number
  step?: number
  value: number
  unit?: string
}

export function Scrub({ of, from, to, step = 1, value: start, unit = '' }: ScrubProps) {
  const words = useWords().elements.scrub
  const bench = useWorkbench()
  const id = useId()
  const place = useRef<HTMLSpanElement>(null)
  const reached = useReached(place)
  const [dragged, setDragged] = useState(start)
  const [file, name = ''] = of === 'latency' ? [] : of.split(':')
  const inCode = file === undefined ? undefined : bench?.readNumber(file, name)
  const value = inCode ?? dragged
  const isMissing = file !== undefined && bench !== undefined && inCode === undefined

  // What the slider says must hold: a connection is as slow as it once the reader has come to it.
  useEffect(() => {
    if (file === undefined && reached) bench?.set({ latency: dragged })
  }, [file, reached, bench, dragged])

  const drag = (next: number) => {
    setDragged(next)
    if (file !== undefined) bench?.writeNumber(file, name, next)
  }

  return (
    // It may stand in the middle of a sentence.
    <span ref={place} className={style.scrub}>
      <label htmlFor={id}>{file === undefined ? words.latency : words.constant(name, file)}</label>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        step={step}
        value={value}
        disabled={isMissing}
        aria-valuetext={`${value} ${unit}`}
        onChange={(event) => drag(Number(event.target.value))}
      />
      <output htmlFor={id}>
        {value} {unit}
      </output>
      {isMissing && <span role="status">{words.missing(name, file)}</span>}
    </span>
  )
}
