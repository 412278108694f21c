/** A fault that repeats is told once a second. */
import { expect, test, vi } from 'vitest'
import { Repeats } from '../../../playground/container/run/repeats.ts'

const problem = { owner: 'app', code: 'thrown', message: 'No.', source: 'runtime' } as const

test('the same fault is news again after a second; another one at once', () => {
  let now = 0
  const repeats = new Repeats(
    () => now,
    () => {},
  )
  expect(repeats.isNews(problem)).toBe(true)
  now = 999
  expect(repeats.isNews(problem)).toBe(false)
  expect(repeats.isNews({ ...problem, file: 'a.ts' })).toBe(true)
  now = 1000
  expect(repeats.isNews(problem)).toBe(true)
})

test('how often it was held back is told a second later', () => {
  vi.useFakeTimers()
  try {
    const told: number[] = []
    const repeats = new Repeats(Date.now, (_problem, times) => told.push(times))
    for (let i = 0; i < 5; i++) repeats.isNews(problem)
    vi.advanceTimersByTime(999)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toEqual([4])
  } finally {
    vi.useRealTimers()
  }
})
