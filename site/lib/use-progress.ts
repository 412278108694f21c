'use client'
/** What this browser keeps of the reader's way as hooks; prerendered pages show none until they run. */
import { useSyncExternalStore } from 'react'
import { createProgress, type Progress } from './progress.ts'
import type { Cards } from './review.ts'
import { createReviewCards } from './review-cards.ts'

export const progress = createProgress(() => localStorage)
export const reviewCards = createReviewCards(() => localStorage)

/** Hears writes of this page and of other tabs. */
const heard = (subscribe: (listener: () => void) => () => void) => (listener: () => void) => {
  const leave = subscribe(listener)
  addEventListener('storage', listener)
  return () => {
    leave()
    removeEventListener('storage', listener)
  }
}

// React subscribes again whenever it is passed another function.
const hearProgress = heard(progress.subscribe)
const hearCards = heard(reviewCards.subscribe)

export const useProgress = (slug: string): Progress | undefined =>
  useSyncExternalStore(
    hearProgress,
    () => progress.read(slug),
    () => undefined,
  )

export const useAllProgress = (): Readonly<Record<string, Progress>> =>
  useSyncExternalStore(hearProgress, progress.all, none)

export const useReviewCards = (): Cards => useSyncExternalStore(hearCards, reviewCards.all, none)

const NONE = {}
const none = () => NONE
