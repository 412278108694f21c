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

test('a sentence stays whole with the values in it', () => {
  expect(ordersOf('html`Hello ${name}, <b>${n}</b>`')).toEqual([
    'html`Hello ${name}, <b>${n}</b>`',
    'html`<b>${n}</b>\nHello ${name} ,`',
  ])
  expect(ordersOf('html`${a}${b}`')[1]).toBe('html`${b}\n${a}`')
})

test('of too many orders some are tried, the last among them', () => {
  const source = 'html`<a></a><b></b><c></c><d></d>`'
  expect(ordersOf(source)).toHaveLength(24)
  const some = ordersOf(source, 3)
  expect(some).toHaveLength(3)
  expect(some[0]).toBe(source)
  expect(some[2]).toBe('html`<d></d>\n<c></c>\n<b></b>\n<a></a>`')
  expect(ordersOf('html`<a></a><b></b><c></c><d></d><e></e><f></f>`')).toHaveLength(7)
})
