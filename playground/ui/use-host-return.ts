'use client'
/** Looks for a host that was lost, less and less often, and runs the code there again. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Phase } from '../container/types.ts'
import { searchDelay } from './search-delay.ts'
import { isHostThere } from './settings.ts'

/** Each start passes through `ready`; whoever stays there for longer was booted for something else. */
const ABOUT_TO_START = 500

/** `run` is called as soon as the host answers. */
export function useHostReturn(phase: Phase, run: () => void): void {
  const own = useRef(run)
  own.current = run
  const attempts = useRef(0)
  const [isWanted, setWanted] = useState(false)
  const isLost = phase.name === 'ended' && phase.reason === 'away'
  // A check that was pressed meanwhile boots a container by itself.
  const isIdle = isWanted && phase.name === 'ready'

  useEffect(() => {
    if (isLost) setWanted(true)
    else if (phase.name === 'running' || phase.name === 'stopped') setWanted(false)
    if (phase.name === 'running') attempts.current = 0
  }, [isLost, phase.name])

  useEffect(() => {
    if (!isIdle) return
    const timer = setTimeout(() => own.current(), ABOUT_TO_START)
    return () => clearTimeout(timer)
  }, [isIdle])

  useEffect(() => {
    if (!isLost) return
    const over = new AbortController()
    void search(attempts, over.signal).then((isFound) => isFound && own.current())
    return () => over.abort()
  }, [isLost])
}

/** True once the host answers; false if it was given up. */
async function search(attempts: RefObject<number>, over: AbortSignal): Promise<boolean> {
  while (!over.aborted) {
    const delay = AbortSignal.timeout(searchDelay(attempts.current, Math.random()))
    // Sooner when the network comes back.
    await heard(window, 'online', AbortSignal.any([over, delay]))
    // Nobody waits in a tab that is not seen.
    if (document.visibilityState === 'hidden') await heard(document, 'visibilitychange', over)
    attempts.current += 1
    if (!over.aborted && (await isHostThere())) return !over.aborted
  }
  return false
}

/** Resolves with the event, or once `over` is aborted. */
const heard = (target: EventTarget, event: string, over: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => resolve()
    target.addEventListener(event, done, { once: true, signal: over })
    if (over.aborted) done()
    else over.addEventListener('abort', done, { once: true })
  })
