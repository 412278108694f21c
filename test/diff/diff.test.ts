/** One change, its ops: what the differ says for each kind of difference. */
import { expect, test } from 'vitest'
import { each, html, type Rendered, raw, svg } from '../../engine/index.ts'
import type { Op } from '../../engine/protocol/ops.ts'
import { Stage } from './support/stage.ts'

test.each<[string, (value: never) => Rendered, unknown, unknown, Op[]]>([
  ['nothing for the same text', (x) => html`<b>${x}</b>`, 'a', 'a', []],
  ['nothing for a number that reads like the text', (x) => html`<b>${x}</b>`, '1', 1, []],
  ['the text', (x) => html`<b>${x}</b>`, 'a', 'b', [{ op: 'setText', slot: 2, text: 'b' }]],
  ['an empty text', (x) => html`<b>${x}</b>`, 'a', '', [{ op: 'setText', slot: 2, text: '' }]],
  [
    'null as an empty text',
    (x) => html`<b>${x}</b>`,
    'a',
    null,
    [{ op: 'setText', slot: 2, text: '' }],
  ],
  ['0', (x) => html`<b>${x}</b>`, 'a', 0, [{ op: 'setText', slot: 2, text: '0' }]],
  [
    'an attribute',
    (x) => html`<b title=${x}></b>`,
    'a',
    'b',
    [{ op: 'setAttr', slot: 2, name: 'title', text: 'b' }],
  ],
  [
    'the whole of a mixed attribute',
    (x) => html`<b title="a ${x} b"></b>`,
    1,
    2,
    [{ op: 'setAttr', slot: 2, name: 'title', text: 'a 2 b' }],
  ],
  [
    'an attribute that goes',
    (x) => html`<b title=${x}></b>`,
    'a',
    null,
    [{ op: 'delAttr', slot: 2, name: 'title' }],
  ],
  [
    'an attribute that comes',
    (x) => html`<b title=${x}></b>`,
    null,
    'a',
    [{ op: 'setAttr', slot: 2, name: 'title', text: 'a' }],
  ],
  [
    'a boolean attribute',
    (x) => html`<b ?hidden=${x}></b>`,
    true,
    false,
    [{ op: 'delAttr', slot: 2, name: 'hidden' }],
  ],
  [
    'a property',
    (x) => html`<b .x=${x}></b>`,
    1,
    { y: [0, '', false, null] },
    [{ op: 'setProp', slot: 2, name: 'x', value: { y: [0, '', false, null] } }],
  ],
  [
    'a field’s value',
    (x) => html`<input value=${x} />`,
    'a',
    '',
    [{ op: 'setProp', slot: 2, name: 'value', value: '' }],
  ],
  [
    'a textarea’s text',
    (x) => html`<textarea>${x}</textarea>`,
    'a',
    'b',
    [{ op: 'setProp', slot: 2, name: 'value', value: 'b' }],
  ],
  [
    'a tick',
    (x) => html`<input checked=${x} />`,
    false,
    true,
    [{ op: 'setProp', slot: 2, name: 'checked', value: true }],
  ],
  [
    'one class that comes',
    (x) => html`<b class=${x}></b>`,
    'row odd',
    'row odd done',
    [{ op: 'class', slot: 2, on: true, name: 'done' }],
  ],
  [
    'one class that goes',
    (x) => html`<b class=${x}></b>`,
    'row odd done',
    'row done',
    [{ op: 'class', slot: 2, on: false, name: 'odd' }],
  ],
  [
    'several classes as the whole attribute',
    (x) => html`<b class=${x}></b>`,
    'a b',
    'c d',
    [{ op: 'setAttr', slot: 2, name: 'class', text: 'c d' }],
  ],
  [
    'a longer class as the whole attribute',
    (x) => html`<b class=${x}></b>`,
    'row',
    'rows',
    [{ op: 'setAttr', slot: 2, name: 'class', text: 'rows' }],
  ],
  [
    'a class that is there already as the whole attribute',
    (x) => html`<b class=${x}></b>`,
    'row odd',
    'row odd row',
    [{ op: 'setAttr', slot: 2, name: 'class', text: 'row odd row' }],
  ],
  [
    'a class beside one that stands twice as the whole attribute, since a browser would write it once',
    (x) => html`<b class=${x}></b>`,
    'row row odd',
    'row row',
    [{ op: 'setAttr', slot: 2, name: 'class', text: 'row row' }],
  ],
  [
    'a class beside wide gaps as the whole attribute, since a browser would close them',
    (x) => html`<b class=${x}></b>`,
    'row  odd',
    'row  odd done',
    [{ op: 'setAttr', slot: 2, name: 'class', text: 'row  odd done' }],
  ],
  [
    'classes whose order changes as the whole attribute',
    (x) => html`<b class=${x}></b>`,
    'a b',
    'b a',
    [{ op: 'setAttr', slot: 2, name: 'class', text: 'b a' }],
  ],
  [
    'raw markup',
    (x) => html`<b>${raw(x)}</b>`,
    '<i>1</i>',
    '<i>2</i>',
    [{ op: 'setHTML', slot: 2, html: '<i>2</i>' }],
  ],
  [
    'raw markup over text',
    (x) => html`<b>${x}</b>`,
    'a',
    raw('<i></i>'),
    [{ op: 'setHTML', slot: 2, html: '<i></i>' }],
  ],
  [
    'text over raw markup',
    (x) => html`<b>${x}</b>`,
    raw('<i></i>'),
    'a',
    [
      { op: 'setHTML', slot: 2, html: '' },
      { op: 'setText', slot: 2, text: 'a' },
    ],
  ],
  ['nothing for another handler', (x) => html`<b lv-click=${x}></b>`, () => 1, () => 2, []],
])('the wire carries %s', { tags: ['A4'] }, (_, view, before, after, ops) => {
  const stage = new Stage(view(before as never))
  expect(stage.show(view(after as never))).toEqual(ops)
  expect(stage.seen()).toBe(new Stage(view(after as never)).seen())
})

