/** Values in templates: lists and their keys, memo, and the sentences for what can't stand there. */
import { expect, test } from 'vitest'
import { each, html, type Rendered, raw, TemplateError } from '../../engine/index.ts'
import { type Memory, runAs } from '../../engine/template/rendered.ts'
import { bare } from './support/paint.ts'

class Person {
  name = 'Ada'
}

test.each<[string, () => Rendered, string, string]>([
  ['an object', () => html`<b>${{ a: 1 }}</b>`, 'template-value', 'received an object'],
  ['an instance', () => html`<b>${new Person()}</b>`, 'template-value', 'received a Person'],
  [
    'a function',
    () => html`<b>${function add() {}}</b>`,
    'template-value',
    'received the function add',
  ],
  [
    'a promise',
    () => html`<b>${Promise.resolve() as unknown as string}</b>`,
    'template-value',
    'received a promise',
  ],
  ['an array of texts', () => html`<b>${['a', 'b']}</b>`, 'template-value', 'received string "a"'],
  [
    'markup in a title',
    () => html`<title>${html`<b></b>`}</title>`,
    'template-value',
    'received a Rendered',
  ],
  [
    'an object in an attribute',
    () => html`<b title=${{}}></b>`,
    'template-value',
    'received an object',
  ],
  [
    'a function in a property',
    () => html`<b .x=${() => 1}></b>`,
    'template-value',
    'received a function',
  ],
  [
    'text among rows',
    () => html`<tbody>${'x'}</tbody>`,
    'template-nesting',
    'received the text "x"',
  ],
  [
    'a row without its section',
    () => html`<tbody>${html`<p></p>`}</tbody>`,
    'template-nesting',
    'received <p>',
  ],
  [
    'text through innerHTML',
    () => html`<b .innerHTML=${'x'}></b>`,
    'template-place',
    'Expected no value in .innerHTML',
  ],
])('%s is refused with what may stand there', { tags: ['A4'] }, (_, view, code, sentence) => {
  const error = thrownBy(() => bare(view()))
  expect(error).toBeInstanceOf(TemplateError)
  expect((error as TemplateError).code).toBe(code)
  expect((error as TemplateError).message).toMatch(/ \(values\.test\.ts:\d+:\d+\)$/)
  expect((error as TemplateError).message).toContain(sentence)
})

test.each<[string, () => unknown, string]>([
  [
    'two items with one key',
    () => each(['a', 'b', 'a'], String, (x) => html`<i>${x}</i>`),
    'received "a" for items 0 and 2',
  ],
  [
    'a number and a text that read alike',
    () =>
      each(
        [1, '1'],
        (x) => x,
        (x) => html`<i>${x}</i>`,
      ),
    'received "1" for items 0 and 1',
  ],
  [
    'growing numbers, of which the last one stands twice',
    () =>
      each(
        [1, 2, 2],
        (x) => x,
        (x) => html`<i>${x}</i>`,
      ),
    'received "2" for items 1 and 2',
  ],
  [
    'growing numbers and then the first one again',
    () =>
      each(
        [1, 2, 1],
        (x) => x,
        (x) => html`<i>${x}</i>`,
      ),
    'received "1" for items 0 and 2',
  ],
  [
    'no key',
    () =>
      each(
        [{}],
        (x) => (x as { id: string }).id,
        () => html`<i></i>`,
      ),
    'received nothing (undefined)',
  ],
  [
    'NaN',
    () =>
      each(
        [1],
        () => Number.NaN,
        () => html`<i></i>`,
      ),
    'received number null',
  ],
])('a list with %s is refused', { tags: ['A4'] }, (_, list, sentence) => {
  const error = thrownBy(list)
  expect((error as TemplateError).code).toBe('template-key')
  expect((error as TemplateError).message).toContain(sentence)
})

test('raw() wants a text', { tags: ['A4'] }, () => {
  expect(() => raw(1 as never)).toThrow('received number 1')
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
  throw new Error('Expected an error, received none.')
}
