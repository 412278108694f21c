/** Attacks by position: whatever a visitor's text holds, the page has the elements of the template and that text. */
import { expect, test } from 'vitest'
import { each, html, type Rendered, raw, styles, svg } from '../../engine/index.ts'
import { bare, parsed, shownOf } from './support/paint.ts'

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</b><script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '--><script>alert(1)</script><!--',
  '<!--',
  '-->',
  '<!--/1-->',
  ']]><script>alert(1)</script>',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '${alert(1)}',
  '\u2028<b>\u2029',
  '<b lv-click="1">',
]

test.each(ATTACKS)(
  'text in an element stays text: %s',
  { tags: ['A17', 'unescaped-text'] },
  (attack) => {
    const main = parsed(html`<b>${attack}</b>`)
    expect(main.querySelectorAll('*').length).toBe(1)
    expect(main.textContent).toBe(attack)
  },
)

test.each(ATTACKS)(
  'text beside text stays text: %s',
  { tags: ['A17', 'unescaped-text'] },
  (attack) => {
    const main = parsed(html`<b>one ${attack} two</b>`)
    expect(main.querySelectorAll('*').length).toBe(1)
    expect(main.textContent).toBe(`one ${attack} two`)
  },
)

test.each(ATTACKS)(
  'text in an attribute stays its value: %s',
  { tags: ['A17', 'unescaped-text'] },
  (attack) => {
    const main = parsed(html`<b title=${attack} id="a ${attack}"></b>`)
    expect(main.querySelectorAll('*').length).toBe(1)
    const [element] = main.children
    expect(element!.getAttribute('title')).toBe(attack)
    expect(element!.id).toBe(`a ${attack}`)
    expect(element!.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([])
  },
)

test.each(ATTACKS)(
  'text in a field stays its value: %s',
  { tags: ['A17', 'unescaped-text'] },
  (attack) => {
    const main = parsed(
      html`<textarea>${attack}</textarea><input value=${attack} /><p><title>${attack}</title></p>`,
    )
    expect(main.querySelector('textarea')!.value).toBe(attack)
    expect(main.querySelector('input')!.value).toBe(attack)
    expect(main.querySelector('title')!.textContent).toBe(attack)
    expect(main.querySelectorAll('script').length).toBe(0)
  },
)

const SCRIPT_URLS = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  '  javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\u0000script:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload=alert(1)>',
  ' data:text/html;base64,PHNjcmlwdD4=',
]

const URL_PLACES: [string, (url: string) => Rendered, string][] = [
  ['href', (url) => html`<a href=${url}>x</a>`, 'href'],
  ['a mixed href', (url) => html`<a href="${url}#a">x</a>`, 'href'],
  ['src', (url) => html`<iframe src=${url}></iframe>`, 'src'],
  ['action', (url) => html`<form action=${url}></form>`, 'action'],
  ['formaction', (url) => html`<button formaction=${url}></button>`, 'formaction'],
  ['data', (url) => html`<object data=${url}></object>`, 'data'],
  ['poster', (url) => html`<video poster=${url}></video>`, 'poster'],
  ['xlink:href', (url) => html`<svg><a xlink:href=${url}></a></svg>`, 'xlink:href'],
  [
    'an animated href',
    (url) => html`<svg><a><set attributeName="href" to=${url} /></a></svg>`,
    'to',
  ],
  [
    'a list of animated values',
    (url) => html`<svg><a><animate attributeName="href" values="#a;${url}" /></a></svg>`,
    'values',
  ],
]

test.each(
  URL_PLACES.flatMap(([place, view, name]) =>
    SCRIPT_URLS.map((url) => [place, JSON.stringify(url), url, view, name] as const),
  ),
)('%s never carries script: %s', { tags: ['A17'] }, (_, __, url, view, name) => {
  const found = [...parsed(view(url)).querySelectorAll('*')].find((one) => one.hasAttribute(name))
  expect(found!.getAttribute(name)).toBe('about:blank')
})

test('a URL property never carries script either', { tags: ['A17'] }, () => {
  expect(shownOf(html`<a .href=${'javascript:alert(1)'}>x</a>`)).toEqual(['"about:blank"'])
  expect(shownOf(html`<button .formAction=${'javascript:alert(1)'}>x</button>`)).toEqual([
    '"about:blank"',
  ])
})

test.each([
  'https://example.org/?a=1&b=2#c',
  '/path',
  'path:with/colon',
  '#part',
  '?q=javascript:',
  'mailto:ada@example.org',
  'tel:+34600000000',
  'blob:https://example.org/1',
  'data:image/png;base64,iVBORw0KGgo=',
  '',
])('an ordinary URL stays as it is: %s', { tags: ['A17'] }, (url) => {
  expect(parsed(html`<a href=${url}>x</a>`).querySelector('a')!.getAttribute('href')).toBe(url)
})

test('a style value can’t begin another declaration', { tags: ['A17', 'class-and-style'] }, () => {
  expect(() => styles({ color: 'red; background: url(//x)' })).toThrow(
    /one CSS value for color in styles\(\), received .* with a semicolon/,
  )
})

test('raw markup is the only way to markup, and says so', {
  tags: ['A17', 'class-and-style', 'unescaped-text'],
}, () => {
  expect(bare(html`<b>${raw('<i>x</i>')}</b>`)).toBe('<b><i>x</i></b>')
})

test('a key is escaped in its marker', { tags: ['A17', 'unescaped-text'] }, () => {
  const key = '--><script>alert(1)</script>"'
  expect(
    parsed(
      html`<ul>${each([key], String, (text) => html`<li>${text}</li>`)}</ul>`,
    ).querySelectorAll('script').length,
  ).toBe(0)
})

test.each([
  ['innerHTML', () => html`<b .innerHTML=${'<i>'}></b>`],
  ['outerHTML', () => html`<b .outerHTML=${'<i>'}></b>`],
  ['srcdoc', () => html`<iframe .srcdoc=${'<i>'}></iframe>`],
])(
  'text is never written as markup through the property %s',
  { tags: ['A17', 'unescaped-text'] },
  (_, view) => {
    expect(() => bare(view())).toThrow(/markup|page of its own/)
  },
)

test('an svg fragment is escaped like any other', { tags: ['A17', 'unescaped-text'] }, () => {
  const main = parsed(html`<svg>${svg`<text>${'<script>'}</text>`}</svg>`)
  expect(main.querySelector('text')!.textContent).toBe('<script>')
})
