'use client'
/** A quiet line: how many review cards are due. */
import { useEffect, useState } from 'react'
import { dueCards } from '../../lib/review.ts'
import { useReviewCards } from '../../lib/use-progress.ts'
import { useWords } from '../../words/use-words.ts'
import { pathIn } from '../../words/words.ts'
import style from './passed.module.css'

export function DueCards() {
  const { lang, review } = useWords()
  const cards = useReviewCards()
  // A page that was built knows no time.
  const [now, setNow] = useState<number>()
  useEffect(() => {
    const look = () => setNow(Date.now())
    look()
    // A tab that stays open over night learns of the new day.
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [])
  const due = now === undefined ? 0 : dueCards(cards, now).length
  if (due === 0) return null
  return (
    <p className={style.due}>
      <a href={pathIn(lang, '/learn/review')}>{review.due(due)}</a>
    </p>
  )
}
