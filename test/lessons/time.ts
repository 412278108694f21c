/** The rule that a lesson takes the minutes that it says. */
import { fault, type Rule } from './fault.ts'
import { filesOf, type Lesson } from './lesson.ts'
import { passagesOf, type Text, textsOf, walk, wordsIn } from './mdx.ts'
import { wordsOf } from './words.ts'

export const takesItsTime: Rule = (lesson) => {
  const { minutes } = lesson.head
  if (lesson.isTest || typeof minutes !== 'number') return []
  return textsOf(lesson).flatMap((text) => {
    const [reading, exercise] = [readingOf(text), exerciseOf(lesson)]
    const real = reading + exercise
    if (Math.abs(real - minutes) <= MAX_OFF) return []
    return [
      fault(
        text.file,
        `Expected minutes to be about ${Math.round(real)} (${reading.toFixed(1)} to read, ${exercise.toFixed(1)} to write), received ${minutes}.`,
        1,
      ),
    ]
  })
}

/** People differ by more than that. */
const MAX_OFF = 2.5

/**
 * The minutes of a text: prose at 200 words, each line of code 3 seconds, a prediction 20 more to think and press, a thing to try 40, a number to
 * drag and a frame to look at 20.
 */
export function readingOf({ tree }: Text): number {
  const nodes = [...walk(tree)]
  const words = passagesOf(tree).reduce((sum, node) => sum + wordsOf(wordsIn(node)).length, 0)
  const lines = nodes
    .filter(({ type }) => type === 'code')
    .reduce((sum, { value = '' }) => sum + value.split('\n').length, 0)
  const count = (...names: string[]) =>
    nodes.filter(({ name }) => names.includes(name ?? '')).length
  const seconds =
    lines * 3 + count('Predict') * 20 + count('Try') * 40 + count('Scrub', 'Wire') * 20
  return words / 200 + seconds / 60
}

/** The minutes of an exercise: one to begin and to check, and 12 seconds for each line of the solution that the start does not have, up to four in all. A project says its own. */
export function exerciseOf(lesson: Lesson): number {
  if (typeof lesson.head.project === 'number') return lesson.head.project
  const linesIn = (folder: string) =>
    Object.values(filesOf(lesson, folder)).flatMap((text) =>
      text.split('\n').map((line) => line.trim()),
    )
  const there = new Set(linesIn('start'))
  const written = linesIn('solution').filter((line) => /\w/.test(line) && !there.has(line))
  return Math.min(4, 1 + (written.length * 12) / 60)
}
