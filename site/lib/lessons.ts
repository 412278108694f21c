/** Reads the lessons from their folders: text, start files, solution, check. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import matter from 'gray-matter'
import type { Project } from '../../playground/container/index.ts'
import { findRoot } from './root.ts'

export interface LessonHead {
  slug: string
  number: number
  title: string
  part: string
  minutes: number
  goal: string
  /** The file and line the reader should look at first. */
  focus: { file: string; line: number }
}

export interface Lesson extends LessonHead {
  prose: string
  start: Project
  solution: Project
  check: string
}

/** Why a lesson's folder can't be read, by file. */
class LessonError extends Error {
  override name = 'LessonError'
  readonly owner = 'app'
  readonly code: 'lesson-name' | 'lesson-head' | 'lesson-entry'

  constructor(code: LessonError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Every lesson in order, without its files. */
export function listLessons(folder: string = lessonsFolder()): LessonHead[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort()
    .map((name) => readHead(folder, name))
}

/** One complete lesson, or undefined if there is none by that name. */
export function findLesson(slug: string, folder: string = lessonsFolder()): Lesson | undefined {
  const head = listLessons(folder).find((lesson) => lesson.slug === slug)
  if (!head) return undefined
  const name = `${String(head.number).padStart(2, '0')}-${slug}`
  const own = join(folder, name)
  const start = readProject(join(own, 'start'), slug)
  checkFocus(head.focus, start, name)
  return {
    ...head,
    prose: matter(readFileSync(join(own, 'lesson.mdx'), 'utf8')).content,
    start,
    solution: readProject(join(own, 'solution'), slug),
    check: readFileSync(join(own, 'check.ts'), 'utf8'),
  }
}

/** The files of one folder of a lesson; the file named after the lesson is the one that runs. */
function readProject(folder: string, slug: string): Project {
  const names = readdirSync(folder).sort()
  const entry = `${slug}.ts`
  if (!names.includes(entry)) {
    throw new LessonError(
      'lesson-entry',
      `Expected ${entry} in ${folder}, received ${names.join(', ')}. Name the file that runs after the lesson.`,
    )
  }
  const files = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])
  return { files: Object.fromEntries(files), entry }
}

function checkFocus({ file, line }: LessonHead['focus'], start: Project, name: string): void {
  const lines = start.files[file]?.trimEnd().split('\n').length ?? 0
  if (line > 0 && line <= lines) return
  const found = lines === 0 ? `no ${file} there` : `line ${line} of ${lines}`
  throw new LessonError(
    'lesson-head',
    `Expected "focus" at the top of ${name}/lesson.mdx to name a line of a file in start/, received ${found}.`,
  )
}

const lessonsFolder = () => join(findRoot(), 'lessons')

function readHead(folder: string, name: string): LessonHead {
  const [, number, slug] = /^(\d\d)-([a-z0-9-]+)$/.exec(name) ?? []
  if (!number || !slug) {
    throw new LessonError(
      'lesson-name',
      `Expected a lesson's folder to be named like 01-counter, received ${name} in ${folder}.`,
    )
  }
  const head = matter(readFileSync(join(folder, name, 'lesson.mdx'), 'utf8')).data
  const take = <T>(key: string, wanted: string, read: (value: unknown) => T | undefined): T => {
    const value = read(head[key])
    if (value !== undefined) return value
    throw new LessonError(
      'lesson-head',
      `Expected "${key}" to be ${wanted} at the top of ${name}/lesson.mdx, received ${JSON.stringify(head[key])}.`,
    )
  }
  return {
    slug,
    number: Number(number),
    title: take('title', 'a line of text', asText),
    part: take('part', 'a line of text', asText),
    minutes: take('minutes', 'a number of minutes above 0', asMinutes),
    goal: take('goal', 'a sentence', asText),
    focus: take('focus', 'a file and a line like counter.ts:5', asFocus),
  }
}

const asText = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

const asMinutes = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined)

function asFocus(value: unknown): LessonHead['focus'] | undefined {
  const [, file, line] = /^([\w.-]+):(\d+)$/.exec(String(value)) ?? []
  return file && line ? { file, line: Number(line) } : undefined
}
