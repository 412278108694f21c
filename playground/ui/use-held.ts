'use client'
/** Delays the editor until the container has its files, so that both start at the same time. */
import { useEffect, useState } from 'react'
import type { Phase } from '../container/types.ts'

/** A slow network must not keep the reader from the editor. */
const AT_MOST = 1000

/**
 * Loading the editor keeps the page busy for a second or more, and each message to a booting container would
 * wait for it; once the files are there, the container continues by itself. True at first if `wanted`, then
 * false for good.
 */
export function useHeld(wanted: boolean, awake: boolean, phase: Phase): boolean {
  const [held, setHeld] = useState(wanted)
  const underway = phase.name === 'idle' || (phase.name === 'booting' && phase.step !== 'engine')
  useEffect(() => {
    if (!held || !awake) return
    if (!underway) return setHeld(false)
    const timer = setTimeout(() => setHeld(false), AT_MOST)
    return () => clearTimeout(timer)
  }, [held, awake, underway])
  return held
}
