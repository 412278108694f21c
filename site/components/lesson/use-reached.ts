'use client'
/** Whether the reader has come to an element of the text: once it was on the screen, it stays so. */
import { type RefObject, useEffect, useState } from 'react'

export function useReached(element: RefObject<HTMLElement | null>): boolean {
  const [reached, setReached] = useState(false)
  useEffect(() => {
    const { current } = element
    if (!current || reached) return
    // The edge of a question is not a question that was read.
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setReached(true)
      },
      { threshold: 0.6 },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [element, reached])
  return reached
}
