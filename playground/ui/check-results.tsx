'use client'
/** The results of a lesson's check, step by step, with the hint of the first failed step and what the reader can do next. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { StepResult } from '../container/types.ts'
import bench from './bench.module.css'
import { isByKeys } from './by-keys.ts'
import style from './check-results.module.css'
import { actsIn, type CheckWords, type Sentence, sentencesOf } from './check-words.ts'
import { CloseIcon, FailedIcon, PassedIcon, SkippedIcon } from './icons.tsx'
import { ShowMe } from './show-me.tsx'
import { IconButton } from './tip.tsx'
import type { Checked } from './use-check.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/words.ts'

interface CheckResultsProps {
  checked: Checked
  /** The files in the editor are others than those that were checked. */
  isOld: boolean
  /** Why it has not started. */
  waiting: string | undefined
  /** The translations of the check, if the page is not in English. */
  translations: CheckWords | undefined
  /** `byKeys`: whoever closed it needs the focus somewhere else. */
  onClose: (byKeys: boolean) => void
  onAgain: () => void
  /** The preview should be seen now. */
  onShow: () => void
  /** Offers the solution's lines in order; undefined until the reader may need it. */
  onLines: (() => void) | undefined
  /** Shown when every step has passed. */
  children?: ReactNode
}

export function CheckResults(props: CheckResultsProps) {
  const { checked, isOld, waiting, translations, onClose, onAgain, onShow, onLines } = props
  const words = useWords().check
  const { steps, running } = checked
  const failed = steps.find((step) => step.state === 'failed')
  const passed = steps.filter((step) => step.state === 'passed').length
  const isPassed = !running && steps.length > 0 && passed === steps.length
  const list = useRef<HTMLElement>(null)

  // Only the list scrolls, since the reader may be reading the page next to it.
  useEffect(() => {
    const linked = location.hash.startsWith('#step-') && location.hash.slice(1)
    const step =
      (linked && document.getElementById(linked)) ||
      list.current?.querySelector<HTMLElement>('[data-state="failed"]')
    if ((failed || linked) && !running && step)
      list.current?.scrollTo({ top: step.offsetTop - HEAD })
  }, [failed, running])

  return (
    <section
      ref={list}
      tabIndex={-1}
      className={style.results}
      aria-label={words.results}
      data-old={isOld}
    >
      <div className={style.head}>
        <p role="status" className={style.sum} data-passed={isPassed && !isOld}>
          {isOld && !running && <span className={style.old}>{words.old} </span>}
          {(running && waiting) || sumOf(checked, passed, words)}
        </p>
        {checked.ms !== undefined && <p className={style.took}>{words.took(checked.ms)}</p>}
        {isOld && !running && (
          <button
            type="button"
            className={bench.button}
            onClick={() => {
              // The button goes with the press.
              list.current?.focus()
              onAgain()
            }}
          >
            {words.again}
          </button>
        )}
        <IconButton name={words.close} onClick={(event) => onClose(isByKeys(event))}>
          <CloseIcon />
        </IconButton>
      </div>
      <ol>
        {steps.map((step) => {
          const { title, message, hint } = sentencesOf(step, translations)
          return (
            <li
              key={step.id}
              id={`step-${step.id}`}
              className={style.step}
              data-state={step.state}
              data-step={step.id}
            >
              <span className={style.sign}>{SIGNS[step.state]}</span>
              <div>
                <p>
                  <span className={bench.unseen}>{words.states[step.state]}: </span>
                  <Said {...(step.id === UNFINISHED ? { text: words.unfinished } : title)} />
                </p>
                {message && (
                  <p className={style.message}>
                    <Said {...message} />
                  </p>
                )}
                {step === failed && hint && (
                  <p className={style.hint}>
                    <Said {...hint} />
                  </p>
                )}
                {step === failed && !isOld && !running && (step.play || onLines) && (
                  <div className={style.next}>
                    {step.play && <ShowMe acts={actsIn(step.play, translations)} onShow={onShow} />}
                    {onLines && (
                      <button type="button" className={bench.button} onClick={onLines}>
                        {words.linesInstead}
                      </button>
                    )}
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {/* The sum alone would not tell a screen reader what to do next. */}
      <p role="status" className={bench.unseen}>
        {failed && !running && !isOld && (
          <FailedWords step={failed} translations={translations} words={words} />
        )}
      </p>
      {isPassed && !isOld && props.children && <div className={style.after}>{props.children}</div>}
    </section>
  )
}

interface FailedWordsProps {
  step: StepResult
  translations: CheckWords | undefined
  words: Words['check']
}

/** The failed step as one paragraph. */
function FailedWords({ step, translations, words }: FailedWordsProps) {
  const { title, message, hint } = sentencesOf(step, translations)
  return (
    <>
      {words.states.failed}:{' '}
      <Said {...(step.id === UNFINISHED ? { text: words.unfinished } : title)} />
      {'. '}
      {message && <Said {...message} />} {hint && <Said {...hint} />}
    </>
  )
}

// The container’s own step, which no lesson translates.
const UNFINISHED = 'check'

/** Pixels of the head, which stays above the scrolling part. */
const HEAD = 44

const SIGNS: Record<StepResult['state'], ReactNode> = {
  passed: <PassedIcon />,
  failed: <FailedIcon />,
  skipped: <SkippedIcon />,
}

/** A sentence in its own language. */
const Said = ({ text, lang }: Sentence) =>
  lang ? <span lang={lang}>{withCode(text)}</span> : withCode(text)

/** Names between backticks as code: hints name methods and attributes, and the marks alone would be read aloud. */
const withCode = (text: string): ReactNode =>
  // Every second piece stood between two marks.
  text.split(/`([^`]+)`/).map((piece, at) => (at % 2 ? <code key={at}>{piece}</code> : piece))

function sumOf({ running, steps }: Checked, passed: number, words: Words['check']): string {
  if (running) return words.running
  if (steps.length > 0 && passed === steps.length) return words.all
  return words.some(passed, steps.length)
}
