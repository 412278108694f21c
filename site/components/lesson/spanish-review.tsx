'use client'
/** The review in Spanish. */
import type { CardLesson } from '../../lib/cards.ts'
import { es } from '../../words/review/es.ts'
import { Review } from './review.tsx'

export const SpanishReview = ({ lessons }: { lessons: readonly CardLesson[] }) => (
  <Review lessons={lessons} words={es} />
)
