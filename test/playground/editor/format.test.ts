/** Formats code, its markup and style sheets, and says why a file cannot be formatted. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { expect, test } from 'vitest'
import { canFormat, format } from '../../../playground/editor/format.ts'

test('code and the markup in its literals are formatted together', { tags: ['B4'] }, async () => {
  expect(await format('page.ts', 'export const a = html`<p   lv-click=${ this.add }>x</p>`;')).toBe(
    'export const a = html`<p lv-click=${this.add}>x</p>`\n',
  )
})

test('style sheets are formatted', async () => {
  expect(await format('page.css', 'p{color:red}')).toBe('p {\n  color: red;\n}\n')
})

test('a file that cannot be read stays as it is, with the reason', async () => {
  await expect(format('page.ts', 'const = 1')).rejects.toThrow(
    /page\.ts to be readable, received an error: .+$/,
  )
})

test('text has no format of its own', async () => {
  expect(canFormat('notes.txt')).toBe(false)
  await expect(format('notes.txt', 'a')).rejects.toThrow('received notes.txt')
})
