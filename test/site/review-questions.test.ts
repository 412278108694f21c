/** B2: the questions that the site shows are those that review.ts has. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Check } from 'telar/testing'
import { expect, test } from 'vitest'
import { questionsIn } from '../../site/lib/review-questions.ts'

const REVIEW = `import { check, step } from 'telar/testing'

class Base extends LiveComponent {
  n = 1
}

class Other extends LiveComponent {}

class Timer extends Base {
  n = 2
}

export default check([
  step('one', 'What does it\\'s say?', async ({ visit }) => (await visit()).text()),
  step(
    'two',
    "Two?",
    async ({ visit }) => {
      const tab = await visit(Timer)
      return tab.bytes
    },
  ),
])
`

test('a question has its title, and the classes that it runs on if it has its own', {
  tags: ['B2'],
}, () => {
  expect(questionsIn(REVIEW)).toEqual([
    { id: 'one', title: "What does it's say?" },
    {
      id: 'two',
      title: 'Two?',
      code: 'class Base extends LiveComponent {\n  n = 1\n}\n\nclass Timer extends Base {\n  n = 2\n}',
    },
  ])
})

const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url))
const reviews = readdirSync(LESSONS)
  .map((name) => join(LESSONS, name, 'review.ts'))
  .filter((file) => existsSync(file))

test.each(reviews)('%s is read as it runs', { tags: ['B2'] }, async (file) => {
  const { default: review } = (await import(/* @vite-ignore */ file)) as { default: Check }
  expect(questionsIn(readFileSync(file, 'utf8')).map(({ id, title }) => ({ id, title }))).toEqual(
    review.steps.map(({ id, title }) => ({ id, title })),
  )
})
