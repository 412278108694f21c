/** What is wrong in a lesson, as its author needs it: where, what was expected, what to do. */
import type { Lesson } from './lesson.ts'

export interface Fault {
  /** In the lesson's folder. */
  readonly file: string
  readonly line?: number
  /** `Expected X, received Y. Do Z.` */
  readonly text: string
}

/** A rule of lessons/README.md: what a lesson has that breaks it. */
export type Rule = (lesson: Lesson) => readonly Fault[] | Promise<readonly Fault[]>

export const fault = (file: string, text: string, line?: number): Fault => ({
  file,
  text,
  ...(line !== undefined && { line }),
})

/** `08-rows/lesson.mdx:12: Expected …` */
export const told = (lesson: string, { file, line, text }: Fault) =>
  `${lesson}/${file}${line === undefined ? '' : `:${line}`}: ${text}`
