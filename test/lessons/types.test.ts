/** B3: what a reader starts with compiles with a reader's settings, and so do right answers, checks and questions. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { told } from './fault.ts'
import { lessonsIn, readLesson } from './lesson.ts'
import { typeFaults } from './types.ts'

const ROOT = fileURLToPath(new URL('../../lessons', import.meta.url))
const only = process.env.LESSON

test('lessons compile', { tags: ['B3'] }, () => {
  const names = lessonsIn(ROOT).filter((name) => !only || name.includes(only))
  const faults = typeFaults(
    ROOT,
    names.map((name) => readLesson(ROOT, name)),
  )
  expect(faults.size).toBe(names.length)
  const lines = [...faults].flatMap(([name, found]) => found.map((one) => told(name, one)))
  if (lines.length > 0) throw new Error(lines.join('\n'))
})
