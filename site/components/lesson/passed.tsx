'use client'
/** What a lesson says to those who have passed it: folded in the text until then, and shown under the result. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useProgress } from '../../lib/use-progress.ts'
import { DueCards } from './due-cards.tsx'
import style from './passed.module.css'

interface PassedPlace {
  readonly slug: string
  /** Whether the result of a check shows it. */
  readonly isUnderResult: boolean
  /** Hands over what the result of a check shows too. */
  readonly give: (content: ReactNode) => void
}

/** Without one, the text stands alone. */
export const PassedContext = createContext<PassedPlace | undefined>(undefined)

export function Passed({ name, children }: { name: string; children: ReactNode }) {
  const place = useContext(PassedContext)
  const isDone = useProgress(place?.slug ?? '')?.done ?? false
  const [isOpen, setOpen] = useState(false)
  const give = place?.give
  useEffect(() => give?.(children), [give, children])
  // One copy at a time is enough to read.
  const isShown = isDone && !place?.isUnderResult
  useEffect(() => setOpen(isShown), [isShown])
  return (
    <details
      id="passed"
      className={style.passed}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{name}</h2>
      </summary>
      {children}
    </details>
  )
}

interface UnderResultProps {
  children: ReactNode
  /** Told whether it is on the page. */
  onShown: (isShown: boolean) => void
}

/** The same below the result of a check. */
export function UnderResult({ children, onShown }: UnderResultProps) {
  useEffect(() => {
    onShown(true)
    return () => onShown(false)
  }, [onShown])
  return (
    <div className={style.under}>
      {children}
      <DueCards />
    </div>
  )
}
