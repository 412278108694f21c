/** First paint: what a visitor without script gets, with the markers that the client starts from. */
import { expect, test } from 'vitest'
import { classes, each, html, type Rendered, raw, styles } from '../../engine/index.ts'
import { bare, paint, parsed, shownOf } from './support/paint.ts'

const settled = (markup: string) => markup.replace(/(lv-r="\S+|<!--\[\S+) [a-z\d]+ /g, '$1 T ')

test('rows, child slots, attributes and handlers carry their slots', { tags: ['A5'] }, () => {
  const view = html`<p title=${'t'} lv-click=${() => {}}>a ${1} <b>${2}</b></p>`
  expect(settled(paint(view))).toBe(
    '<p lv-r="1 T " lv-s="2" title="t" lv-click="3">a <!--4-->1<!--/4--> <b lv-t="5">2</b></p>',
  )
})

test('a row that is not one element stands between comments, and nested rows count on', {
  tags: ['A5'],
}, () => {
  const view = html`<i>1</i>${html`<b>${2}</b>`}`
  expect(settled(paint(view))).toBe(
    '<!--[1 T --><i>1</i><!--2--><b lv-r="3 T " lv-t="4">2</b><!--/2--><!--]1-->',
  )
})

test('a key stands in its row’s marker, percent-encoded', { tags: ['A5'] }, () => {
  const view = html`<ul>${each(['a b', '-'], String, (key) => html`<li>${key}</li>`)}</ul>`
  expect(settled(paint(view))).toBe(
    '<ul lv-r="1 T " lv-t="2"><li lv-r="3 T a%20b" lv-t="4">a b</li><li lv-r="5 T %2D" lv-t="6">-</li></ul>',
  )
})

test.each<[string, Rendered, string]>([
  ['text', html`<b>${'x'}</b>`, '<b>x</b>'],
  ['empty text', html`<b>${''}</b>`, '<b></b>'],
  ['0', html`<b>${0}</b>`, '<b>0</b>'],
  ['a fraction', html`<b>${1.75}</b>`, '<b>1.75</b>'],
  ['-0', html`<b>${-0}</b>`, '<b>0</b>'],
  ['NaN', html`<b>${Number.NaN}</b>`, '<b>NaN</b>'],
  ['a bigint', html`<b>${12345678901234567890n}</b>`, '<b>12345678901234567890</b>'],
  ['nothing for null', html`<b>${null}</b>`, '<b></b>'],
  ['nothing for undefined', html`<b>${undefined}</b>`, '<b></b>'],
  ['nothing for true', html`<b>${true}</b>`, '<b></b>'],
  ['nothing for false', html`<b>${false}</b>`, '<b></b>'],
  ['a template', html`<b>${html`<i>x</i>`}</b>`, '<b><i>x</i></b>'],
  [
    'an array of templates',
    html`<b>${[html`<i>1</i>`, null, html`<i>2</i>`]}</b>`,
    '<b><i>1</i><i>2</i></b>',
  ],
  ['an empty array', html`<b>${[]}</b>`, '<b></b>'],
  [
    'raw markup that begins with a new line',
    html`<pre>${raw('\n<b>x</b>')}</pre>`,
    '<pre>\n\n<b>x</b></pre>',
  ],
  ['raw markup', html`<b>${raw('<i>x</i>')}</b>`, '<b><i>x</i></b>'],
  ['raw markup that is not whole, closed', html`<b>${raw('<i>x')}</b>`, '<b><i>x</i></b>'],
])('a child slot shows %s', { tags: ['A4'] }, (_, view, expected) => {
  expect(bare(view)).toBe(expected)
})

test.each<[string, Rendered, string]>([
  ['text', html`<b title=${'x'}></b>`, '<b title="x"></b>'],
  ['empty text', html`<b title=${''}></b>`, '<b title=""></b>'],
  ['0', html`<b title=${0}></b>`, '<b title="0"></b>'],
  ['true by its name', html`<b hidden=${true}></b>`, '<b hidden=""></b>'],
  ['nothing for false', html`<b hidden=${false}></b>`, '<b></b>'],
  ['nothing for null', html`<b title=${null}></b>`, '<b></b>'],
  ['nothing for undefined', html`<b title=${undefined}></b>`, '<b></b>'],
  [
    'true and false of aria- as words',
    html`<b aria-busy=${true} aria-hidden=${false}></b>`,
    '<b aria-busy="true" aria-hidden="false"></b>',
  ],
  ['a mixed text', html`<b title="a ${1} b ${null}${false}"></b>`, '<b title="a 1 b false"></b>'],
  [
    'characters written by number or name',
    html`<b title="&quot;&#169;&#xe9;&lt; ${1}"></b>`,
    '<b title="&quot;©é&lt; 1"></b>',
  ],
  ['?name by truth', html`<b ?hidden=${1} ?inert=${0}></b>`, '<b hidden=""></b>'],
  ['a class map', html`<b class=${classes({ a: true, b: 0, c: 'x' })}></b>`, '<b class="a c"></b>'],
  [
    'a style map',
    html`<b style=${styles({ backgroundColor: 'red', '--x': 1, width: null, top: 0 })}></b>`,
    '<b style="background-color: red; --x: 1; top: 0"></b>',
  ],
])('an attribute shows %s', { tags: ['A4'] }, (_, view, expected) => {
  expect(bare(view)).toBe(expected)
})

test.each<[string, Rendered, string]>([
  ['a text field’s value', html`<input value=${'x"'} />`, '<input value="x&quot;">'],
  ['a field’s value of 0', html`<input value=${0} />`, '<input value="0">'],
  ['an empty value for nothing', html`<input value=${undefined} />`, '<input value="">'],
  [
    'a ticked box',
    html`<input type="checkbox" checked=${true} />`,
    '<input type="checkbox" checked="">',
  ],
  [
    'a box that is not ticked',
    html`<input type="checkbox" checked=${false} />`,
    '<input type="checkbox">',
  ],
  [
    'a property that an attribute reflects',
    html`<button .disabled=${true}>x</button>`,
    '<button disabled="">x</button>',
  ],
  ['no attribute for any other property', html`<b .scrollTop=${5}></b>`, '<b></b>'],
  ['a textarea’s text', html`<textarea>${'a<b'}</textarea>`, '<textarea>a&lt;b</textarea>'],
  [
    'a choice on its option',
    html`<select value=${'b'}><option>a</option><option>b</option></select>`,
    '<select><option>a</option><option selected="">b</option></select>',
  ],
  [
    'a choice on an option of a list, by its value',
    html`<select value=${'2'}>${each([1, 2], String, (n) => html`<option value=${n}>No. ${n}</option>`)}</select>`,
    '<select><option value="1">No. 1</option><option value="2" selected="">No. 2</option></select>',
  ],
  [
    'a choice on the first of options with one value, which is the one that setting it chooses',
    html`<select value=${'1'}><option>1</option>${each([1], String, (n) => html`<option>${n}</option>`)}</select>`,
    '<select><option selected="">1</option><option>1</option></select>',
  ],
])('before any script the page shows %s', { tags: ['A5'] }, (_, view, expected) => {
  expect(bare(view)).toBe(expected)
})

test('a property is kept as JSON, whatever it holds', { tags: ['A4'] }, () => {
  const view = html`<b .a=${null} .b=${0} .c=${''} .d=${false} .e=${{ x: [1] }} .f=${undefined}></b>`
  expect(shownOf(view)).toEqual(['null', '0', '""', 'false', '{"x":[1]}', 'null'])
})

test.each(['\n', '\na', '\n\na', 'a\nb', ' a ', '\ta', 'a\n'])(
  'white space that the parser would drop stands: %j',
  { tags: ['A4'] },
  (text) => {
    const main = parsed(
      html`<pre>${text}</pre><textarea>${text}</textarea><div><pre>x${text}</pre></div>`,
    )
    expect(main.querySelector('pre')!.textContent).toBe(text)
    expect(main.querySelector('textarea')!.value).toBe(text)
    expect(main.querySelector('div')!.textContent).toBe(`x${text}`)
  },
)

test.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['a\0b', 'ab'],
  ['a\ud800b', 'a\ufffdb'],
  ['\udc00', '\ufffd'],
  ['😀', '😀'],
  ['\ufeffa', '\ufeffa'],
])(
  'text is what the parser would leave of it before it is compared: %j',
  { tags: ['A4'] },
  (text, kept) => {
    const [child, attribute, value] = shownOf(
      html`<b>${text}</b><i title=${text}></i><input value=${text} />`,
    )
    expect([child, attribute, value]).toEqual([kept, kept, JSON.stringify(kept)])
    expect(parsed(html`<b>${text}</b>`).textContent).toBe(kept)
  },
)

test('rows of a table stand where they are written', { tags: ['A4'] }, () => {
  const view = html`<table>
    <caption>${'c'}</caption>
    <tbody>
      ${each([1, 2], String, (n) => html`<tr><td>${n}</td></tr>`)}
    </tbody>
  </table>`
  const rows = [...parsed(view).querySelectorAll('tbody > tr > td')]
  expect(rows.map((cell) => cell.textContent)).toEqual(['1', '2'])
})
