'use client'
/** Notes how tall an answered question is when its page is left: the next one keeps that much free. */
import { type RefObject, useEffect } from 'react'
import { writeSize } from '../../lib/question-heights.ts'

export function useKeptHeight(
  element: RefObject<HTMLElement | null>,
  isAnswered: boolean,
  lesson: string,
  id: string,
): void {
  useEffect(() => {
    if (!isAnswered) return
    const note = () => {
      const { current } = element
      if (current) writeSize(lesson, id, [current.offsetWidth, heightOf(current)])
    }
    addEventListener('pagehide', note)
    return () => removeEventListener('pagehide', note)
  }, [element, isAnswered, lesson, id])
}

/** Without the frame that was drawn, which the next page has not measured. */
function heightOf(element: HTMLElement): number {
  const drawn = element.querySelector('table')
  if (!drawn) return element.offsetHeight
  return (
    element.offsetHeight - drawn.offsetHeight - Number.parseFloat(getComputedStyle(drawn).marginTop)
  )
}
