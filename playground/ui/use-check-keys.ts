'use client'
/** The keys that check the code from wherever the reader is: the button may be far from the editor. */
import { useEffect, useRef } from 'react'

/** As `aria-keyshortcuts` wants them. */
export const CHECK_SHORTCUTS = 'Control+Shift+Enter Meta+Shift+Enter'

export const CHECK_KEYS =
  typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)
    ? '⌘ Shift Enter'
    : 'Ctrl+Shift+Enter'

export function useCheckKeys(check: (() => void) | undefined) {
  const latest = useRef(check)
  latest.current = check
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey, repeat, target } = event
      if (key !== 'Enter' || !shiftKey || altKey || !(ctrlKey || metaKey)) return
      // A dialog asks something first.
      if (!latest.current || (target instanceof Element && target.closest('[role="dialog"]')))
        return
      event.preventDefault()
      event.stopPropagation()
      if (!repeat) latest.current()
    }
    // Before the editor, which would insert a line.
    addEventListener('keydown', hear, { capture: true })
    return () => removeEventListener('keydown', hear, { capture: true })
  }, [])
}
