/** How long a tab waits before it tries again. */
import { expect, test } from 'vitest'
import { backoff } from '../../wasm/client/socket.ts'

test('A10 the wait doubles with each attempt and ends at 30 s', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 7, 8, 20].map((attempt) => backoff(attempt, 1))
  expect(longest).toEqual([200, 400, 800, 1600, 3200, 6400, 12800, 25600, 30000, 30000])
})

test('A10 full jitter spreads a crowd of tabs over the whole wait', () => {
  expect([0, 0.25, 0.5].map((chance) => backoff(4, chance))).toEqual([0, 800, 1600])
})
