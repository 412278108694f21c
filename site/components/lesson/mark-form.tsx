'use client'
/** Marks elements of the preview: by pressing them there, or in a list. */
import { useEffect, useState } from 'react'
import type { Markable, Workbench } from '../../../playground/preview/index.ts'
import { useWords } from '../../words/use-words.ts'
import style from './lesson-elements.module.css'

/** The elements of the preview; before that, whether it was asked, or asked and did not answer. */
type Listed = readonly Markable[] | 'asked' | 'silent'

interface MarkFormProps {
  bench: Workbench | undefined
  /** Called with the tag names, joined with `+`. */
  onGuess: (guess: string) => void
}

export function MarkForm({ bench, onGuess }: MarkFormProps) {
  const words = useWords().elements.predict
  const [marks, setMarks] = useState<readonly number[]>()
  const [list, setList] = useState<Listed>('asked')
  /** How often the preview has given a reason to ask it again. */
  const [asks, setAsks] = useState(0)
  const isMarking = marks !== undefined
  const isLive = bench?.isLive() ?? false

  useEffect(() => {
    if (!bench || !isMarking) return
    const leave = bench.hear((told) => {
      if (told.type === 'marked') setMarks(told.marks)
      else if (told.type === 'here') {
        // Another page: the numbers of its elements are its own.
        setMarks([])
        bench.set({ marks: [] })
        setList('asked')
      } else return
      // What was marked in the preview may not be in the list yet.
      setAsks((count) => count + 1)
    })
    return () => {
      leave()
      bench.set({ marks: undefined })
    }
  }, [bench, isMarking])

  // Once more for each of `asks`.
  useEffect(() => {
    if (!bench || !isMarking || !isLive) return
    let isOver = false
    bench.ask({ do: 'list' }).then(
      (answer) => !isOver && setList(answer as readonly Markable[]),
      () => !isOver && setList('silent'),
    )
    return () => {
      isOver = true
    }
  }, [bench, isMarking, isLive, asks])

  const mark = (next: readonly number[] | undefined) => {
    setMarks(next)
    bench?.set({ marks: next })
  }
  const elements = typeof list === 'string' ? [] : list
  const give = () => {
    const tags = (marks ?? []).map((id) => elements.find((one) => one.id === id)?.tag)
    mark(undefined)
    onGuess(tags.filter((tag) => tag !== undefined).join('+') || 'none')
  }

  if (!isMarking)
    return (
      <div className={style.ask}>
        <p>{words.markHow}</p>
        <p className={style.actions}>
          {bench?.isLive() ? (
            <button type="button" onClick={() => mark([])}>
              {words.mark}
            </button>
          ) : (
            <a href="#workspace">{words.toWorkspace}</a>
          )}
        </p>
      </div>
    )
  if (!isLive || elements.length === 0)
    return (
      <div className={style.ask}>
        <p role="status">{words.noElements[isLive ? whyNone(list) : 'away']}</p>
        {!isLive && (
          <p className={style.actions}>
            <button type="button" onClick={() => bench?.run()}>
              {words.run}
            </button>
          </p>
        )}
      </div>
    )
  return (
    <div className={style.ask}>
      <p>{words.marking}</p>
      <ul className={style.choices}>
        {elements.map(({ id, tag, says }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={marks.includes(id)}
                onChange={() =>
                  mark(marks.includes(id) ? marks.filter((one) => one !== id) : [...marks, id])
                }
              />
              <span>
                <code>{tag}</code> {says}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className={style.actions}>
        <button type="button" onClick={give}>
          {words.say}
        </button>
        <span role="status">{words.marked(marks.length)}</span>
      </p>
    </div>
  )
}

const whyNone = (list: Listed) => (typeof list === 'string' ? list : 'empty')
