/** What crosses the thread is announced without talking over everything else. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { politely } from '../../../playground/ui/polite.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the newest text is said once, when nothing has come for a breath', () => {
  const said: string[] = []
  const { hear } = politely((text) => said.push(text))
  hear('click')
  vi.advanceTimersByTime(1000)
  hear('setText')
  vi.advanceTimersByTime(1499)
  expect(said).toEqual([])
  vi.advanceTimersByTime(1)
  expect(said).toEqual(['setText'])
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual(['setText'])
})

test('a wire that never rests is told of every six seconds', () => {
  const said: string[] = []
  const { hear } = politely((text) => said.push(text))
  for (let second = 0; second <= 20; second += 1) {
    hear(`at ${second} s`)
    vi.advanceTimersByTime(1000)
  }
  expect(said).toEqual(['at 5 s', 'at 11 s', 'at 17 s'])
})

test('what was heard and not yet said is not said after the end', () => {
  const said: string[] = []
  const { hear, stop } = politely((text) => said.push(text))
  hear('click')
  stop()
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual([])
})
