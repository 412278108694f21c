/** A thread without a beat is held when it has worked for so long meanwhile. */
import { expect, test } from 'vitest'
import { Patience } from '../../../playground/container/run/patience.ts'

/** Looks every so many milliseconds at a thread that gets `share` of a processor and gives no beat; when it counts as held. */
function heldFor(share: number, every = 100, isHandler = false): number {
  let now = 5000
  const patience = new Patience(
    () => now,
    () => 1 + now * share,
  )
  patience.judge(1, false)
  for (let held = every; held < 60_000; held += every) {
    now += every
    if (patience.judge(1, isHandler) === 'held') return held
  }
  return Number.POSITIVE_INFINITY
}

test('a loop that has the processor, or half of it, is held after two seconds', () => {
  expect(heldFor(1)).toBe(2000)
  expect(heldFor(0.5)).toBe(2000)
})

test('the less a loop gets of the processor, the later it is held: a fifth has five seconds', () => {
  expect(heldFor(1 / 5)).toBe(5000)
  expect(heldFor(1 / 10)).toBe(10_000)
})

test('a handler is held after less work: with a tenth of a processor it has four seconds', () => {
  expect(heldFor(1, 100, true)).toBe(2000)
  expect(heldFor(1 / 5, 100, true)).toBe(2000)
  expect(heldFor(1 / 10, 100, true)).toBe(4000)
})

test('a thread that gets nothing is no loop, however long it waits', () => {
  expect(heldFor(0)).toBe(Number.POSITIVE_INFINITY)
})

test('a first page that takes half a second is no loop, however long others keep it from the processor', () => {
  let now = 0
  const patience = new Patience(
    () => now,
    () => 1 + Math.min(500, now * 0.05),
  )
  patience.judge(1, false)
  for (; now < 30_000; now += 100) expect(patience.judge(1, false)).not.toBe('held')
})

test('a debugger may be made ready once there is no beat for a second', () => {
  let now = 0
  const patience = new Patience(
    () => now,
    () => 1 + now,
  )
  const states = ['beats']
  patience.judge(1, false)
  for (; now < 2000; now += 100) {
    const state = patience.judge(1, false)
    if (state !== states.at(-1)) states.push(`${now}`, state)
  }
  now += 100
  expect(patience.judge(2, false)).toBe('beats')
  expect(states).toEqual(['beats', '1000', 'suspect'])
})

test('looks that come late on a crowded machine count their whole time', () => {
  expect(heldFor(1, 400)).toBe(2000)
})

test('a process that was stopped for an hour has not looped', () => {
  let now = 0
  const patience = new Patience(
    () => now,
    () => 1 + now,
  )
  patience.judge(1, false)
  now += 3_600_000
  expect(patience.judge(1, false)).not.toBe('held')
})

test('where the work can’t be measured two seconds are enough', () => {
  let now = 0
  const patience = new Patience(
    () => now,
    () => 0,
  )
  patience.judge(1, false)
  for (; now < 1900; now += 100) expect(patience.judge(1, false)).not.toBe('held')
  now += 100
  expect(patience.judge(1, false)).toBe('held')
})

test('each beat begins anew', () => {
  let now = 0
  const patience = new Patience(
    () => now,
    () => 1 + now,
  )
  for (let beat = 1; beat < 100; beat++)
    for (let still = 0; still < 19; still++) {
      now += 100
      expect(patience.judge(beat, false)).not.toBe('held')
    }
})
