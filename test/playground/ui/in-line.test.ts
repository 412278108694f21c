/** The place in line, in words. */
import { expect, test } from 'vitest'
import { inLine } from '../../../playground/ui/in-line.ts'
import { words as english } from '../../../playground/ui/words/en/index.ts'

const told = (position?: number) =>
  inLine({ name: 'booting', step: 'host', ...(position && { position }) }, english)

test.each([
  [1, 'you are first in line'],
  [3, 'you are third in line'],
  [10, 'you are tenth in line'],
  [11, 'you are number 11 in line'],
])('place %i is told as “%s”', (position, words) => {
  expect(told(position)).toContain(words)
})

test('nothing is told to whoever does not wait', () => {
  expect(told()).toBeUndefined()
  expect(inLine({ name: 'ready' }, english)).toBeUndefined()
})

test('who waits for a container to wake is told the same, and that it goes on', () => {
  const asleep = { name: 'asleep', before: { name: 'ready' } } as const
  expect(inLine(asleep, english)).toBeUndefined()
  expect(inLine({ ...asleep, position: 2 }, english)).toContain('Your code goes on by itself')
})
