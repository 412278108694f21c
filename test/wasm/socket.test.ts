/** How long a tab waits before it tries again. */
import { expect, test } from 'vitest'
import { backoff } from '../../wasm/client/socket.ts'

test('the wait doubles with each attempt and ends at 30 s', {
  tags: ['A10', 'backoff', 'reconnect-storm'],
}, () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 7, 8, 20].map((attempt) => backoff(attempt, 1))
  expect(longest).toEqual([200, 400, 800, 1600, 3200, 6400, 12800, 25600, 30000, 30000])
})

test('full jitter spreads a crowd of tabs over the whole wait', {
  tags: ['A10', 'backoff', 'reconnect-storm'],
}, () => {
  expect([0, 0.25, 0.5].map((chance) => backoff(4, chance))).toEqual([0, 800, 1600])
})
