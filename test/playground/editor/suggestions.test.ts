/** Says what completion offers at a caret (|) and what hover tells there. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { expect, test } from 'vitest'
import { hoverAt, suggestAt } from '../../../playground/editor/suggestions.ts'

const offered = (marked: string) => {
  const caret = marked.indexOf('|')
  return suggestAt(marked.slice(0, caret) + marked.slice(caret + 1), caret)
}
const labels = (marked: string) => offered(marked).map((one) => one.label)

test('typing lv- in a tag offers lv-click with its documentation', { tags: ['B4'] }, () => {
  const click = offered('html`<button lv-|>`').find((one) => one.label === 'lv-click')!
  expect(click).toEqual({
    label: 'lv-click',
    kind: 'event',
    insert: 'lv-click=\\${this.$1}$0',
    docs: [
      'Runs a handler in the server when the element is clicked.',
      'The event carries the element’s `dataset`, and `x`, `y` within it unless it is a button or a field.',
      '```typescript\nhtml`<button lv-click=${this.add}>Add</button>`\n```',
      'The closure stays in the server: the page knows a number, and can call only what it was shown.',
    ].join('\n\n'),
    replaces: 3,
    goesOn: true,
  })
})

test('a handler that already has its value keeps it', () => {
  const click = offered('html`<b lv-cl|=${this.add}>`').find((one) => one.label === 'lv-click')!
  expect(click.insert).toBe('lv-click')
})

test('an attribute is offered once', () => {
  expect(labels('html`<b lv-click=${this.a} lv-|>`')).not.toContain('lv-click')
})

test('tags close themselves, but for those that have no end', () => {
  const tags = offered('html`<|`')
  expect(tags.find((one) => one.label === 'button')!.insert).toBe('button>$0</button>')
  expect(tags.find((one) => one.label === 'input')!.insert).toBe('input$0>')
})

test('a closing tag offers names alone', () => {
  expect(offered('html`<p></|`').find((one) => one.label === 'p')!.insert).toBe('p>')
  expect(labels('html`<p></|`')).not.toContain('br')
})

test('a tag offers its own attributes first and flags without a value', () => {
  const input = offered('html`<input |>`').filter((one) => one.kind === 'attribute')
  expect(input.slice(0, 3).map((one) => one.insert)).toEqual([
    'type="$1"$0',
    'name="$1"$0',
    'value="$1"$0',
  ])
  expect(input.find((one) => one.label === 'disabled')!.insert).toBe('disabled')
})

test('few values are offered', () => {
  expect(labels('html`<button type="|">`')).toEqual(['button', 'submit', 'reset'])
  expect(labels('html`<input lv-key="E|">`').slice(0, 2)).toEqual(['Enter', 'Escape'])
})

test('nothing is offered in code and in text', () => {
  expect([labels('const a = |'), labels('html`<p>wor|d</p>`')]).toEqual([[], []])
})

test('hover on an attribute of the engine tells what it does', { tags: ['B4'] }, () => {
  const source = 'html`<button lv-click=${this.add}>Add</button>`'
  expect(hoverAt(source, source.indexOf('click'))).toEqual({
    from: 13,
    to: 21,
    docs: expect.stringContaining('Runs a handler in the server when the element is clicked.'),
  })
})

test('hover on the handler of any other DOM event tells that it is one', () => {
  const source = 'html`<div lv-wheel=${this.zoom}>`'
  expect(hoverAt(source, 12)!.docs).toContain('at the DOM event `wheel`')
})

test('hover elsewhere says nothing', () => {
  expect(hoverAt('const lv = 1', 7)).toBeNull()
  expect(hoverAt('html`<p class="a">`', 9)).toBeNull()
})
