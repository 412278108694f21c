/** B5: each step of a start says how long it took, and what runs says how long it took to begin. */
import { expect, test } from 'vitest'
import type { Phase, Step } from '../../../playground/container/types.ts'
import { noTimes, timed } from '../../../playground/ui/step-times.ts'

const booting = (step: Step, position?: number): Phase => ({
  name: 'booting',
  step,
  ...(position && { position }),
})
const ready: Phase = { name: 'ready' }
const starting: Phase = { name: 'starting', run: 1 }
const running: Phase = { name: 'running', run: 1, url: 'http://preview' }
const swapping: Phase = { name: 'swapping', run: 2, url: 'http://preview' }

/** The times after these phases, each beginning at its millisecond. */
const after = (...phases: [at: number, phase: Phase][]) =>
  phases.reduce((times, [at, phase]) => timed(times, phase, at), noTimes)

const boot: [number, Phase][] = [
  [1000, booting('page')],
  [1010, booting('host')],
  [1300, booting('files')],
  [1400, booting('engine')],
  [1900, ready],
]

test('each step lasts until the next, and the whole until the code runs', () => {
  const times = after(...boot, [1900, starting], [2000, running])
  expect(times.took).toEqual({ page: 10, host: 290, files: 100, engine: 500, server: 100 })
  expect(times.done).toEqual({ way: 'start', ms: 1000 })
})

test('a place in line belongs to the step that waits', () => {
  const first = booting('host', 2)
  const times = after(
    [0, booting('page')],
    [5, first],
    [4000, booting('host', 1)],
    [9005, booting('files')],
  )
  expect(times.took).toEqual({ page: 5, host: 9000 })
})

test('the start of a container that was booted ahead begins with Run', () => {
  const times = after(...boot, [60_000, starting], [60_200, running])
  expect(times.took).toMatchObject({ engine: 500, server: 200 })
  expect(times.done).toEqual({ way: 'start', ms: 200 })
})

test('new code in a running server has its own time, also when more is typed meanwhile', () => {
  const more: Phase = { ...swapping, run: 3 }
  const times = after(
    ...boot,
    [1900, starting],
    [2000, running],
    [5000, swapping],
    [5050, more],
    [5080, running],
  )
  expect(times.done).toEqual({ way: 'swap', ms: 80 })
})

test('what wakes up has not begun anew, and what failed has taken no time', () => {
  const asleep: Phase = { name: 'asleep', before: running }
  expect(
    after([0, starting], [50, running], [90, asleep], [95, { ...running }]).done,
  ).toBeUndefined()
  const failed: Phase = {
    name: 'failed',
    problem: { owner: 'app', code: 'c', message: 'm', source: 'compile' },
  }
  expect(after([0, starting], [50, failed])).toMatchObject({ took: {} })
})
