/** Where `lv-busy` may stand: a lock that locks nothing is refused as the template is compiled. */
import { expect, test } from 'vitest'
import { html } from '../../engine/index.ts'

const handler = () => {}

test.each([
  [
    'a button with a handler',
    () => html`<button type="button" lv-busy lv-click=${handler}>x</button>`,
  ],
  [
    'a button that submits',
    () => html`<form lv-submit=${handler}><button lv-busy="Saving…">x</button></form>`,
  ],
  ['an input that submits', () => html`<input type="submit" lv-busy="Saving…">`],
  ['a form', () => html`<form lv-busy lv-submit=${handler}></form>`],
  [
    'a link, with a text of the server',
    () => html`<a href="#" lv-busy=${'Going…'} lv-click=${handler}>x</a>`,
  ],
])('lv-busy locks %s', { tags: ['A4', 'busy-locks'] }, (_, template) => {
  expect(template).not.toThrow()
})

test.each([
  ['a form without a handler', () => html`<form lv-busy="…"></form>`, '<form>'],
  ['a button that does nothing', () => html`<button type="button" lv-busy>x</button>`, '<button>'],
  ['a field', () => html`<input name="a" lv-input=${handler} lv-busy>`, '<input>'],
  ['a text', () => html`<p lv-busy>x</p>`, '<p>'],
])(
  'lv-busy on %s is refused, with what it needs',
  { tags: ['A4', 'busy-locks'] },
  (_, template, tag) => {
    expect(template).toThrow(
      `Expected lv-busy on a form with lv-submit, a button that submits one or an element with lv-click, received it on a ${tag} without them. Move it to the element that has the handler.`,
    )
  },
)
