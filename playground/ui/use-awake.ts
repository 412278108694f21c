'use client'
/** Reports when the reader first moves, touches or types: heavy parts of a page wait for that. */
import { useEffect, useState } from 'react'

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focusin'] as const

export function useAwake(): boolean {
  const [awake, setAwake] = useState(false)
  useEffect(() => {
    if (awake) return
    const wake = () => setAwake(true)
    for (const sign of SIGNS) addEventListener(sign, wake, { passive: true })
    return () => {
      for (const sign of SIGNS) removeEventListener(sign, wake)
    }
  }, [awake])
  return awake
}
