'use client'
/** The review in English. */
import type { CardLesson } from '../../lib/cards.ts'
import { en } from '../../words/review/en.ts'
import { Review } from './review.tsx'

export const EnglishReview = ({ lessons }: { lessons: readonly CardLesson[] }) => (
  <Review lessons={lessons} words={en} />
)
