'use client'
/** A question that is asked before the press is let through, and the truth from what then crossed. */
import { usePathname } from 'next/navigation'
import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import type { Box, Measure, Outcome, VisitorAction } from '../../../playground/preview/index.ts'
import { type Guess, readGuess, writeGuess } from '../../lib/guesses.ts'
import { QUESTION_BEFORE_PAINT } from '../../lib/question-before-paint.ts'
import { useWords } from '../../words/use-words.ts'
import { Answer } from './answer.tsx'
import { AskForm } from './ask-form.tsx'
import type { AskedChoice } from './asked-choice.ts'
import style from './lesson-elements.module.css'
import { predictions } from './predictions.ts'
import { Truth } from './truth.tsx'
import { useKeptHeight } from './use-kept-height.ts'
import { useReached } from './use-reached.ts'
import { useWorkbench } from './use-workbench.ts'

const loadNote = () => import('./held-note.tsx')
const HeldNote = lazy(async () => ({ default: (await loadNote()).HeldNote }))

export interface PredictProps {
  id: string
  press?: string
  type?: string
  into?: string
  wait?: number
  measure: Measure
  /** The selector of what `text` reads. */
  look?: string
  answer: string | number
}

interface PredictionProps extends PredictProps {
  question: ReactNode
  choices: readonly AskedChoice[]
  /** What the text says behind the question. */
  following: ReactNode
}