test('a branch that comes is inserted with its values, one that goes is removed', {
  tags: ['A4', 'conditionals'],
}, () => {
  const view = (on: boolean) => html`<p>${on ? html`<b title=${'t'}>${'x'}</b>` : null}</p>`
  const stage = new Stage(view(false))
  expect(stage.show(view(true))).toEqual([
    {
      op: 'insert',
      list: 2,
      tpl: expect.any(Number),
      base: 3,
      before: 0,
      key: '',
      strings: ['t', 'x'],
    },
  ])
  expect(stage.html()).toBe('<p><b title="t">x</b></p>')
  expect(stage.show(view(false))).toEqual([{ op: 'remove', base: 3 }])
  expect(stage.html()).toBe('<p></p>')
})

test('another branch takes the place of the first', { tags: ['A4'] }, () => {
  const view = (on: boolean) => html`<p>${on ? html`<b>yes</b>` : html`<i>no</i>`}</p>`
  const stage = new Stage(view(true))
  expect(stage.show(view(false))).toEqual([
    { op: 'remove', base: 3 },
    { op: 'insert', list: 2, tpl: expect.any(Number), base: 4, before: 0, key: '', strings: [] },
  ])
  expect(stage.html()).toBe('<p><i>no</i></p>')
})

test('what an insert’s strings can’t say follows it: absent attributes, rows, markup', {
  tags: ['A4'],
}, () => {
  const inner = html`<b title=${null}>${html`<i>${1}</i>`}${raw('<u></u>')}</b>`
  const view = (on: boolean) => html`<p>${on ? inner : ''}</p>`
  const stage = new Stage(view(false))
  expect(stage.show(view(true))).toEqual([
    {
      op: 'insert',
      list: 2,
      tpl: expect.any(Number),
      base: 3,
      before: 0,
      key: '',
      strings: ['', '', ''],
    },
    { op: 'delAttr', slot: 4, name: 'title' },
    { op: 'insert', list: 5, tpl: expect.any(Number), base: 7, before: 0, key: '', strings: ['1'] },
    { op: 'setHTML', slot: 6, html: '<u></u>' },
  ])
  expect(stage.html()).toBe('<p><b><i>1</i><u></u></b></p>')
})

test('an svg branch is made as a part of an image', { tags: ['A4'] }, () => {
  const view = (on: boolean) => html`<svg>${on ? svg`<circle r=${1} />` : ''}</svg>`
  const stage = new Stage(view(false))
  stage.show(view(true))
  expect(stage.html()).toBe('<svg><circle r="1"></circle></svg>')
})

