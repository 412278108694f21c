'use client'
/** Keeps the focus in an element of the text whose buttons go with their press. */
import { type ReactNode, useEffect, useRef } from 'react'
import style from './lesson-elements.module.css'

/** When what has the focus is gone, the first element of `children` has it. */
export function KeptFocus({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const around = place.current
    if (!around) return
    let last: Element | null = null
    const note = ({ target }: FocusEvent) => {
      last = target as Element
    }
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      last = null
      const [first] = around.children
      if (!(first instanceof HTMLElement)) return
      first.tabIndex = -1
      first.focus({ preventScroll: true })
    })
    around.addEventListener('focusin', note)
    observer.observe(around, { childList: true, subtree: true })
    return () => {
      around.removeEventListener('focusin', note)
      observer.disconnect()
    }
  }, [])
  return (
    <div ref={place} className={style.kept}>
      {children}
    </div>
  )
}
