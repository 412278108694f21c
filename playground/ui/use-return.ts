'use client'
/** Returns the focus to where it was before a dialog opened. */
import { useState } from 'react'

/**
 * For a dialog's `onCloseAutoFocus`: our dialogs have no trigger to which Radix could return by itself.
 * Where the dialog's effect took that place off the page, `otherwise` gives the focus another one.
 */
export function useReturn(otherwise?: () => void): (event: Event) => void {
  const [before] = useState(() => document.activeElement)
  return (event) => {
    event.preventDefault()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
    else otherwise?.()
  }
}
