/** The rule that each question can be executed and has one short answer, the same each time. */
import { type Fault, fault, type Rule } from './fault.ts'
import { filesOf, has } from './lesson.ts'
import { checked } from './trial.ts'

export const asked: Rule = async (lesson) => {
  const file = 'review.ts'
  if (lesson.isTest) {
    if (!has(lesson, file)) return []
    return [
      fault(file, 'Expected no questions in a test of a part, received some. Take them away.'),
    ]
  }
  if (!has(lesson, file)) return [fault(file, 'Expected two questions, received no file. Add it.')]
  const files = filesOf(lesson, 'solution')
  const [once, again] = [await checked(lesson, files, file), await checked(lesson, files, file)]
  const faults: Fault[] = []
  if (once.length < 2)
    faults.push(fault(file, `Expected at least two questions, received ${once.length}. Add one.`))
  for (const [i, { id, title, state, message, value }] of once.entries()) {
    if (state !== 'passed') {
      faults.push(
        fault(
          file,
          `Expected question ${id} to run on the solution, received: ${message ?? state}`,
        ),
      )
      break
    }
    if (!title.includes('?'))
      faults.push(fault(file, `Expected the title of ${id} to be a question, received: ${title}`))
    if (!isShort(value))
      faults.push(
        fault(
          file,
          `Expected ${id} to return one number or one word, received ${JSON.stringify(value)}. Return what a reader can type.`,
        ),
      )
    if (again[i]?.value !== value)
      faults.push(
        fault(
          file,
          `Expected the same answer each time to ${id}, received ${value} and ${again[i]?.value}.`,
        ),
      )
  }
  return faults
}

const isShort = (value: string | number | undefined) =>
  typeof value === 'number' ? Number.isFinite(value) : /^\S{1,30}$/.test(value ?? '')
