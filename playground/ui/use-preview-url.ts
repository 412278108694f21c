'use client'
/** Remembers the address of the preview, also while the container starts, fails or has ended. */
import { useRef } from 'react'
import type { Phase } from '../container/types.ts'

interface PreviewUrl {
  /** Undefined until something has run. */
  readonly url: string | undefined
  /** Counts fresh starts. A swap does not count: the page reconnects by itself and keeps its content. */
  readonly start: number
}

export function usePreviewUrl(phase: Phase): PreviewUrl {
  const known = useRef<PreviewUrl>({ url: undefined, start: 0 })
  const isFresh = useRef(true)
  const { current } = known
  if (phase.name === 'running' || phase.name === 'swapping' || phase.name === 'failed') {
    const { url = current.url } = phase
    const start = url !== current.url || (isFresh.current && phase.name === 'running')
    if (start) known.current = { url, start: current.start + 1 }
    if (phase.name === 'running') isFresh.current = false
  } else if (phase.name === 'starting' || phase.name === 'stopped') {
    // After Run the page starts again; an edit after a loop or an exit is a swap, and its sessions continue.
    isFresh.current = true
  }
  return known.current
}
