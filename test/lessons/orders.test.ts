/** Every order of a template's parts is written, and nothing is lost on the way. */
import { expect, test } from 'vitest'
import { ordersOf } from './orders.ts'

test('the parts beside each other come in every order, the source itself first', () => {
  const source =
    'return html`<a>1</a> <b lv-click=${() => this.add()}>${x}</b>${mount(Y, { a: `}` })}`'
  const orders = ordersOf(source)
  expect(orders).toHaveLength(6)
  expect(orders[0]).toBe(source)
  expect(orders[5]).toBe(
    'return html`${mount(Y, { a: `}` })}\n<b lv-click=${() => this.add()}>${x}</b>\n<a>1</a>`',
  )
})

test('a part stays whole with all that stands in it', () => {
  expect(ordersOf('html`<ul><li>1</li><li>2</li></ul><input value=${v} />text`')[1]).toBe(
    'html`<ul><li>1</li><li>2</li></ul>\ntext\n<input value=${v} />`',
  )
})
