/** B2: review cards come back after 1, 3, 8 and 20 days. */
import { expect, test } from 'vitest'
import {
  answered,
  type Card,
  dueAt,
  dueCards,
  isDue,
  isLearned,
  isRight,
} from '../../site/lib/review.ts'

const at = (day: number, hour = 0) => new Date(2026, 2, day, hour).getTime()

test('a card is due on the next day from its first minute, however late its lesson was passed', {
  tags: ['B2'],
}, () => {
  const card = { box: 0, since: at(1, 23) }
  expect(dueAt(card)).toBe(at(2))
  expect(isDue(card, at(2) - 1)).toBe(false)
  expect(isDue(card, at(2))).toBe(true)
})

test('right answers lead through 1, 3, 8 and 20 days, then it is learned', { tags: ['B2'] }, () => {
  let card: Card = { box: 0, since: at(1, 12) }
  const days: number[] = []
  while (!isLearned(card)) {
    const due = dueAt(card)
    days.push(Math.round((due - card.since) / 86_400_000 + 0.49))
    card = answered(card, true, due + 3_600_000)
  }
  expect(days).toEqual([1, 3, 8, 20])
  expect(dueAt(card)).toBe(Number.POSITIVE_INFINITY)
})

test('a wrong answer starts again at one day', { tags: ['B2'] }, () => {
  const card = answered({ box: 3, since: at(1) }, false, at(20, 9))
  expect(card).toEqual({ box: 0, since: at(20, 9) })
  expect(dueAt(card)).toBe(at(21))
})

test('the longest due comes first, what is not due or learned does not come', {
  tags: ['B2'],
}, () => {
  const cards = {
    'a/x': { box: 0, since: at(9) },
    'b/x': { box: 1, since: at(2) },
    'c/x': { box: 0, since: at(10) },
    'd/x': { box: 4, since: at(1) },
  }
  expect(dueCards(cards, at(10, 8))).toEqual(['b/x', 'a/x'])
})

test.each([
  ['2', 2, true],
  [' 2.0 ', 2, true],
  ['2,5', 2.5, true],
  ['“Ana”', 'ana', true],
  ['ana.', 'Ana', true],
  ['', 0, false],
  ['', '', false],
  ['zero', 0, false],
  ['3', '2', false],
  ['two', 'Two', true],
])('typed %j for %j: %s', { tags: ['B2'] }, (typed, value, right) => {
  expect(isRight(typed, value)).toBe(right)
})
