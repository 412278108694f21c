'use client'
/** Tells the page in a preview that a process serves again, so that it does not wait for its next try. */
import { type RefObject, useEffect } from 'react'

export function useWake(frame: RefObject<HTMLIFrameElement | null>, run: number | undefined): void {
  useEffect(() => {
    if (run === undefined) return
    frame.current?.contentWindow?.postMessage({ source: 'telar', type: 'wake' }, '*')
  }, [frame, run])
}
