/** Reads the lessons from their folders, in both languages: text, start files, answers, check. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import matter from 'gray-matter'
import type { Project } from '../../playground/container/index.ts'
import { LANGS, type Lang } from '../words/words.ts'
import { findRoot } from './root.ts'

export interface LessonHead {
  /** The language of its title, goal and text. */
  lang: Lang
  slug: string
  number: number
  title: string
  part: number
  minutes: number
  goal: string
  /** The file and line the reader should look at first. */
  focus: { file: string; line: number }
  /** The lesson whose code this one goes on with. */
  continues?: string
  /** Whether there is a text in each language. */
  langs: readonly Lang[]
}

export interface Lesson extends LessonHead {
  prose: string
  start: Project
  solution: Project
  /** Another right answer. */
  alt?: Project
  /** What people get wrong, by name: only the files that differ from the solution. */
  wrong: Readonly<Record<string, Readonly<Record<string, string>>>>
  check: string
  /** Two questions that are executed. */
  review?: string
  /** The sentences of check and review in the language of this lesson; none for English, which they are written in. */
  checkWords?: CheckWords
}

/** The Spanish of a check: titles by the id of a step, all else by its English. */
export interface CheckWords {
  titles: Readonly<Record<string, string>>
  says: Readonly<Record<string, string>>
}

/** A part of the course, with its lessons in order. */
export interface Part {
  number: number
  slug: string
  title: string
  lessons: LessonHead[]
  /** The slug of the task with which a reader tests out of it. */
  test?: string
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

const TEST = /^part-\d-test$/

/** Every lesson that has a text in this language, in order, without its files. */
export function listLessons(lang: Lang = 'en', folder: string = lessonsFolder()): LessonHead[] {
  return foldersIn(folder)
    .filter((name) => !TEST.test(name))
    .map((name) => readHead(folder, name, lang))
    .filter((head) => head !== undefined)
}

/** The tasks with which a reader tests out of a part; `number` is that of the part. */
export function listTests(lang: Lang = 'en', folder: string = lessonsFolder()): LessonHead[] {
  return foldersIn(folder)
    .filter((name) => TEST.test(name))
    .map((name) => readHead(folder, name, lang))
    .filter((head) => head !== undefined)
}

/** The parts that have a lesson, in order. Lessons without a text in this language come in English. */
export function listParts(lang: Lang = 'en', folder: string = lessonsFolder()): Part[] {
  const own = listLessons(lang, folder)
  const lessons = listLessons('en', folder).map(
    (english) => own.find(({ slug }) => slug === english.slug) ?? english,
  )
  const tests = listTests(lang, folder)
  return readParts(folder).flatMap(({ number, slug, ...titles }) => {
    const its = lessons.filter(({ part }) => part === number)
    if (its.length === 0) return []
    const test = tests.find(({ part }) => part === number)?.slug
    return [{ number, slug, title: titles[lang], lessons: its, ...(test && { test }) }]
  })
}

/** The title of the part that a lesson belongs to. */
export function partTitle({ part, lang }: LessonHead, folder: string = lessonsFolder()): string {
  return readParts(folder).find(({ number }) => number === part)?.[lang] ?? ''
}

/** One complete lesson or test of a part, or undefined if there is none by that name in this language. */
export function findLesson(
  slug: string,
  lang: Lang = 'en',
  folder: string = lessonsFolder(),
): Lesson | undefined {
  const name = foldersIn(folder).find((name) => slugOf(name) === slug)
  const head = name ? readHead(folder, name, lang) : undefined
  if (!name || !head) return undefined
  const own = join(folder, name)
  const entry = entryOf(folder, name, slug)
  const start = readProject(join(own, 'start'), entry)
  checkFocus(head.focus, start, name)
  const solution = readProject(join(own, 'solution'), entry)
  const alt = existsSync(join(own, 'alt')) && {
    files: { ...solution.files, ...readFiles(join(own, 'alt')) },
    entry,
  }
  const review = readIfThere(join(own, 'review.ts'))
  const words = lang === 'en' ? undefined : readIfThere(join(own, `check.${lang}.json`))
  return {
    ...head,
    prose: readText(join(own, textOf(lang))).content,
    start,
    solution,
    ...(alt && { alt }),
    wrong: readWrong(join(own, 'wrong')),
    check: readFileSync(join(own, 'check.ts'), 'utf8'),
    ...(review !== undefined && { review }),
    ...(words !== undefined && { checkWords: JSON.parse(words) as CheckWords }),
  }
}

/** The first page of the course; undefined until it is written in this language. */
export function readIntroduction(
  lang: Lang = 'en',
  folder: string = lessonsFolder(),
): { title: string; prose: string } | undefined {
  const text = readIfThere(
    join(folder, lang === 'en' ? 'introduction.mdx' : `introduction.${lang}.mdx`),
  )
  if (text === undefined) return undefined
  const { data, content } = matter(text)
  return { title: asText(data.title) ?? '', prose: content }
}

/** A text and its head; an error names the file, which YAML's own does not. */
function readText(path: string): { data: Record<string, unknown>; content: string } {
  try {
    return matter(readFileSync(path, 'utf8'), {})
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    throw new LessonError(
      'lesson-head',
      `Expected YAML at the top of ${path}, received ${said} Put a text with a colon into quotes.`,
    )
  }
}

const foldersIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort()

const textOf = (lang: Lang) => (lang === 'en' ? 'lesson.mdx' : `lesson.${lang}.mdx`)

const slugOf = (name: string) => (TEST.test(name) ? name : name.replace(/^\d\d-/, ''))

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

function readWrong(folder: string): Lesson['wrong'] {
  if (!existsSync(folder)) return {}
  return Object.fromEntries(foldersIn(folder).map((name) => [name, readFiles(join(folder, name))]))
}

/** The files of one folder of a lesson. What the check must say of it is no file of the reader's. */
function readFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder)
    .filter((name) => name !== 'expect.json')
    .sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

