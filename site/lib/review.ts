/** When a review card is due: 1, 3, 8 and 20 days after the last right answer, by the reader's own calendar. */

/** How often it was answered right in a row, and when last (or when its lesson was passed). */
export interface Card {
  readonly box: number
  readonly since: number
}

/** By lesson and question, such as `counter/second-visitor`. */
export type Cards = Readonly<Record<string, Card>>

export const DAYS = [1, 3, 8, 20] as const

/** A card that was answered right after the last of these days is learned and never due again. */
export const isLearned = ({ box }: Card) => box >= DAYS.length

/** The first moment of the day on which the card is due; Infinity if it is learned. */
export function dueAt({ box, since }: Card): number {
  const days = DAYS[box]
  if (days === undefined) return Number.POSITIVE_INFINITY
  // By the calendar: who reviews in the evening finds the cards of the next day in the morning, in a week of 23 hours too.
  const day = new Date(since)
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() + days)
  return day.getTime()
}

export const isDue = (card: Card, now: number) => now >= dueAt(card)

/** The card after an answer: one box on, or back to the first day. */
export const answered = ({ box }: Card, right: boolean, now: number): Card => ({
  box: right ? Math.min(box + 1, DAYS.length) : 0,
  since: now,
})

/** Keys of the due cards, the longest due first. */
export const dueCards = (cards: Cards, now: number): string[] =>
  Object.entries(cards)
    .filter(([, card]) => isDue(card, now))
    .sort(([, one], [, other]) => dueAt(one) - dueAt(other))
    .map(([key]) => key)

/** Whether what a reader typed is what the program answered: numbers by value, words without case, quotes and outer space. */
export function isRight(typed: string, value: string | number): boolean {
  const said = plain(typed)
  const truth = plain(String(value))
  if (said === '') return false
  const number = Number(said.replace(',', '.'))
  return (
    said === truth ||
    (!Number.isNaN(number) && number === Number(truth.replace(',', '.')) && truth !== '')
  )
}

const plain = (text: string) =>
  text
    .trim()
    .replace(/^["'“”‘’«»`]+|["'“”‘’«»`.]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
