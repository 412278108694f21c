/** B3: the sentences of a check in the page's language. */
import { expect, test } from 'vitest'
import { actsIn, sentencesOf } from '../../../playground/ui/check-words.ts'

const WORDS = {
  titles: { 'one-click-one': 'Una pulsación suma uno' },
  says: {
    'Look at add().': 'Mira add().',
    'Expected {0}, received “{1}”.': 'Recibí «{1}» en lugar de {0}.',
    'Now press.': 'Ahora pulsa.',
  },
}
const STEP = {
  id: 'one-click-one',
  title: 'One click adds one',
  state: 'failed' as const,
  message: 'Expected 1, received “$&”.',
  failure: { template: 'Expected {0}, received “{1}”.', values: ['1', '$&'] },
  hint: 'Look at add().',
}

test('an English page says what the check wrote', { tags: ['B3'] }, () => {
  expect(sentencesOf(STEP, undefined)).toEqual({
    title: { text: 'One click adds one' },
    message: { text: 'Expected 1, received “$&”.' },
    hint: { text: 'Look at add().' },
  })
})

test('title, failure and hint are said in Spanish, the values as they were seen', {
  tags: ['B3'],
}, () => {
  expect(sentencesOf(STEP, WORDS)).toEqual({
    title: { text: 'Una pulsación suma uno' },
    message: { text: 'Recibí «$&» en lugar de 1.' },
    hint: { text: 'Mira add().' },
  })
})

test('a sentence without a translation stays English and says so', { tags: ['B3'] }, () => {
  const { failure: _, ...step } = STEP
  expect(sentencesOf({ ...step, id: 'other', hint: 'New.' }, WORDS)).toEqual({
    title: { text: 'One click adds one', lang: 'en' },
    message: { text: 'Expected 1, received “$&”.', lang: 'en' },
    hint: { text: 'New.', lang: 'en' },
  })
})

test('the captions of a counter-example are translated, its acts are not', { tags: ['B3'] }, () => {
  expect(actsIn([{ press: 'Add one' }, { say: 'Now press.' }, { say: 'Other.' }], WORDS)).toEqual([
    { press: 'Add one' },
    { say: 'Ahora pulsa.' },
    { say: 'Other.' },
  ])
})
