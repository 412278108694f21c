/** A server that comes back is found soon, and not by all of its readers at once. */
import { expect, test } from 'vitest'
import { searchDelay } from '../../../playground/ui/search-delay.ts'

test('each attempt waits twice as long as the one before, up to 20 seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 40].map((attempt) => searchDelay(attempt, 1))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 20_000, 20_000,
  ])
})

test('readers who lost the server at the same moment spread over half of that time', () => {
  expect(searchDelay(3, 0)).toBe(4000)
  expect(searchDelay(3, 0.5)).toBe(6000)
})
