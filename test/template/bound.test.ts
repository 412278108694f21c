/** The table of templates has a bound: a program that makes literals at run time is told, not fed. */
import { expect, test } from 'vitest'
import { html } from '../../engine/index.ts'

const literal = (text: string) =>
  html(Object.assign([text], { raw: [text] }) as unknown as TemplateStringsArray)

test('a program that makes templates without end is stopped at 20,000 with a sentence', {
  tags: ['A4', 'compile-once', 'template-cache'],
}, () => {
  for (let i = 0; i < 20_000; i++) literal(`<p>${i}</p>`)
  expect(() => literal('<p>one more</p>')).toThrow('Expected at most 20,000 different templates')
})
