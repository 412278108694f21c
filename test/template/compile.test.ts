/** Literals as the compiler leaves them: the markup that a `template` op carries. */
import { expect, test } from 'vitest'
import { html, type Rendered, svg } from '../../engine/index.ts'

const markup = ({ template }: Rendered) => template.markup

test.each<[string, Rendered, string]>([
  ['static markup stays as it is', html`<p class="a">Hi</p>`, '<p class="a">Hi</p>'],
  ['white space around the literal is layout', html`  <p>Hi</p>  `, '<p>Hi</p>'],
  [
    'a child slot that is all of its element is marked on it',
    html`<b>${1}</b>`,
    '<b lv-t="1"></b>',
  ],
  [
    'a child slot beside text stands between comments',
    html`<b>a ${1} b</b>`,
    '<b>a <!--1--><!--/1--> b</b>',
  ],
  ['an attribute is named in the marker', html`<b title=${1}></b>`, '<b lv-s="1:title"></b>'],
  ['a mixed attribute is one slot', html`<b title="a ${1} b ${2}"></b>`, '<b lv-s="1:title"></b>'],
  [
    'attributes of one element share a marker',
    html`<b title=${1} id=${2}></b>`,
    '<b lv-s="1:title 2:id"></b>',
  ],
  ['a property has a dot', html`<b .hidden=${1}></b>`, '<b lv-s="1:.hidden"></b>'],
  ['a boolean attribute is an attribute', html`<b ?hidden=${1}></b>`, '<b lv-s="1:hidden"></b>'],
  ['what a visitor changes is a property', html`<input value=${1} />`, '<input lv-s="1:.value">'],
  ['a mixed value is an attribute', html`<input value="a${1}" />`, '<input lv-s="1:value">'],
  ['so is a box', html`<input checked=${1} />`, '<input lv-s="1:.checked">'],
  [
    'a handler carries its number',
    html`<button lv-click=${() => {}}>x</button>`,
    '<button lv-click="1">x</button>',
  ],
  [
    'modifiers are plain attributes',
    html`<input lv-key="Enter" lv-keydown=${() => {}} />`,
    '<input lv-key="Enter" lv-keydown="1">',
  ],
  [
    'a textarea’s content is its value',
    html`<textarea>${1}</textarea>`,
    '<textarea lv-s="1:.value"></textarea>',
  ],
  [
    'a textarea’s content joins the marker of its attributes',
    html`<textarea id=${1}>${2}</textarea>`,
    '<textarea lv-s="1:id 2:.value"></textarea>',
  ],
  [
    'several roots stand between comments',
    html`<i>1</i><b>2</b>`,
    '<!--[--><i>1</i><b>2</b><!--]-->',
  ],
  ['so does text', html`Hi`, '<!--[-->Hi<!--]-->'],
  ['so does a child slot alone', html`${1}`, '<!--[--><!--1--><!--/1--><!--]-->'],
  [
    'an svg literal is wrapped',
    svg`<circle r=${1} />`,
    '<svg lv-svg><circle lv-s="1:r"></circle></svg>',
  ],
  [
    'inside svg names keep their case',
    html`<svg viewBox="0 0 1 1"><linearGradient id="a" /></svg>`,
    '<svg viewBox="0 0 1 1"><linearGradient id="a"></linearGradient></svg>',
  ],
  [
    'an svg literal may nest elements that close themselves',
    svg`<linearGradient><stop offset=${1} /></linearGradient>`,
    '<svg lv-svg><linearGradient><stop lv-s="1:offset"></stop></linearGradient></svg>',
  ],
  ['element names are lower case', html`<DIV></DIV>`, '<div></div>'],
  [
    'event names are lower case, as in the parsed page',
    html`<b lv-Click=${() => {}}></b>`,
    '<b lv-click="1"></b>',
  ],
  ['quotes may be single or absent', html`<b id=a title='"'></b>`, '<b id="a" title="&quot;"></b>'],
  ['a comment goes, and its values with it', html`<b><!-- ${1} -->${2}</b>`, '<b lv-t="1"></b>'],
  [
    'white space between rows of a table is layout',
    html`<table>
      <tbody>
        <tr>
          <td>1</td>
        </tr>
      </tbody>
    </table>`,
    '<table><tbody><tr><td>1</td></tr></tbody></table>',
  ],
  ['a lone sign is text', html`<b>1 < 2 & 3</b>`, '<b>1 < 2 & 3</b>'],
])('%s', { tags: ['A4'] }, (_, rendered, expected) => {
  expect(markup(rendered)).toBe(expected)
})

test('a literal is compiled once, whatever its values', { tags: ['A4', 'compile-once'] }, () => {
  const view = (n: number) => html`<b>${n}</b>`
  expect(view(1).template).toBe(view(2).template)
})

test('equal markup shares a template and its name, so that another process names it alike', {
  tags: ['A4'],
}, () => {
  const [one, other] = [html`<b>${1}</b>`, html`<b>${2}</b>`]
  expect(one.template).toBe(other.template)
  expect(one.template.name).toMatch(/^[a-z\d]{1,7}$/)
})

test('an svg fragment is another template than the same markup in HTML', { tags: ['A4'] }, () => {
  expect(svg`<a></a>`.template).not.toBe(html`<a></a>`.template)
})

test('equal markup with other static text in its attributes is another template of the same name', {
  tags: ['A4'],
}, () => {
  const [whole, mixed] = [html`<u title=${1}></u>`, html`<u title="No. ${1}"></u>`]
  expect(mixed.template).not.toBe(whole.template)
  expect(mixed.template.name).toBe(whole.template.name)
  expect(mixed.template.markup).toBe(whole.template.markup)
})
