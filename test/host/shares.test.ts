/** Who gets a container, who waits, and whose is put to sleep: the rule by itself. */
import { expect, test } from 'vitest'
import {
  decide as decideAt,
  type Holding,
  RESTED,
  roundRobin,
  type Visitor,
} from '../../playground/host/shares.ts'

const SHARES = { containers: 4, perVisitor: 2 }
const visitor = (name: string, address: string | null = null) => ({ name, address })
const holds = (name: string, touchedAt = 0, address: string | null = null): Holding => ({
  visitor: visitor(name, address),
  touchedAt,
  isAsleep: false,
})
const NOW = 1000
const decide = (asking: Visitor, holdings: Holding[], shares = SHARES, now = NOW) =>
  decideAt(asking, holdings, shares, now)

test('a visitor gets two, and waits for the third though others are free', () => {
  expect(decide(visitor('ada'), [], SHARES)).toBe('start')
  expect(decide(visitor('ada'), [holds('ada')], SHARES)).toBe('start')
  expect(decide(visitor('ada'), [holds('ada'), holds('ada')], SHARES)).toBe('wait')
})

test('one address gets at most half, under however many names', () => {
  const two = [holds('a', 0, '10.0.0.1'), holds('b', 0, '10.0.0.1')]
  expect(decide(visitor('c', '10.0.0.1'), two, SHARES)).toBe('wait')
  expect(decide(visitor('c', '10.0.0.2'), two, SHARES)).toBe('start')
})

test('when all are in use, the longest unused of whoever holds most goes', () => {
  const all = [holds('ada', 5), holds('ada', 3), holds('bob', 1), holds('eve', 2)]
  expect(decide(visitor('new'), all, SHARES)).toEqual({ sleep: all[1] })
})

test('nothing is taken from whoever would then hold less than the one who asks', () => {
  const one = ['a', 'b', 'c', 'd'].map((name) => holds(name))
  expect(decide(visitor('new'), one, SHARES)).toBe('wait')
  const two = [holds('ada'), holds('ada'), holds('bob'), holds('eve')]
  expect(decide(visitor('bob'), two, SHARES)).toBe('wait')
})

test('one that was unused for a minute makes room for a visitor who has none, and not for one who has as many', () => {
  const one = ['a', 'b', 'c', 'd'].map((name, at) => holds(name, NOW + at))
  expect(decide(visitor('new'), one, SHARES, NOW + RESTED - 1)).toBe('wait')
  expect(decide(visitor('new'), one, SHARES, NOW + RESTED + 1)).toEqual({ sleep: one[0] })
  expect(decide(visitor('d'), one, SHARES, NOW + 2 * RESTED)).toBe('wait')
})

test('one that sleeps counts among its visitor’s two, and leaves its room to others', () => {
  const asleep = { ...holds('ada'), isAsleep: true }
  expect(decide(visitor('ada'), [asleep, holds('ada')])).toBe('wait')
  const rest = ['b', 'c', 'd'].map((name) => holds(name))
  expect(decide(visitor('new'), [asleep, ...rest])).toBe('start')
})

test('one that only starts is never put to sleep', () => {
  const starting = { ...holds('ada'), touchedAt: null }
  const two = [starting, { ...starting }, holds('bob'), holds('eve')]
  expect(decide(visitor('new'), two)).toBe('wait')
})

test('a queue is served in turns: the first of each before the second of any', () => {
  const queue = ['ada', 'ada', 'ada', 'bob', 'eve', 'bob'].map((name, at) => ({
    visitor: visitor(name),
    at,
  }))
  expect(roundRobin(queue).map(({ at }) => at)).toEqual([0, 3, 4, 1, 5, 2])
})
