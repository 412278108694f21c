/** Values in templates: lists and their keys, memo, and the sentences for what can't stand there. */
import { expect, test } from 'vitest'
import { each, html, type Rendered, raw, TemplateError } from '../../engine/index.ts'
import { type Memory, runAs } from '../../engine/template/rendered.ts'
import { bare } from './support/paint.ts'

class Person {
  name = 'Ada'
}

test.each<[string, () => Rendered, string, string]>([
  [
    'an object',
    () => html`<b>${{ a: 1 }}</b>`,
    'template-value',
    'A template wants a text, a number, html`…`, each(…), raw(…) or mount(…) in <b>, got an object. Show one of its fields, or JSON.stringify it.',
  ],
  [
    'an instance',
    () => html`<b>${new Person()}</b>`,
    'template-value',
    'A template wants a text, a number, html`…`, each(…), raw(…) or mount(…) in <b>, got a Person. Show one of its fields, or JSON.stringify it.',
  ],
  [
    'a function',
    () => html`<b>${function add() {}}</b>`,
    'template-value',
    'A template wants a text, a number, html`…`, each(…), raw(…) or mount(…) in <b>, got the function add. Call it, or write it as lv-click=${…}.',
  ],
  [
    'a promise',
    () => html`<b>${Promise.resolve() as unknown as string}</b>`,
    'template-value',
    'A template wants a text, a number, html`…`, each(…), raw(…) or mount(…) in <b>, got a promise. Wait for it in a handler, or use load().',
  ],
  [
    'an array of texts',
    () => html`<b>${['a', 'b']}</b>`,
    'template-value',
    'A list in a template wants html`…` for every item, got string "a". Use each(items, key, (item) => html`…`).',
  ],
  [
    'markup in a title',
    () => html`<title>${html`<b></b>`}</title>`,
    'template-value',
    'A template wants a text or a number in <title>, got a Rendered. Show one of its fields, or JSON.stringify it.',
  ],
  [
    'an object in an attribute',
    () => html`<b title=${{}}></b>`,
    'template-value',
    'title on <b> wants a text, a number or a boolean, got an object.',
  ],
  [
    'a function in a property',
    () => html`<b .x=${() => 1}></b>`,
    'template-value',
    '.x on <b> wants a value that JSON can carry, got a function.',
  ],
  [
    'text among rows',
    () => html`<tbody>${'x'}</tbody>`,
    'template-nesting',
    'Expected an element in a part of a table, received the text "x": the parser would move it. Put it into a cell.',
  ],
  [
    'a row without its section',
    () => html`<tbody>${html`<p></p>`}</tbody>`,
    'template-nesting',
    'Expected <tr> in <tbody>, received <p>: the parser would move it. Put it into a cell, or outside of the table.',
  ],
  [
    'text through innerHTML',
    () => html`<b .innerHTML=${'x'}></b>`,
    'template-place',
    '.innerHTML would put text into the page as markup. Use ${raw(…)} as content.',
  ],
])('%s is refused with what may stand there', { tags: ['A4'] }, (_, view, code, sentence) => {
  const error = thrownBy(() => bare(view()))
  expect(error).toBeInstanceOf(TemplateError)
  expect((error as TemplateError).code).toBe(code)
  expect((error as TemplateError).message).toMatch(/ \(values\.test\.ts:\d+:\d+\)$/)
  expect((error as TemplateError).message.replace(/ \(values.*/, '')).toBe(sentence)
})

test.each<[string, () => unknown, string]>([
  [
    'two items with one key',
    () => each(['a', 'b', 'a'], String, (x) => html`<i>${x}</i>`),
    'each() wants a key of its own for every item, got "a" for items 0 and 2.',
  ],
  [
    'a number and a text that read alike',
    () =>
      each(
        [1, '1'],
        (x) => x,
        (x) => html`<i>${x}</i>`,
      ),
    'each() wants a key of its own for every item, got "1" for items 0 and 1.',
  ],
  [
    'growing numbers, of which the last one stands twice',
    () =>
      each(
        [1, 2, 2],
        (x) => x,
        (x) => html`<i>${x}</i>`,
      ),
    'each() wants a key of its own for every item, got "2" for items 1 and 2.',
  ],
  [
    'growing numbers and then the first one again',
    () =>
      each(
        [1, 2, 1],
        (x) => x,
        (x) => html`<i>${x}</i>`,
      ),
    'each() wants a key of its own for every item, got "1" for items 0 and 2.',
  ],
  [
    'no key',
    () =>
      each(
        [{}],
        (x) => (x as { id: string }).id,
        () => html`<i></i>`,
      ),
    'each() wants a text or a number as the key of item 0, got nothing (undefined). Give every item an id and return it.',
  ],
  [
    'NaN',
    () =>
      each(
        [1],
        () => Number.NaN,
        () => html`<i></i>`,
      ),
    'each() wants a text or a number as the key of item 0, got number null. Give every item an id and return it.',
  ],
])('a list with %s is refused', { tags: ['A4'] }, (_, list, sentence) => {
  const error = thrownBy(list)
  expect((error as TemplateError).code).toBe('template-key')
  expect((error as TemplateError).message).toBe(sentence)
})

test('raw() wants a text', { tags: ['A4'] }, () => {
  expect(() => raw(1 as never)).toThrow('raw() wants a text with markup, got number 1.')
})

test('a list takes anything that can be walked, with the index of each', { tags: ['A4'] }, () => {
  const items = new Map([
    ['a', 1],
    ['b', 2],
  ])
  expect(
    bare(
      html`<ul>${each(
        items,
        ([key]) => key,
        ([key, n], i) => html`<li>${i}${key}${n}</li>`,
      )}</ul>`,
    ),
  ).toBe('<ul><li>0a1</li><li>1b2</li></ul>')
})

test('without memo every row runs again, with memo only those whose dependencies changed', {
  tags: ['A4', 'memo'],
}, () => {
  const memory: Memory = { lists: undefined }
  const runs: string[] = []
  const items = [
    { id: 'a', n: 1 },
    { id: 'b', n: 1 },
  ]
  const render = () =>
    runAs(undefined, memory, () => {
      each(
        items,
        ({ id }) => id,
        ({ id }) => {
          runs.push(id)
          return html`<i></i>`
        },
        { memo: ({ n }) => [n] },
      )
      each(
        items,
        ({ id }) => id,
        ({ id }) => {
          runs.push(`${id} always`)
          return html`<i></i>`
        },
      )
    })
  render()
  items[1]!.n = 2
  runs.length = 0
  render()
  expect(runs).toEqual(['b', 'a always', 'b always'])
})

test('a memo row that went and came back runs again', { tags: ['A4', 'memo'] }, () => {
  const memory: Memory = { lists: undefined }
  let runs = 0
  const render = (items: number[]) =>
    runAs(undefined, memory, () =>
      each(
        items,
        String,
        () => {
          runs++
          return html`<i></i>`
        },
        { memo: () => [] },
      ),
    )
  render([1])
  render([])
  render([1])
  expect(runs).toBe(2)
})

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('Expected an error, found none.')
}
