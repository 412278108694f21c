/** B3: right answers that were written from the text alone, and that no author has stored, pass too. */
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { filesOf, type Lesson, lessonsIn, readLesson } from './lesson.ts'
import { checked, failedIn } from './trial.ts'

const OURS = fileURLToPath(new URL('other-answers', import.meta.url))
const ROOT = fileURLToPath(new URL('../../lessons', import.meta.url))
const LESSONS = lessonsIn(ROOT).map((name) => readLesson(ROOT, name))

/** A file named like the one that runs in a lesson of parts 1 to 3, or a folder named by the slug of any lesson, with a word behind a dot where it has two. */
const ANSWERS = readdirSync(OURS, { withFileTypes: true }).map((entry) => ({
  name: entry.name,
  lesson: lessonOf(entry),
  own: ownOf(entry),
}))

test.each(ANSWERS)('$name passes', { tags: ['B3'] }, async ({ lesson, own }) => {
  const failed = failedIn(await checked(lesson, { ...filesOf(lesson, 'start'), ...own }))
  expect(failed && { step: failed.id, message: failed.message, hint: failed.hint }).toBeUndefined()
})

function lessonOf(entry: Dirent): Lesson {
  // A test of a part has a file of another name.
  const found = LESSONS.find(({ slug, entry: file, head }) =>
    entry.isDirectory()
      ? slug === entry.name.split('.')[0]
      : file === entry.name && Number(head.part) <= 3,
  )
  if (found) return found
  throw new Error(
    `Expected a lesson that ${entry.name} answers, received none. Name it by its slug.`,
  )
}

function ownOf(entry: Dirent): Record<string, string> {
  const folder = entry.isDirectory() ? `${OURS}/${entry.name}` : OURS
  const names = entry.isDirectory() ? readdirSync(folder) : [entry.name]
  return Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]))
}
