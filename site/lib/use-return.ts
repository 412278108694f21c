/** Gives the focus back to where it was when a dialog without a trigger of its own closes. */
import { useState } from 'react'

/** For `onCloseAutoFocus`. */
export function useReturn(): (event: Event) => void {
  const [before] = useState(() =>
    typeof document === 'undefined' ? null : (document.activeElement as HTMLElement | null),
  )
  return (event) => {
    event.preventDefault()
    before?.focus()
  }
}
