/** When an answer to a prediction is the truth. */
import { expect, test } from 'vitest'
import { sameAnswer } from '../../site/components/lesson/same-answer.ts'

test.each([
  ['ops', 'insert+setText', 'insert+setText', true],
  ['ops', 'setText+insert', 'insert+setText', false],
  ['elements', 'li+output', 'output+li', true],
  ['elements', 'li+li', 'li', false],
  ['bytes', ' 08', '8', true],
  ['bytes', '', '8', false],
  ['text', 'hello,  Ana ', 'Hello, Ana', true],
] as const)('%s: %j and %j', (measure, one, other, same) => {
  expect(sameAnswer(measure, one, other)).toBe(same)
})
