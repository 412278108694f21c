/** A thread without a beat is held when it has worked for it, or for very long. */
import { expect, test } from 'vitest'
import { Patience } from '../../../playground/container/run/patience.ts'

/** Asks tick after tick with the same beat; the milliseconds after which it was over. */
function heldFor(cpuPerTick: number, start = 1): number {
  let cpu = start
  const patience = new Patience(100, () => (cpu += cpuPerTick))
  patience.isOver(1)
  for (let ticks = 1; ticks < 200; ticks++) if (patience.isOver(1)) return ticks * 100
  return Number.POSITIVE_INFINITY
}

test('a loop that has the processor is over after two seconds', () => {
  expect(heldFor(1000)).toBe(2000)
})

test('a thread that hardly gets the processor has ten', () => {
  expect(heldFor(1)).toBe(10_000)
})

test('where the work can’t be measured two seconds are enough', () => {
  expect(heldFor(0, 0)).toBe(2000)
})

test('each beat begins anew', () => {
  const patience = new Patience(100, () => 0)
  for (let beat = 1; beat < 100; beat++) {
    expect(patience.isOver(beat)).toBe(false)
    for (let still = 0; still < 19; still++) expect(patience.isOver(beat)).toBe(false)
  }
})
