/** The elements of a lesson's text that measure, draw and fold: from what stands in the text to what runs. */
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import { KeptFocus } from './kept-focus.tsx'
import style from './lesson-elements.module.css'
import { Prediction, type PredictProps } from './predict.tsx'
import { Scrub } from './scrub.tsx'
import { StepList } from './steps.tsx'
import { WireFrame } from './wire-frame.tsx'

/** By the names that stand in a text. */
export const ELEMENTS = {
  Predict,
  Choice,
  Answer: AnswerText,
  AnswerEnd,
  Scrub,
  Wire: WireFrame,
  Bytes,
  Steps,
}

/** An answer to choose, read by the question that it stands in. */
function Choice({ children }: { value: string; children: ReactNode }) {
  return children
}

/** What follows a question in the text, as `withAnswers` gathers it. */
function AnswerText({ children }: { children: ReactNode }) {
  return children
}

/** Ends an answer before the next heading: what follows is shown to everybody. */
function AnswerEnd() {
  return null
}

function Predict({ children, ...props }: PredictProps & { children: ReactNode; of?: string }) {
  const { of: _, ...about } = props
  const all = Children.toArray(children)
  return (
    <KeptFocus>
      <Prediction
        {...about}
        question={all.filter((one) => !isChoice(one) && !isAnswer(one))}
        following={all.find(isAnswer)?.props.children}
        choices={all.filter(isChoice).map(({ props: { value, children } }) => ({
          value: `${value}`,
          label: children,
        }))}
      />
    </KeptFocus>
  )
}

const isChoice = (
  child: ReactNode,
): child is ReactElement<{ value: string; children: ReactNode }> =>
  isValidElement(child) && child.type === Choice

const isAnswer = (child: ReactNode): child is WithChildren =>
  isValidElement(child) && child.type === AnswerText

/** A number that the tests measure. */
function Bytes({ children }: { children: ReactNode }) {
  return <span className={style.bytes}>{children}</span>
}

/** An ordered list stands in it. */
function Steps({ children }: { children: ReactNode }) {
  const list = Children.toArray(children).find(isList)
  if (!list) return children
  const items = Children.toArray(list.props.children).filter(isItem)
  return <StepList items={items.map(({ props }) => props.children)} />
}

type WithChildren = ReactElement<{ children: ReactNode }>
const isList = (child: ReactNode): child is WithChildren =>
  isValidElement(child) && child.type === 'ol'
const isItem = (child: ReactNode): child is WithChildren =>
  isValidElement(child) && child.type === 'li'
