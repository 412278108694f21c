/** What the review page says in English. */
import type { ReviewWords } from './words.ts'

const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' })

export const en: ReviewWords = {
  title: 'Review',
  description: 'Questions about the lessons that you have passed: you answer, and then they run.',
  lead: 'Two questions for each lesson that you have passed come back after 1, 3, 8 and 20 days. You answer, then the code runs and says what is true. Nothing depends on it.',
  loading: 'Looking for your cards …',
  next: (at, count) =>
    `Nothing is due now. ${count === 1 ? 'The next card comes' : `The next ${count} cards come`} on ${day.format(at)}.`,
  none: 'There are no cards yet. Each lesson that you pass brings two.',
  toLessons: 'To the lessons',
  left: (count) => (count === 1 ? 'The last card for today' : `${count} cards for today`),
  code: 'The code',
  answer: 'Your answer, a number or a word',
  run: 'Run it',
  running: 'Running on the real engine …',
  inLine: (position) => `All containers are in use. You are number ${position} in the queue.`,
  right: (truth) => `Right: it is ${truth}.`,
  wrong: (truth, answer) => `It is ${truth}. You said ${answer}.`,
  comesBack: (days) =>
    days === 1 ? 'This card comes back tomorrow.' : `This card comes back in ${days} days.`,
  learned: 'You have answered this card four times in a row. It does not come back.',
  again: 'Try again',
  nextCard: 'Next card',
  failed: (why) => `The question did not run, and nothing is counted. ${why}`,
  done: 'That was the last card for today.',
}
