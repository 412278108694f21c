/** Whether the text or the workspace is on the screen if there is room for only one: the address says it, so Back works. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

export type View = 'text' | 'workspace'

/** The same as in lesson-layout.module.css and lesson-bar.module.css. */
const ALONE = '(max-width: 60rem)'

interface Views {
  view: View
  /** True if the other one is not on the screen. */
  isAlone: boolean
  go(view: View): void
}

export function useView(): Views {
  const [view, setView] = useState<View>('text')
  const [isAlone, setAlone] = useState(false)
  const scrolled = useRef<Record<View, number>>({ text: 0, workspace: 0 })
  const shown = useRef(view)

  useEffect(() => {
    const query = matchMedia(ALONE)
    const look = () => setAlone(query.matches)
    const read = () => setView(viewIn(location.hash))
    // What is hidden has no scroll position, so the browser could not keep it.
    const note = () => {
      if (viewIn(location.hash) === shown.current) scrolled.current[shown.current] = scrollY
    }
    // Whoever scrolled before the page was live did so in the text.
    scrolled.current.text = scrollY
    look()
    read()
    query.addEventListener('change', look)
    addEventListener('hashchange', read)
    addEventListener('scroll', note)
    // A scroll is told with the next frame, and the press that leaves the view may come before it.
    addEventListener('click', note, true)
    return () => {
      query.removeEventListener('change', look)
      removeEventListener('hashchange', read)
      removeEventListener('scroll', note)
      removeEventListener('click', note, true)
    }
  }, [])

  useLayoutEffect(() => {
    if (shown.current === view) return
    shown.current = view
    if (isAlone) scrollTo({ top: scrolled.current[view], behavior: 'instant' })
  }, [view, isAlone])

  const go = useCallback(
    (to: View) => {
      if (isAlone && viewIn(location.hash) !== to) location.hash = to
    },
    [isAlone],
  )

  return { view, isAlone, go }
}

// The steps of a check stand in the workspace where there is room for only one.
const viewIn = (hash: string): View =>
  hash === '#workspace' || hash.startsWith('#step-') ? 'workspace' : 'text'