export function Prediction(props: PredictionProps) {
  const { id, measure, look, answer, question, choices, following } = props
  const words = useWords().elements.predict
  const lesson = usePathname().split('/').at(-1) ?? ''
  const bench = useWorkbench()
  const [action] = useState(() => actionOf(props))
  const [kept, setKept] = useState<Guess>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [measuring, setMeasuring] = useState(false)
  // New code took over while it was measured.
  const [isMixed, setMixed] = useState(false)
  const [passes, setPasses] = useState(false)
  const [held, setHeld] = useState<Box>()
  const place = useRef<HTMLDivElement>(null)
  const reached = useReached(place)

  useLayoutEffect(() => {
    setKept(readGuess(lesson, id))
    place.current?.removeAttribute('style')
  }, [lesson, id])
  useKeptHeight(place, kept !== undefined, lesson, id)

  const keep = useCallback(
    (next: Guess | undefined) => {
      setKept(next)
      writeGuess(lesson, id, next)
    },
    [lesson, id],
  )

  const begin = useCallback(
    async (at: number) => {
      if (!bench || !kept) return
      setMeasuring(true)
      try {
        const found = await bench.measure(action, at, measure, look)
        setOutcome(found)
        setMixed(!found)
        if (found) keep({ guess: kept.guess, truth: `${found.truth}` })
      } catch {
        // The preview went away in the middle: the question stands, and can be measured again.
      }
      setMeasuring(false)
    },
    [bench, kept, action, measure, look, keep],
  )

  const isSettled = passes || (kept?.truth !== undefined && !measuring)
  useEffect(() => {
    const element = place.current
    if (!element) return
    // There before a press can be held.
    if (reached) void loadNote()
    const state = isSettled || !reached ? 'settled' : kept ? 'waiting' : 'asking'
    predictions.set(element, {
      action,
      state: measuring ? 'settled' : state,
      onHeld: setHeld,
      onDone: (at) => void begin(at),
    })
    return () => predictions.remove(element)
  }, [action, isSettled, measuring, reached, kept, begin])

  const act = async () => {
    if (!bench) return
    if ('wait' in action) {
      await bench.ask({ do: 'record' })
      return begin(Date.now())
    }
    // A press is reported by the preview as it happens.
    const measured = 'into' in action
    if (measured) await bench.ask({ do: 'record' })
    const at = Date.now()
    await bench.ask(
      'press' in action
        ? { do: 'press', name: action.press }
        : { do: 'type', text: action.type, into: action.into },
    )
    if (measured) await begin(at)
  }

  const guess = (value: string) => keep({ guess: value })
  const afresh = () => {
    keep(undefined)
    setOutcome(undefined)
    setPasses(false)
  }
  const again = () => {
    setOutcome(undefined)
    if (kept) keep({ guess: kept.guess })
  }
  const passAnyway = () => {
    setPasses(true)
    setHeld(undefined)
    // After the preview knows that nothing is held any more.
    if (!('wait' in action)) setTimeout(() => void act().catch(() => {}), 60)
  }

  // In the text, and in the note beside the press.
  const outcomeOf = kept && (
    <div aria-live="polite">
      {kept.truth === undefined ? (
        <Now
          action={action}
          measuring={measuring}
          isMixed={isMixed}
          isLive={bench?.isLive() ?? false}
          onAct={act}
        />
      ) : (
        <Truth
          measure={measure}
          choices={choices}
          guess={kept.guess}
          truth={kept.truth}
          answer={`${answer}`}
          frame={outcome?.frame}
        />
      )}
    </div>
  )

  return (
    <>
      {/* No landmark: a lesson has several, and their names would be the same. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is inside, for the choices */}
      <div
        ref={place}
        id={`predict-${id}`}
        className={style.predict}
        role="group"
        aria-label={words.name}
        // Whoever comes to a choice by keyboard hears what is asked.
        aria-describedby={`question-${id}`}
        suppressHydrationWarning
      >
        <p className={style.label}>{words.name}</p>
        <div id={`question-${id}`} className={style.question}>
          {question}
        </div>
        <AskForm
          measure={measure}
          choices={choices}
          {...(kept && { given: kept.guess })}
          bench={bench}
          onGuess={guess}
        />
        {outcomeOf}
        {kept?.truth !== undefined && (
          <p className={style.actions}>
            <button type="button" onClick={again}>
              {words.again}
            </button>
            <button type="button" className={style.quiet} onClick={afresh}>
              {words.afresh}
            </button>
          </p>
        )}
        {held &&
          bench &&
          createPortal(
            <Suspense>
              <HeldNote
                bench={bench}
                box={held}
                step={kept?.truth ?? kept?.guess}
                question={question}
                onClose={() => setHeld(undefined)}
                {...(!kept && { onPass: passAnyway })}
              >
                {outcomeOf ?? (
                  <AskForm measure={measure} choices={choices} bench={bench} onGuess={guess} />
                )}
              </HeldNote>
            </Suspense>,
            document.body,
          )}
      </div>
      {following && (
        <Answer question={id} isAnswered={kept !== undefined || passes}>
          {following}
        </Answer>
      )}
      <script dangerouslySetInnerHTML={{ __html: QUESTION_BEFORE_PAINT }} />
    </>
  )
}

interface NowProps {
  action: VisitorAction
  measuring: boolean
  isMixed: boolean
  isLive: boolean
  onAct: () => Promise<void>
}

/** After the prediction: what to do for the truth. */
function Now({ action, measuring, isMixed, isLive, onAct }: NowProps) {
  const words = useWords().elements.predict
  const [refused, setRefused] = useState('')
  if (measuring) return <p>{words.measuring}</p>
  const [sentence, verb] =
    'press' in action
      ? [words.now(action.press), words.press]
      : 'into' in action
        ? [words.nowType(action.type, action.into), words.type]
        : [words.nowWait(action.wait / 1000), words.watch]
  return (
    <>
      {isMixed && <p>{words.mixed}</p>}
      <p>{sentence}</p>
      <p className={style.actions}>
        {isLive ? (
          <button
            type="button"
            onClick={() => onAct().catch((cause: Error) => setRefused(cause.message))}
          >
            {verb}
          </button>
        ) : (
          <a href="#workspace">{words.toWorkspace}</a>
        )}
      </p>
      {refused && <p role="alert">{refused}</p>}
    </>
  )
}

function actionOf({ press, type, into, wait }: PredictProps): VisitorAction {
  if (press !== undefined) return { press }
  if (type !== undefined && into !== undefined) return { type, into }
  return { wait: wait ?? 1000 }
}
