'use client'
/** The reader's progress as a hook; prerendered pages show none until they run. */
import { useSyncExternalStore } from 'react'
import { createProgress, type Progress } from './progress.ts'

export const progress = createProgress(() => localStorage)

export const useProgress = (slug: string): Progress | undefined =>
  useSyncExternalStore(
    subscribe,
    () => progress.read(slug),
    () => undefined,
  )

function subscribe(listener: () => void) {
  const leave = progress.subscribe(listener)
  addEventListener('storage', listener)
  return () => {
    leave()
    removeEventListener('storage', listener)
  }
}
