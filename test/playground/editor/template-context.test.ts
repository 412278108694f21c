/** Puts a caret (|) into source text and says what is being written there. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { expect, test } from 'vitest'
import { placeAt } from '../../../playground/editor/template-context.ts'

const at = (marked: string) => {
  const caret = marked.indexOf('|')
  return placeAt(marked.slice(0, caret) + marked.slice(caret + 1), caret)
}

test.each([
  'const a = 1|',
  'html|`<p>`',
  "const s = 'html`<p |'",
  '// html`<p |',
  '/* html`<p | */',
  'html`<p>${this.|}</p>`',
  'html`<p>${{ a: | }}</p>`',
  'html`<p>`; const a = |',
  'other`<p |>`',
  '`<p |>`',
  'nohtml`<p |>`',
  'const r = /html`<p |/',
  "const s = 'it is\nhtml'; |",
])('%s is code', (marked) => {
  expect(at(marked)).toEqual({ kind: 'code' })
})

test.each([
  'html`|`',
  'html`<p>wor|d`',
  'html`<p>${a}|</p>`',
  'html`<!-- <p | -->`',
  'html`</p |>`',
])('%s is text', (marked) => {
  expect(at(marked)).toEqual({ kind: 'text' })
})

test.each([
  ['html`<|`', '', false],
  ['html`<but|`', 'but', false],
  ['html`<p></|`', '', true],
  ['svg`<g><cir|`', 'cir', false],
  ['html`<ul>${rows.map((r) => html`<l|`)}</ul>`', 'l', false],
])('%s is a tag', (marked, prefix, closing) => {
  expect(at(marked)).toEqual({ kind: 'tag', prefix, closing })
})

test.each([
  ['html`<input ${this.signUp.field("email")} pla|`', 'pla', 'input', []],
  ['html`<input required ${this.signUp.field("email")} |`', '', 'input', ['required']],
  ['html`<button lv-|`', 'lv-', 'button', []],
  ['html`<button |>Add</button>`', '', 'button', []],
  ['html`<input type="text" value=${this.v} dis|`', 'dis', 'input', ['type', 'value']],
  ['html`<input disabled .val|`', '.val', 'input', ['disabled']],
  ['html`<p class="a ${b} c" |`', '', 'p', ['class']],
  ['html`<p a=1 \n b|`', 'b', 'p', ['a']],
  ['html`<p>${html`<b>x</b>`}<i t|></p>`', 't', 'i', []],
  ['const a = 4 / 2; html`<p / t|`', 't', 'p', []],
  ['const d = x / 2 // html`\nhtml`<p t|`', 't', 'p', []],
])('%s is an attribute', (marked, prefix, tag, has) => {
  expect(at(marked)).toEqual({ kind: 'attribute', prefix, tag, has })
})

test.each([
  ['html`<input type="|"`', '', 'input', 'type'],
  ['html`<input type="te|"`', 'te', 'input', 'type'],
  ["html`<input lv-key='En|'`", 'En', 'input', 'lv-key'],
  ['html`<input type=te|`', 'te', 'input', 'type'],
  ['html`<p class="a ${b} c|"`', ' c', 'p', 'class'],
])('%s is a value', (marked, prefix, tag, attribute) => {
  expect(at(marked)).toEqual({ kind: 'value', prefix, tag, attribute })
})

test('an escaped backtick does not end the literal', () => {
  expect(at('html`\\` <b|`')).toEqual({ kind: 'tag', prefix: 'b', closing: false })
})

test('a caret between $ and { still stands in the markup', () => {
  expect(at('html`<p>$|{a}</p>`')).toEqual({ kind: 'text' })
})
