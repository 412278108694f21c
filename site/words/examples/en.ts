/** The pages of the examples in English. */
import type { ExamplesWords } from './words.ts'

export const en: ExamplesWords = {
  title: 'Examples',
  description: 'Nine programs that run on this server, each with its source.',
  lead: 'They run on this server, on the engine of the lessons. Open one in two windows to be two visitors, or take it into the playground and change it.',
  run: 'Run',
  runIt: (title) => `Run ${title}`,
  change: 'Change it',
  changeIt: (title) => `Change it: ${title} in the playground`,
  source: 'Source',
  sourceOf: (title) => `Source of ${title}`,
  lesson: 'Lesson',
  lessonOf: (title) => `Lesson that builds ${title}`,
  stays: 'It does not run in the playground:',
  all: 'All examples',
  picture: (title) => `${title}, as it runs`,
}
