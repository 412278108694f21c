/** Each lesson as the playground's container has it: its start runs, its solution passes the check. */
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createContainer } from '../../playground/container/container.ts'
import type { Container } from '../../playground/container/types.ts'
import { filesOf, has, lessonsIn, read, readLesson } from '../lessons/lesson.ts'
import { engineFiles } from './support/engine-package.ts'
import { LocalMachine } from './support/local-machine.ts'

vi.setConfig({ testTimeout: 60_000 })

const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url))
let container: Container

beforeAll(async () => {
  const mounted = await engineFiles()
  container = createContainer({
    host: 'self',
    engineFiles: async () => mounted,
    bootContainer: () => LocalMachine.boot(),
  })
})
afterAll(() => container.teardown())

test.each(lessonsIn(LESSONS))('%s', { tags: ['B3'] }, async (name) => {
  const lesson = readLesson(LESSONS, name)
  const of = (folder: string) => ({ files: filesOf(lesson, folder), entry: lesson.entry })
  await container.run(of('start'))
  expect(container.getState().phase).toMatchObject({ name: 'running' })

  const failed = []
  for await (const step of container.check(of('solution'), read(lesson, 'check.ts'))) {
    if (step.state !== 'passed') failed.push(step)
  }
  expect(failed).toEqual([])
})

// The answers of all of them are held to the engine by the rules of lessons.
test('a question is answered too', { tags: ['B3'] }, async () => {
  const name = lessonsIn(LESSONS).find((one) => has(readLesson(LESSONS, one), 'review.ts'))!
  const lesson = readLesson(LESSONS, name)
  const solution = { files: filesOf(lesson, 'solution'), entry: lesson.entry }
  const steps = []
  for await (const step of container.check(solution, read(lesson, 'review.ts'))) steps.push(step)
  expect(steps).not.toEqual([])
  for (const step of steps)
    expect(step).toMatchObject({ state: 'passed', value: expect.anything() })
})
