'use client'
/** Returns the focus to where it was before a dialog opened. */
import { useState } from 'react'

/** For a dialog's `onCloseAutoFocus`: our dialogs have no trigger to which Radix could return by itself. */
export function useReturn(): (event: Event) => void {
  const [before] = useState(() => document.activeElement)
  return (event) => {
    event.preventDefault()
    if (before instanceof HTMLElement) before.focus()
  }
}
