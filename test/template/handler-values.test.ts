/** What stands behind lv-click and the others must be a handler; anything else is told at its line. */
import { expect, test } from 'vitest'
import { html, TemplateError } from '../../engine/index.ts'

const it = {
  add: (): undefined => undefined,
  remove: (_: number): undefined => undefined,
  save: async () => {},
  name: 'add',
  missing: undefined,
}

function thrown(render: () => unknown): TemplateError {
  try {
    render()
  } catch (error) {
    if (error instanceof TemplateError) return error
  }
  throw new Error('Expected a TemplateError, received none.')
}

test.each<[string, () => unknown, string]>([
  [
    'a handler that was called',
    () => html`<button lv-click=${it.add()}>Add</button>`,
    'Expected a function at lv-click, received undefined. Write ${it.add} without ().',
  ],
  [
    'one that was called with something',
    () => html`<button lv-click=${it.remove(7)}>Remove</button>`,
    'Expected a function at lv-click, received undefined. Write ${() => it.remove(7)}, or ${it.remove} without (): as it stands it is called while the page is made.',
  ],
  [
    'one that gives a promise',
    () => html`<form lv-submit=${it.save() as unknown as undefined}></form>`,
    'Expected a function at lv-submit, received a promise. Write ${it.save} without ().',
  ],
  [
    'its name as a text',
    () => html`<input lv-input="${it.name}" />`,
    'Expected a function at lv-input, received string "add". Write the name of a method, as in ${this.save}.',
  ],
  [
    'a method that is not there',
    () => html`<b lv-click=${it.missing}></b>`,
    'Expected a function at lv-click, received undefined. Write the name of a method, as in ${this.save}. For no handler, write null or false.',
  ],
  [
    'a condition that gives 0',
    () => html`<b lv-click=${0 && it.add}></b>`,
    'Expected a function at lv-click, received number 0. Write the name of a method, as in ${this.save}. For no handler, write null or false.',
  ],
  [
    'true',
    () => html`<b lv-click=${true}></b>`,
    'Expected a function at lv-click, received boolean true. Write the name of a method, as in ${this.save}.',
  ],
])('%s where a handler belongs is told', { tags: ['A4'] }, (_, render, sentence) => {
  expect(thrown(render).message).toContain(sentence)
})

test('the file, the line and the column are where the value stands', { tags: ['A4'] }, () => {
  const error = thrown(
    () => html`
      <p title=${`a } in a ${'text'}`}>One</p>
      <button lv-click=${it.add()}>Add</button>
    `,
  )
  expect(error.file).toMatch(/handler-values\.test\.ts$/)
  const line = LINES.findIndex(
    (text) =>
      text.includes('lv-click=${it.add()}>Add</button>'.concat('')) &&
      text.startsWith('      <button'),
  )
  expect(error.line).toBe(line + 1)
  expect(error.column).toBe(LINES[line]!.indexOf('${') + 1)
})

test('null and false stand for no handler', { tags: ['A4'] }, () => {
  expect(() => html`<b lv-click=${null}></b><i lv-click=${false}></i>`).not.toThrow()
})

const { readFileSync } = await import('node:fs')
const LINES = readFileSync(new URL(import.meta.url), 'utf8').split('\n')
