/** What a reader meets in each lesson, read from its folder: a walk follows the course as it is written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findLesson, listParts } from '../../site/lib/lessons.ts'
import { attributesOf, elementsIn, textFrom, wordsIn } from '../lessons/mdx.ts'

const LESSONS = join(import.meta.dirname, '../../lessons')

/** A prediction that the text asks for. */
export interface Question {
  readonly id: string
  /** Of which code the answer is true. */
  readonly of: 'start' | 'solution'
  readonly measure: string
  readonly answer: string
  /** The choice with that answer, where there are some. */
  readonly label: string | undefined
}

/** Something that people get wrong: the whole file, and what the check says of it. */
export interface Mistake {
  readonly name: string
  readonly code: string
  readonly step: string
  /** Words of the hint; empty where the step alone is expected. */
  readonly hint: string
}

export interface Walk {
  readonly slug: string
  readonly title: string
  readonly questions: readonly Question[]
  readonly start: string
  readonly solution: string
  readonly mistakes: readonly Mistake[]
}

/** The lessons of a part, in order. */
export const lessonsOfPart = (number: number): Walk[] =>
  partOf(number).lessons.map(({ slug }) => walkOf(slug))

/** The task with which one tests out of a part. */
export const testOfPart = (number: number): Walk => walkOf(partOf(number).test!)

const partOf = (number: number) => listParts().find((part) => part.number === number)!

function walkOf(slug: string): Walk {
  const { title, prose, start, solution, wrong } = findLesson(slug)!
  const { entry } = solution
  const { tree } = textFrom(prose, 'lesson.mdx', 'en')
  return {
    slug,
    title,
    start: start.files[entry]!,
    solution: solution.files[entry]!,
    questions: elementsIn(tree, 'Predict').map((node) => {
      const { id, of = 'start', measure, answer } = attributesOf(node)
      const choice = elementsIn(node, 'Choice').find(
        (one) => String(attributesOf(one).value) === String(answer),
      )
      return {
        id: String(id),
        of: of === 'solution' ? of : 'start',
        measure: String(measure),
        answer: String(answer),
        label: choice && wordsIn(choice).trim(),
      }
    }),
    mistakes: Object.entries(wrong).map(([name, files]) => ({
      name,
      code: files[entry]!,
      ...expectedOf(slug, name),
    })),
  }
}

function expectedOf(slug: string, mistake: string): { step: string; hint: string } {
  const folder = readdirSync(LESSONS).find((name) => name.replace(/^\d\d-/, '') === slug)!
  const path = join(LESSONS, folder, 'wrong', mistake, 'expect.json')
  return { hint: '', ...JSON.parse(readFileSync(path, 'utf8')) }
}
