/** Code is coloured before the editor is there, and none of its letters is lost. */
import { expect, test } from 'vitest'
import { codeWords } from '../../../playground/editor/code-words.ts'
import { TEMPLATES } from '../../../playground/share/templates.ts'

const roles = (name: string, text: string) =>
  codeWords(name, text)
    .filter(({ role }) => role !== 'plain')
    .map(({ text, role }) => `${text.trim()} ${role}`)

test('a literal is coloured as markup, and its values as code', () => {
  expect(roles('a.ts', 'return html`<b lv-click=${this.add}>Add ${1}</b>` // done')).toEqual([
    'return keyword',
    '` text',
    'b tag',
    'lv-click keyword',
    'this keyword',
    '1 number',
    'b tag',
    '` text',
    '// done comment',
  ])
})

test('code may end anywhere while it is written', () => {
  for (const text of ['html`<b class="', 'html`<b lv-click=${', "'open", '/* open', '${}`', '}}']) {
    expect(
      codeWords('a.ts', text)
        .map((word) => word.text)
        .join(''),
    ).toBe(text)
  }
})

test('every letter of every file stands in its words', () => {
  for (const { files } of Object.values(TEMPLATES)) {
    for (const [name, text] of Object.entries(files)) {
      expect(
        codeWords(name, text)
          .map((word) => word.text)
          .join(''),
      ).toBe(text)
    }
  }
})
