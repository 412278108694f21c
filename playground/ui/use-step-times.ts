'use client'
/** Measures the steps of a start as its phases come. */
import { useRef } from 'react'
import type { Phase } from '../container/types.ts'
import { noTimes, type Times, timed } from './step-times.ts'

export function useStepTimes(phase: Phase): Times {
  const known = useRef(noTimes)
  known.current = timed(known.current, phase, performance.now())
  return known.current
}
