'use client'
/** How a prediction is given: a choice, a number, a text, or marks in the preview. */
import { type FormEvent, useId, useState } from 'react'
import type { Measure, Workbench } from '../../../playground/preview/index.ts'
import { useWords } from '../../words/use-words.ts'
import type { AskedChoice } from './asked-choice.ts'
import style from './lesson-elements.module.css'
import { MarkForm } from './mark-form.tsx'

interface AskFormProps {
  measure: Measure
  choices: readonly AskedChoice[]
  /** What the reader said; it can't be changed then. */
  given?: string
  bench: Workbench | undefined
  onGuess: (guess: string) => void
}

export function AskForm({ measure, choices, given, bench, onGuess }: AskFormProps) {
  const words = useWords().elements.predict
  const name = useId()
  const [typed, setTyped] = useState('')
  const value = given ?? typed

  if (choices.length === 0 && measure === 'elements')
    return given === undefined ? <MarkForm bench={bench} onGuess={onGuess} /> : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed !== '') onGuess(typed)
  }
  const isNumber = measure !== 'text' && choices.length === 0
  return (
    <form className={style.ask} onSubmit={submit}>
      {choices.length > 0 ? (
        <ul className={style.choices}>
          {choices.map((choice) => (
            <li key={choice.value}>
              <label>
                <input
                  type="radio"
                  name={name}
                  value={choice.value}
                  checked={value === choice.value}
                  disabled={given !== undefined}
                  onChange={() => setTyped(choice.value)}
                />
                <span>{choice.label}</span>
              </label>
            </li>
          ))}
        </ul>
      ) : (
        given === undefined && (
          <label className={style.typed}>
            <span>
              {isNumber ? (measure === 'frames' ? words.frames : words.bytes) : words.text}
            </span>
            <input
              type={isNumber ? 'number' : 'text'}
              inputMode={isNumber ? 'numeric' : 'text'}
              min={0}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
        )
      )}
      {given === undefined && (
        <p className={style.actions}>
          <button type="submit" disabled={typed === ''}>
            {words.say}
          </button>
        </p>
      )}
    </form>
  )
}
