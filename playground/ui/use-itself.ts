'use client'
/** Runs a lesson without being asked: once it is on the screen and the browser has nothing else to do. */
import { type RefObject, useEffect, useRef } from 'react'

/** An idle moment that does not come is not waited for longer. */
const IDLE_WITHIN = 600

/** Calls `run` once, if `wanted`; never for a reader who saves data. */
export function useItself(
  wanted: boolean,
  element: RefObject<HTMLElement | null>,
  run: () => void,
): void {
  const own = useRef(run)
  own.current = run

  useEffect(() => {
    if (!wanted || savesData()) return
    const { current } = element
    if (!current) return
    let seen = false
    let idle: number | undefined
    let done = false
    const stop = () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', consider)
      if (idle !== undefined) stopWaiting(idle)
    }
    const go = () => {
      idle = undefined
      if (done || !seen || document.visibilityState !== 'visible') return
      done = true
      stop()
      own.current()
    }
    const consider = () => {
      if (idle === undefined && seen && document.visibilityState === 'visible') idle = whenIdle(go)
    }
    const observer = new IntersectionObserver((entries) => {
      seen = entries.at(-1)?.isIntersecting ?? seen
      consider()
    })
    observer.observe(current)
    document.addEventListener('visibilitychange', consider)
    return () => {
      done = true
      stop()
    }
  }, [wanted, element])
}

const savesData = () =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

// Safari has no idle callback.
const whenIdle = (act: () => void): number =>
  typeof requestIdleCallback === 'function'
    ? requestIdleCallback(act, { timeout: IDLE_WITHIN })
    : (setTimeout(act, 50) as unknown as number)

const stopWaiting = (id: number) =>
  typeof cancelIdleCallback === 'function' ? cancelIdleCallback(id) : clearTimeout(id)
