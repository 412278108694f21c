/** The reader's review cards, kept in this browser: begun when a lesson is passed, moved on by each answer. */
import { createKeptRecord, type KeptRecord } from './kept-record.ts'
import { answered, type Card, DAYS } from './review.ts'

export interface ReviewCards extends Pick<KeptRecord<Card>, 'all' | 'replaceAll' | 'subscribe'> {
  /** Begins those questions of a lesson that have not begun yet. */
  begin(slug: string, questions: readonly string[], now: number): void
  answer(key: string, right: boolean, now: number): void
}

export const cardKey = (slug: string, question: string) => `${slug}/${question}`

export function createReviewCards(storage: () => Storage): ReviewCards {
  const kept = createKeptRecord({ key: 'telar.review', isEntry: isCard, storage })
  return {
    all: kept.all,
    replaceAll: kept.replaceAll,
    subscribe: kept.subscribe,
    begin(slug, questions, now) {
      const keys = questions.map((question) => cardKey(slug, question))
      const fresh = keys.filter((key) => !kept.all()[key])
      if (fresh.length > 0)
        kept.put(Object.fromEntries(fresh.map((key) => [key, { box: 0, since: now }])))
    },
    answer(key, right, now) {
      const card = kept.all()[key] ?? { box: 0, since: now }
      kept.put({ [key]: answered(card, right, now) })
    },
  }
}

export function isCard(value: unknown): value is Card {
  const { box, since } = (value ?? {}) as Partial<Card>
  return (
    Number.isInteger(box) &&
    box! >= 0 &&
    box! <= DAYS.length &&
    typeof since === 'number' &&
    since >= 0
  )
}
