'use client'
/** Gives the focus back to where it was before a dialog opened. */
import { useState } from 'react'

/** For a dialog's `onCloseAutoFocus`: our dialogs have no trigger that Radix could return to by itself. */
export function useReturn(): (event: Event) => void {
  const [before] = useState(() => document.activeElement)
  return (event) => {
    event.preventDefault()
    if (before instanceof HTMLElement) before.focus()
  }
}
