/** Holds lessons to the rules of lessons/README.md: each second one, so that two files share the course between two workers. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { told } from './fault.ts'
import { lessonsIn, readLesson } from './lesson.ts'
import { RULES } from './rules.ts'

const ROOT = fileURLToPath(new URL('../../lessons', import.meta.url))
const only = process.env.LESSON
const NAMES = lessonsIn(ROOT).filter((name) => !only || name.includes(only))

/** Registers the tests of every second lesson, from the first or from the second one on. */
export function provesEvery(second: 'first' | 'second'): void {
  const own = NAMES.filter((_, at) => at % 2 === (second === 'first' ? 0 : 1))
  test('there is such a lesson', () => {
    expect(NAMES, `No lesson is called ${only}.`).not.toEqual([])
  })
  if (own.length === 0) return

  describe.each(own)('%s', (name) => {
    const lesson = readLesson(ROOT, name)
    test.each(RULES)('$says', { tags: ['B3'] }, async ({ rule }) => {
      const faults = await rule(lesson)
      if (faults.length > 0) throw new Error(faults.map((one) => told(name, one)).join('\n'))
    })
  })
}
