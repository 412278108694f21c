/** One lesson's folder, read: texts with their heads, and the files of each of its folders. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import matter from 'gray-matter'

export interface Lesson {
  /** `08-rows`, `part-2-test`. */
  readonly name: string
  readonly slug: string
  /** Where it is. */
  readonly folder: string
  /** The file that runs, the same in each folder. */
  readonly entry: string
  /** A task with which one tests out of a part: its text is the task, and it has no questions. */
  readonly isTest: boolean
  readonly head: Readonly<Record<string, unknown>>
}

/** The folders of lessons and of tests of parts, in order. */
export const lessonsIn = (root: string): string[] =>
  readdirSync(root)
    .filter(
      (name) => /^\d\d-|^part-\d-test$/.test(name) && statSync(join(root, name)).isDirectory(),
    )
    .sort()

export function readLesson(root: string, name: string): Lesson {
  const folder = join(root, name)
  const slug = name.replace(/^\d\d-/, '')
  const head = existsSync(join(folder, 'lesson.mdx'))
    ? matter(readFileSync(join(folder, 'lesson.mdx'), 'utf8')).data
    : {}
  const entry = typeof head.entry === 'string' ? head.entry : `${slug}.ts`
  return { name, slug, folder, entry, isTest: name.startsWith('part-'), head }
}

export const has = (lesson: Lesson, file: string) => existsSync(join(lesson.folder, file))

export const read = (lesson: Lesson, file: string) =>
  readFileSync(join(lesson.folder, file), 'utf8')

/** The names of folders with wrong answers. */
export const wrongsOf = (lesson: Lesson): string[] =>
  has(lesson, 'wrong') ? readdirSync(join(lesson.folder, 'wrong')).sort() : []

/** Every folder with code, as it is named in texts: `start`, `solution`, `alt`, `wrong/adds-two`. */
export const foldersOf = (lesson: Lesson): string[] =>
  ['start', 'solution', 'alt', ...wrongsOf(lesson).map((name) => `wrong/${name}`)].filter(
    (folder) => has(lesson, folder),
  )

/** The reader's files in one folder: `alt` and `wrong` are laid over the solution. */
export function filesOf(lesson: Lesson, folder: string): Record<string, string> {
  const own = ownFilesOf(lesson, folder)
  return /^(alt|wrong\/)/.test(folder) ? { ...ownFilesOf(lesson, 'solution'), ...own } : own
}

/** Only those that stand in the folder itself. */
export function ownFilesOf(lesson: Lesson, folder: string): Record<string, string> {
  if (!has(lesson, folder)) return {}
  const names = readdirSync(join(lesson.folder, folder)).filter((name) => name !== 'expect.json')
  return Object.fromEntries(names.sort().map((name) => [name, read(lesson, join(folder, name))]))
}

/** What must fail in this folder, and how. */
export interface Expected {
  readonly step: string
  readonly hint?: string
  /** Words of what the compiler says to it; without them it compiles. */
  readonly types?: string
}

/** Undefined if the folder does not say. */
export function expectedIn(lesson: Lesson, folder: string): Expected | undefined {
  const file = join(folder, 'expect.json')
  return has(lesson, file) ? (JSON.parse(read(lesson, file)) as Expected) : undefined
}