const list = (keys: string[], text = '') =>
  html`<ul>${each(keys, String, (key) => html`<li>${key}${text}</li>`)}</ul>`

/** Rows by key with their ops; a base in the order in which the rows first came: a is 3, b is 6, … */
const letters = (ops: readonly Op[]) =>
  ops.map((op) => {
    const name = (base: number) => (base === 0 ? 'end' : 'abcdef'[(base - 3) / 3]!)
    if (op.op === 'move') return `move ${name(op.base)} before ${name(op.before)}`
    if (op.op === 'order') return `order ${op.bases.map(name).join(' ')}`
    if (op.op === 'remove') return `remove ${name(op.base)}`
    if (op.op === 'insert') return `insert ${op.key} before ${name(op.before)}`
    return op.op
  })

test.each<[string, string, string[]]>([
  ['abcd', 'abcd', []],
  ['abcd', 'abcde', ['insert e before end']],
  ['abcd', 'xabcd', ['insert x before a']],
  ['abcd', 'abxcd', ['insert x before c']],
  ['abcd', 'acd', ['remove b']],
  ['abcd', '', ['remove a', 'remove b', 'remove c', 'remove d']],
  ['abcd', 'bcda', ['move a before end']],
  ['abcd', 'dabc', ['move d before a']],
  ['abcd', 'acbd', ['move c before b']],
  ['abcd', 'badc', ['move b before a', 'move d before c']],
  ['abcd', 'dcba', ['order d c b a']],
  ['abcde', 'debac', ['order d e b a c']],
  ['abcdef', 'exdca', ['remove b', 'remove f', 'order e d c a', 'insert x before d']],
  ['abcd', 'bxd', ['remove a', 'remove c', 'insert x before d']],
  ['', 'ab', ['insert a before end', 'insert b before end']],
])('rows %s to %s cost the fewest moves', { tags: ['A4'] }, (before, after, ops) => {
  const stage = new Stage(list([...before]))
  const elements = new Map(
    [...stage.root.querySelectorAll('li')].map((row) => [row.textContent, row]),
  )
  expect(letters(stage.show(list([...after])))).toEqual(ops)
  expect(stage.html()).toBe(new Stage(list([...after])).html())
  // A row that stays is the same element.
  for (const row of stage.root.querySelectorAll('li')) {
    const known = elements.get(row.textContent)
    if (known) expect(row).toBe(known)
  }
})

test('a row that moves and changes is moved and changed, not made again', { tags: ['A4'] }, () => {
  const view = (rows: [string, number][]) =>
    html`<ul>${each(
      rows,
      ([key]) => key,
      ([, n]) => html`<li>${n}</li>`,
    )}</ul>`
  const stage = new Stage(
    view([
      ['a', 1],
      ['b', 2],
    ]),
  )
  expect(
    stage.show(
      view([
        ['b', 3],
        ['a', 1],
      ]),
    ),
  ).toEqual([
    { op: 'move', base: 5, before: 3 },
    { op: 'setText', slot: 6, text: '3' },
  ])
})

test('a row of another template is another row, though its key is the same', {
  tags: ['A4'],
}, () => {
  const view = (edit: boolean) =>
    html`<ul>${each(['a'], String, (key) => (edit ? html`<li><input value=${key} /></li>` : html`<li>${key}</li>`))}</ul>`
  const stage = new Stage(view(false))
  expect(stage.show(view(true)).map(({ op }) => op)).toEqual(['remove', 'insert'])
  expect(stage.html()).toBe('<ul><li><input></li></ul>')
})

test('slots of a removed row are given out again only after the tab has let go of them', {
  tags: ['A4'],
}, () => {
  const stage = new Stage(list(['a', 'b']))
  stage.acknowledge()
  stage.show(list(['a']))
  stage.acknowledge(stage.frame - 1)
  expect(stage.show(list(['a', 'c']))[0]).toMatchObject({ op: 'insert', base: 9 })
  stage.acknowledge()
  expect(stage.show(list(['a', 'c', 'd']))[0]).toMatchObject({ op: 'insert', base: 6 })
})

test('the template of a list’s rows is the same for every insert', { tags: ['A4'] }, () => {
  const stage = new Stage(list([]))
  const [first, second] = stage.show(list(['a', 'b'])) as Extract<Op, { op: 'insert' }>[]
  expect(first!.tpl).toBe(second!.tpl)
})
