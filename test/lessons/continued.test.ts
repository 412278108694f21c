/** A lesson that goes on with another takes a reader's own code of that one, and still has what it needs itself. */
import { expect, test } from 'vitest'
import type { Project } from '../../playground/container/types.ts'
import { earlierWork } from '../../playground/workspace/earlier-work.ts'
import { lessonChanges } from '../../site/lib/lesson-changes.ts'
import { findLesson, listLessons } from '../../site/lib/lessons.ts'

const pairs = listLessons('en').flatMap(({ slug, continues }) =>
  continues ? [{ slug, continues }] : [],
)

/** What a reader gets who has written `own` in the earlier lesson. */
function takenOver(slug: string, continues: string, own: Project['files']) {
  const { start } = findLesson(slug, 'en')!
  const { start: template, solution } = findLesson(continues, 'en')!
  const files = Object.entries(own).map(([name, text]) => ({ name, text, template: false }))
  const load = async () => ({ files, page: undefined, versions: [] }) as never
  const changes = lessonChanges(solution.files, start.files)
  return earlierWork({ load }, { page: `learn/${continues}`, template, changes }, start)
}

test('lessons go on with others', () => {
  expect(pairs.length).toBeGreaterThan(5)
})

test.each(pairs)(
  '$slug, begun with our answer to $continues, is what it begins with for everybody',
  async ({ slug, continues }) => {
    const { solution } = findLesson(continues, 'en')!
    const { start } = findLesson(slug, 'en')!
    expect(await takenOver(slug, continues, solution.files)).toEqual({ project: start })
  },
)

test.each(pairs)(
  '$slug, begun with another answer to $continues, has the lines that it brings',
  async ({ slug, continues }) => {
    const { solution, alt } = findLesson(continues, 'en')!
    const { start } = findLesson(slug, 'en')!
    const taken = (await takenOver(slug, continues, { ...alt!.files }))!
    if ('clashes' in taken) {
      for (const name of taken.clashes) expect(solution.files[name]).not.toBe(start.files[name])
      return
    }
    for (const [name, hunks] of Object.entries(lessonChanges(solution.files, start.files))) {
      expect(taken.project.files).toHaveProperty([name])
      for (const line of hunks.flat()) {
        if (line.startsWith('+')) expect(taken.project.files[name]).toContain(line.slice(1).trim())
      }
    }
  },
)

test('a reader who has written what the lesson changes in another way is told in which file', async () => {
  const { solution } = findLesson('missed', 'en')!
  const own = {
    ...solution.files,
    'columns.ts': solution.files['columns.ts']!.replace(
      "from './kitchen.ts'",
      'from "./kitchen.ts"',
    ),
  }
  expect(await takenOver('streams', 'missed', own)).toEqual({ clashes: ['columns.ts'] })
})
