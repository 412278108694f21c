/** A process may take so much time of its own; time in which others had the processor is not its own. */
import { expect, test } from 'vitest'
import { OwnTime } from '../../../playground/container/run/own-time.ts'

/** How long it takes until `limit` is used up, of a process that is looked at every so many milliseconds. */
function until(limit: number, shares: { idle: number; worked: number }, every = 100): number {
  let now = 1000
  const own = new OwnTime({
    now: () => now,
    idle: () => now * shares.idle,
    worked: () => now * shares.worked,
  })
  for (let passed = every; passed < 600_000; passed += every) {
    now += every
    if (own.ms >= limit) return passed
  }
  return Number.POSITIVE_INFINITY
}

test('a process that waits uses its time up as the clock does', () => {
  expect(until(5000, { idle: 1, worked: 0 })).toBe(5000)
  expect(until(5000, { idle: 0.8, worked: 0.2 })).toBe(5000)
})

test('a process that works uses it up as the clock does, on however many threads', () => {
  expect(until(5000, { idle: 0, worked: 1 })).toBe(5000)
  expect(until(5000, { idle: 0, worked: 3 })).toBe(5000)
})

test('a process that gets a tenth of a processor has ten times as long', () => {
  expect(until(5000, { idle: 0, worked: 0.1 })).toBe(50_000)
})

test('waiting for a processor passes for idleness; what comes late to its own looks has waited for one', () => {
  expect(until(5000, { idle: 1, worked: 0 }, 1000)).toBe(25_000)
})

test('where nothing can be told the clock counts', () => {
  expect(until(5000, { idle: 0, worked: 0 })).toBe(5000)
})
