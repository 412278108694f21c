'use client'
/** What was measured, beside what the reader said, with the frame that shows it. */
import type { ReactNode } from 'react'
import type { DrawnFrame, Measure } from '../../../playground/preview/index.ts'
import { useWords } from '../../words/use-words.ts'
import type { AskedChoice } from './asked-choice.ts'
import { FrameDrawing } from './frame-drawing.tsx'
import style from './lesson-elements.module.css'
import { sameAnswer } from './same-answer.ts'

interface TruthProps {
  measure: Measure
  choices: readonly AskedChoice[]
  guess: string
  truth: string
  /** What the lesson's own code gives. */
  answer: string
  frame: DrawnFrame | undefined
}

export function Truth({ measure, choices, guess, truth, answer, frame }: TruthProps) {
  const { predict: words, frame: drawing } = useWords().elements
  const isRight = sameAnswer(measure, guess, truth)
  const say = (value: string): ReactNode => {
    const choice = choices.find((one) => sameAnswer(measure, one.value, value))
    if (choice) return choice.label
    if (measure === 'frames') return words.framesOf(Number(value))
    if (measure === 'bytes' || measure === 'up') return words.bytesOf(Number(value))
    if (measure === 'text') return `“${value}”`
    if (value === 'none') return words.nothing
    return value.split('+').map((name, at) => (
      <span key={at}>
        {at > 0 && ' + '}
        <code>{name}</code>
      </span>
    ))
  }
  return (
    <div className={style.truth} data-right={isRight}>
      <p>
        <strong>{isRight ? words.right : words.other}</strong>
      </p>
      <dl>
        <dt>{words.said}</dt>
        <dd>{say(guess)}</dd>
        <dt>{words.truth[measure]}</dt>
        <dd>{say(truth)}</dd>
      </dl>
      {!sameAnswer(measure, truth, answer) && <p>{words.otherCode(answer)}</p>}
      {frame && (
        <FrameDrawing frame={frame} caption={measure === 'up' ? drawing.up : drawing.down} />
      )}
    </div>
  )
}
