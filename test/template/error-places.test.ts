/** Where a parse error stands in the reader's file: line and column, whatever stands before it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { html, svg, TemplateError } from '../../engine/index.ts'
import { placeInSource } from '../../engine/template/source.ts'

const here = readFileSync(new URL(import.meta.url), 'utf8').split('\n')
const n = 7
const on = true
const none: string[] = []

// Each closes with a tag of its own, which stands once in this file.
const LITERALS: readonly [title: string, tag: string, literal: () => unknown][] = [
  ['a value', 'w-one', () => html`<i title=${n}></w-one>`],
  ['a long value', 'w-long', () => html`<i>${Math.max(n, 1_000_000, 2 ** 10)}</w-long>`],
  ['many values', 'w-many', () => html`<i a=${n} b="${n}c${on}">${n}${on}</w-many>`],
  ['an object', 'w-object', () => html`<i>${Object.keys({ a: { b: 1 } }).length}</w-object>`],
  ['a text with a brace', 'w-brace', () => html`<i>${'}' + '`}' + "'}"}</w-brace>`],
  ['a comment with a brace', 'w-comment', () => html`<i>${n /* } ` */}</w-comment>`],
  ['a pattern with a brace', 'w-pattern', () => html`<i>${/[/}`]\/}/.test('x')}</w-pattern>`],
  ['a division', 'w-division', () => html`<i>${n / 2}${n / 3}${none.length / 4}</w-division>`],
  ['a word of an operator', 'w-word', () => html`<i>${typeof /}/}</w-word>`],
  ['a template', 'w-nested', () => html`<i>${on ? html`<b>${`}${n}`}</b>` : `\`}`}</w-nested>`],
  ['escapes', 'w-escape', () => html`<i>\n\u{1f600}\x41${n}\u0041\u{41}</w-escape>`],
  ['letters of two units', 'w-letters', () => html`<i>🧵${'🧵'}é</w-letters>`],
  ['an image', 'w-image', () => svg`<g x=${n}></w-image>`],
  [
    'values over many lines',
    'w-lines',
    () =>
      html`<i>${[
        // It's a comment with an apostrophe.
        n,
      ].map((one) => one + 1)}</w-lines>`,
  ],
  [
    'a template over many lines',
    'w-template',
    () => html`<main>
      ${html`<b>
        ${n}</b>`} <i></w-template>
    </main>`,
  ],
  [
    'nothing but a line',
    'w-line',
    () => html`
    <i></w-line>`,
  ],
]

test.each(LITERALS)(
  'a parse error behind %s names file, line and column',
  { tags: ['A4', 'parse-errors'] },
  (_, tag, literal) => {
    const error = errorOf(literal)
    const written = `</${tag}>`
    const line = here.findIndex((text) => text.includes(written))
    expect(error.message).toMatch(`received ${written}`)
    expect([error.line, error.column]).toEqual([line + 1, here[line]!.indexOf(written) + 1])
    expect(error.file).toMatch(/error-places\.test\.ts$/)
    expect(error.message).toMatch(`(error-places.test.ts:${error.line}:${error.column})`)
  },
)

test('an error inside a nested template is that template’s', { tags: ['A4'] }, () => {
  const error = errorOf(() => html`<p>${html`<b>${n}<u></w-inner>`}</p>`)
  const line = here.findIndex((text) => text.includes('</w-inner>'))
  expect([error.line, error.column]).toEqual([line + 1, here[line]!.indexOf('</w-inner>') + 1])
})

const raw = { raw: ['<i>', '</u>'] }
const at = { piece: 1, offset: 0 }

test('line breaks of any kind are one', { tags: ['A4'] }, () => {
  const source = 'first\r\nhtml`<i>${\r\n  n\r\n}</u>`\r\n'
  expect(placeInSource(source, { line: 2, column: 5 }, raw, at)).toEqual({ line: 4, column: 2 })
})

test.each([
  ['another literal', 'html`<b>${n}</u>`'],
  ['another literal behind the value', 'html`<i>${n}</b>`'],
  ['no literal', 'compile(strings, n)'],
  ['a literal that is cut off', 'html`<i>${n'],
  ['nothing', ''],
])('no column is named where the file holds %s', { tags: ['A4'] }, (_, source) => {
  expect(placeInSource(source, { line: 1, column: 5 }, raw, at)).toBe(undefined)
})

test('where the file can’t be read, the line is counted and no column behind a value', {
  tags: ['A4'],
}, () => {
  const view = new Function(
    'html',
    'return html`\n<i title=${1}></u>`\n//# sourceURL=/gone/away.js',
  )
  const error = errorOf(() => view(html))
  expect(error.file).toBe('/gone/away.js')
  expect(error.column).toBe(undefined)
  expect(error.message).toMatch(/\(away\.js:\d+\)$/)
})

function errorOf(literal: () => unknown): TemplateError {
  try {
    literal()
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
  throw new Error('It was compiled.')
}