function readProject(folder: string, entry: string): Project {
  const files = readFiles(folder)
  if (!(entry in files)) {
    throw new LessonError(
      'lesson-entry',
      `Expected ${entry} in ${folder}, received ${Object.keys(files).join(', ')}. Name the file that runs after the lesson, or write "entry" at the top of its text.`,
    )
  }
  return { files, entry }
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

/** The file that runs, named after the lesson unless the top of its text says otherwise. */
function entryOf(folder: string, name: string, slug: string): string {
  const { entry } = readText(join(folder, name, 'lesson.mdx')).data
  return typeof entry === 'string' ? entry : `${slug}.ts`
}

function readHead(folder: string, name: string, lang: Lang): LessonHead | undefined {
  const own = join(folder, name)
  const langs = LANGS.filter((one) => existsSync(join(own, textOf(one))))
  const isTest = TEST.test(name)
  const number = /^(\d\d)-[a-z0-9-]+$/.exec(name)?.[1] ?? (isTest ? name[5] : undefined)
  if (!number) {
    throw new LessonError(
      'lesson-name',
      `Expected a lesson's folder to be named like 01-counter, received ${name} in ${folder}.`,
    )
  }
  // A lesson that is not written yet is absent, and so is one in a language that has no text.
  if (!langs.includes('en') || !langs.includes(lang)) return undefined
  const english = readText(join(own, 'lesson.mdx')).data
  const local = lang === 'en' ? english : readText(join(own, textOf(lang))).data
  const takeFrom =
    (head: Record<string, unknown>, file: string) =>
    <T>(key: string, wanted: string, read: (value: unknown) => T | undefined): T => {
      const value = read(head[key])
      if (value !== undefined) return value
      throw new LessonError(
        'lesson-head',
        `Expected "${key}" to be ${wanted} at the top of ${name}/${file}, received ${JSON.stringify(head[key])}.`,
      )
    }
  const take = takeFrom(english, 'lesson.mdx')
  const takeLocal = takeFrom(local, textOf(lang))
  const continues = asText(english.continues)
  return {
    lang,
    slug: slugOf(name),
    number: Number(number),
    title: takeLocal('title', 'a line of text', asText),
    part: take('part', 'the number of a part in parts.json', asPart(folder)),
    minutes: take('minutes', 'a number of minutes above 0', asMinutes),
    goal: takeLocal('goal', 'a sentence', asText),
    focus: take('focus', 'a file and a line like counter.ts:5', asFocus),
    ...(continues && { continues }),
    langs,
  }
}

const asText = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

type PartTitles = { number: number; slug: string } & Record<Lang, string>

const readParts = (folder: string): PartTitles[] =>
  JSON.parse(readFileSync(join(folder, 'parts.json'), 'utf8'))

const asPart = (folder: string) => {
  const parts = readParts(folder)
  return (value: unknown) => parts.find(({ number }) => number === value)?.number
}

const asMinutes = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined)

function asFocus(value: unknown): LessonHead['focus'] | undefined {
  const [, file, line] = /^([\w.-]+):(\d+)$/.exec(String(value)) ?? []
  return file && line ? { file, line: Number(line) } : undefined
}
