/** Code in prose is coloured by role, HTML inside TypeScript included. */
import { expect, test } from 'vitest'
import { highlight } from '../../site/lib/highlight.ts'

const written = async (code: string, language: string) =>
  (await highlight(code, language)).map((line) =>
    line
      .map(({ text, role }) => (role === 'plain' || !text.trim() ? text : `[${role} ${text}]`))
      .join(''),
  )

test('a line of TypeScript names its keywords, texts and numbers', async () => {
  expect(await written("const a = 1 // one\nimport 'telar'\n", 'ts')).toEqual([
    '[keyword const] a = [number 1] [comment // one]',
    "[keyword import] '[text telar]'",
  ])
})

test('HTML inside an html literal is coloured as HTML', async () => {
  expect(await written('return html`<b lv-click=${this.add}>Add</b>`', 'ts')).toEqual([
    '[keyword return][name  html]`<[tag b] [name lv-click]=${[keyword this].add}>Add</[tag b]>`',
  ])
})

test('a language nobody coloured stays as it was written', async () => {
  expect(await written('11 05 <b>\n2', 'bytes')).toEqual(['11 05 <b>', '2'])
})
