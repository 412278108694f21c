/** What the screen shows after each thing that happens. */
import { expect, test } from 'vitest'
import {
  CONSOLE_LINES,
  type Happening,
  initialState,
  next,
} from '../../playground/container/phases.ts'
import type { ConsoleLine, ContainerState, Problem } from '../../playground/container/types.ts'

const problem: Problem = { owner: 'app', code: 'syntax', message: 'No.', source: 'compile' }
const url = 'http://c--3000.localhost:1'
const after = (...happenings: Happening[]) => happenings.reduce(next, initialState('self'))
const running: Happening[] = [
  { type: 'booted' },
  { type: 'asked', run: 1 },
  { type: 'serving', run: 1, url, problems: [] },
]

test('from idle to running, step by step', { tags: ['B5'] }, () => {
  const phases = (
    [
      { type: 'step', step: 'page' },
      { type: 'step', step: 'server' },
      { type: 'booted' },
      { type: 'asked', run: 1 },
      { type: 'serving', run: 1, url, problems: [] },
    ] as Happening[]
  ).map((_, at, all) => after(...all.slice(0, at + 1)).phase)
  expect(phases).toEqual([
    { name: 'booting', step: 'page' },
    { name: 'booting', step: 'server' },
    { name: 'ready' },
    { name: 'starting', run: 1 },
    { name: 'running', run: 1, url },
  ])
})

test('a container that sleeps keeps its preview, waits its turn, and goes on with what it did', () => {
  const asleep = { name: 'asleep', before: { name: 'running', run: 1, url }, url }
  expect(after(...running, { type: 'asleep' }).phase).toEqual(asleep)
  const queued: Happening[] = [...running, { type: 'asleep' }, { type: 'queued', position: 2 }]
  expect(after(...queued).phase).toEqual({ ...asleep, position: 2 })
  expect(after(...queued, { type: 'awake' }).phase).toEqual({ name: 'running', run: 1, url })
})

test('an edit wakes a container, and its place in line goes when it is its turn', () => {
  const edited: Happening[] = [
    ...running,
    { type: 'asleep' },
    { type: 'asked', run: 2 },
    { type: 'queued', position: 1 },
  ]
  const swapping = { name: 'swapping', run: 2, url }
  expect(after(...edited).phase).toEqual({ ...swapping, position: 1 })
  expect(after(...edited, { type: 'awake' }).phase).toEqual(swapping)
})

test('an edit swaps under the standing preview', { tags: ['B5'] }, () => {
  expect(after(...running, { type: 'asked', run: 2 }).phase).toEqual({
    name: 'swapping',
    run: 2,
    url,
  })
})

test('code that does not start leaves the last good preview', { tags: ['B5'] }, () => {
  const state = after(
    ...running,
    { type: 'asked', run: 2 },
    { type: 'refused', problems: [problem], alive: true },
  )
  expect(state.phase).toEqual({ name: 'failed', problem, url })
  expect(state.problems).toEqual([problem])
})

test('code that does not start, with nothing before it, has no preview', () => {
  const state = after(
    { type: 'booted' },
    { type: 'asked', run: 1 },
    { type: 'refused', problems: [problem], alive: false },
  )
  expect(state.phase).toEqual({ name: 'failed', problem })
})

test('an edit after a failure swaps under the old preview again', () => {
  const state = after(
    ...running,
    { type: 'asked', run: 2 },
    { type: 'refused', problems: [problem], alive: true },
    { type: 'asked', run: 3 },
  )
  expect(state.phase).toEqual({ name: 'swapping', run: 3, url })
})

test('code that serves has no problems any more', () => {
  const state = after(
    ...running,
    { type: 'fault', problem },
    { type: 'serving', run: 2, url, problems: [] },
  )
  expect(state.problems).toEqual([])
})

test('what failed while code came up is told once it serves', () => {
  const state = after(...running, { type: 'serving', run: 2, url, problems: [problem] })
  expect(state.problems).toEqual([problem])
})

test('the same fault twice is one problem', () => {
  const state = after(...running, { type: 'fault', problem }, { type: 'fault', problem })
  expect(state.problems).toEqual([problem])
})

test('fields that a swap could not keep are told until the next one', { tags: ['B5'] }, () => {
  const fields = [{ field: 'Counter.n', why: 'It was a number and is a list now.' }]
  const state = after(...running, { type: 'reset', fields })
  expect(state.kept).toEqual({ reset: fields })
  expect(next(state, { type: 'serving', run: 2, url, problems: [] }).kept).toBeUndefined()
})

test('a loop ends the process with its sentence and its problem', { tags: ['B7'] }, () => {
  const state = after(...running, { type: 'ended', reason: 'loop', message: 'It looped.', problem })
  expect(state.phase).toEqual({ name: 'ended', reason: 'loop', message: 'It looped.' })
  expect(state.problems).toEqual([problem])
})

test('what ended starts anew, without the old address', () => {
  const state = after(
    ...running,
    { type: 'ended', reason: 'memory', message: 'Too much.' },
    { type: 'asked', run: 2 },
  )
  expect(state.phase).toEqual({ name: 'starting', run: 2 })
})

test('an edit after a loop goes on in the preview that stands', () => {
  const state = after(
    ...running,
    { type: 'ended', reason: 'loop', message: 'It looped.' },
    { type: 'asked', run: 2, url },
  )
  expect(state.phase).toEqual({ name: 'swapping', run: 2, url })
})

test('the console keeps its newest lines, and keeps them over a teardown', () => {
  const line = (id: number): ConsoleLine => ({ id, run: 1, at: 0, stream: 'out', text: `${id}` })
  const lines = Array.from({ length: CONSOLE_LINES + 2 }, (_, at) => line(at))
  const state = after({ type: 'printed', lines }, { type: 'torn-down' })
  expect(state.console.length).toBe(CONSOLE_LINES)
  expect(state.console[0]?.id).toBe(2)
  expect(state.phase).toEqual({ name: 'idle' })
})

test('code that serves takes the errors of the code before it out of the console, and leaves what it printed', () => {
  const line = (id: number, run: number): ConsoleLine => ({
    id,
    run,
    at: 0,
    stream: 'out',
    text: 'a',
  })
  const lines = [line(1, 1), { ...line(2, 1), problem }, { ...line(3, 2), problem }]
  const told = after(...running, { type: 'printed', lines })
  const kept = (state: ContainerState) => state.console.map(({ id }) => id)
  expect(kept(next(told, { type: 'refused', problems: [problem], alive: true }))).toEqual([1, 2, 3])
  expect(kept(next(told, { type: 'serving', run: 2, url, problems: [] }))).toEqual([1, 3])
  expect(kept(next(told, { type: 'serving', run: 3, url, problems: [] }))).toEqual([1])
})

test('a state that was given out is not changed', () => {
  const before = after(...running)
  const copy = structuredClone(before)
  next(before, { type: 'fault', problem })
  next(before, { type: 'printed', lines: [] })
  expect(before).toEqual(copy)
})
