/** Attributes that say yes and no by words, styles of any legal value, and what would write code: as Chromium takes them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  html,
  LiveComponent,
  page as pageOf,
  styles,
  svg,
  TemplateError,
} from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'
import { launchChromium } from '../support/chromium.ts'
import { bare } from '../template/support/paint.ts'

let page: Awaited<ReturnType<Awaited<ReturnType<typeof launchChromium>>['newPage']>>
beforeAll(async () => {
  page = await (await launchChromium()).newPage()
}, 60_000)
afterAll(() => page.context().browser()!.close())

const view = (
  on: boolean,
) => html`<p draggable=${on} contenteditable=${on} spellcheck=${on} translate=${on} aria-hidden=${on} aria-busy=${on} autocapitalize=${on} hidden=${on} inert=${on} ?writingsuggestions=${on}>x</p>
  <input autocomplete=${on} disabled=${on} autofocus=${on} required=${on}><svg focusable=${on}>${svg`<feConvolveMatrix preserveAlpha=${on} />`}</svg><math displaystyle=${on}></math>`

test('what says yes and no by words is written by words, everything else is there or not', () => {
  expect(bare(view(true))).toBe(
    '<p draggable="true" contenteditable="true" spellcheck="true" translate="yes" aria-hidden="true" aria-busy="true" autocapitalize="on" hidden="" inert="" writingsuggestions="true">x</p>\n  <input autocomplete="on" disabled="" autofocus="" required=""><svg focusable="true"><feConvolveMatrix preserveAlpha="true"></feConvolveMatrix></svg><math displaystyle="true"></math>',
  )
  expect(bare(view(false))).toBe(
    '<p draggable="false" contenteditable="false" spellcheck="false" translate="no" aria-hidden="false" aria-busy="false" autocapitalize="off">x</p>\n  <input autocomplete="off"><svg focusable="false"><feConvolveMatrix preserveAlpha="false"></feConvolveMatrix></svg><math displaystyle="false"></math>',
  )
  expect(
    bare(
      html`<p draggable=${null} aria-hidden=${undefined} translate=${'no'} spellcheck="${'x'}"></p>`,
    ),
  ).toBe('<p translate="no" spellcheck="x"></p>')
})

test('the browser takes them as they are meant', async () => {
  const read = (markup: string) =>
    page.evaluate((text) => {
      document.body.innerHTML = text
      const p = document.querySelector('p')!
      const { autocomplete } = document.querySelector('input')!
      return [
        p.draggable,
        p.isContentEditable,
        p.spellcheck,
        p.translate,
        p.ariaHidden,
        p.autocapitalize,
        autocomplete,
      ]
    }, markup)
  expect(await read(bare(view(true)))).toEqual([true, true, true, true, 'true', 'sentences', 'on'])
  expect(await read(bare(view(false)))).toEqual([
    false,
    false,
    false,
    false,
    'false',
    'none',
    'off',
  ])
})

test('an update writes the same words', async () => {
  class Dragged extends LiveComponent {
    on = false
    getTemplate() {
      return html`<button draggable=${this.on} aria-pressed=${this.on} lv-click=${() => {
        this.on = !this.on
      }}>x</button>`
    }
  }
  const tab = await visit(Dragged)
  expect(tab.html()).toContain('<button aria-pressed="false" draggable="false">')
  await tab.click(byRole('button'))
  expect(tab.html()).toContain('<button aria-pressed="true" draggable="true">')
})

test.each<[string, string]>([
  ['background-image', 'url("data:image/png;base64,AA")'],
  ['background-image', "url('a;b).png')"],
  ['background-image', 'url(data:image/png;base64,AA)'],
  ['background-image', 'linear-gradient(red, rgb(0 0 255 / 50%))'],
  ['content', '"a; b: c } d"'],
  ['content', '"say \\"hi\\"; bye"'],
  ['content', "'it\\'s; {so}'"],
  ['--data', '{ a: 1; b: [2; 3] }'],
  ['--empty', '{}'],
  ['--text', 'any (thing; at) all'],
  ['color', 'red /* a; comment } */'],
  ['color', 'red !important'],
  ['width', 'calc(100% - (2 * 3px))'],
  ['grid-template-areas', '"a b" "c d"'],
  ['font-family', '"A; B", serif'],
  ['transform', 'translate(1px, 2px) scale(2)'],
])('a legal value stays whole: %s: %s', async (name, value) => {
  const text = styles({ [name]: value, 'z-index': 7 })
  expect(text).toBe(`${name}: ${value}; z-index: 7`)
  const read = await page.evaluate(
    ([markup, name]) => {
      document.body.innerHTML = markup!
      const painted = document.querySelector<HTMLElement>('i')!
      const set = document.createElement('i')
      set.setAttribute('style', painted.getAttribute('style')!)
      return [painted, set].map(({ style }) => [
        style.getPropertyValue(name!) !== '',
        style.zIndex,
        style.length >= 2,
      ])
    },
    [bare(html`<i style=${text}></i>`), name],
  )
  expect(read).toEqual([
    [true, '7', true],
    [true, '7', true],
  ])
})

test.each<[string, string, string]>([
  ['color', 'red; position: fixed', 'a semicolon, which would begin another property'],
  ['color', 'red}', 'a } that closes nothing'],
  ['color', '{red}', 'a brace'],
  ['content', '"a', 'a quote that does not end'],
  ['content', '"a\\"', 'a quote that does not end'],
  ['content', '"a\nb"', 'a quote that does not end'],
  ['width', 'calc(1px', 'nothing that closes it: ) is missing'],
  ['width', 'calc(1px])', 'a ] that closes nothing'],
  ['background-image', 'url(a b)', 'an address in url( that needs quotes, or does not end'],
  ['background-image', 'url(a', 'an address in url( that needs quotes, or does not end'],
  ['color', 'red /* a', 'a comment that does not end'],
  ['color', 'red !important blue', 'a !'],
  ['color', 'red \\', 'a \\ at its end'],
  ['--a', '{ b', 'nothing that closes it: } is missing'],
  ['--a', 'b; c', 'a semicolon, which would begin another property'],
])('an illegal value is refused by its name: %s: %s', (name, value, fault) => {
  expect(() => styles({ [name]: value })).toThrow(
    `Expected one CSS value for ${name} in styles(), received ${JSON.stringify(value)} with ${fault}.`,
  )
})

test('a name that is none is refused', () => {
  expect(() => styles({ 'color: red; x': 1 })).toThrow(
    /Expected the name of a CSS property in styles\(\), received "color: red; x"/,
  )
  expect(styles({ WebkitLineClamp: 2, '--Own': 'x', margin: 0, padding: '' })).toBe(
    '-webkit-line-clamp: 2; --Own: x; margin: 0',
  )
})

test.each([
  ['text', () => html`<script .text=${'x'}></script>`],
  ['textContent', () => html`<script .textContent=${'x'}></script>`],
  ['innerText', () => html`<SCRIPT .innerText=${'x'}></SCRIPT>`],
  ['innerHTML', () => html`<script .innerHTML=${'x'}></script>`],
  ['textContent', () => html`<style .textContent=${'x'}></style>`],
  ['textContent', () => svg`<script .textContent=${'x'}></script>`],
])('a value can’t become code through .%s', (name, made) => {
  expect(made).toThrow(TemplateError)
  expect(made).toThrow(
    new RegExp(`no value in \\.${name} of .*\\(attributes\\.test\\.ts:\\d+(:\\d+)?\\)$`),
  )
})

class Empty extends LiveComponent {
  getTemplate() {
    return html`<p>x</p>`
  }
}

test.each<[string, string, string]>([
  [
    'a script that hides its end',
    '<meta name="a">\n<script type="application/json">{"help": "open with <!-- then <script>"}</script>',
    ':2:63)',
  ],
  ['a script that does not end', '<script>a', ':1:1)'],
  ['a comment that does not end', '<b>\n <!-- a', ':2:2)'],
  ['a title that does not end', '<title>a', ':1:1)'],
  ['a style that does not end', 'a<style>b</styl>', ':1:2)'],
  ['a tag that does not end', '<link rel="x', ':1:1)'],
  ['a text to the end of all', '<plaintext>', ':1:1)'],
])('%s is refused in head and afterCode, with line and column', (_, markup, place) => {
  for (const name of ['head', 'afterCode']) {
    expect(() => pageOf('/x', Empty, { [name]: markup })).toThrow(`(${name} of page('/x')${place}`)
  }
})

test('what ends is taken in head and afterCode', () => {
  const head =
    '<!-- a --><title>b</title><script>"<!-- a"</script><style>a > b {}</style><link rel="x" href=y>'
  expect(pageOf('/x', Empty, { head, afterCode: head }).head).toBe(head)
})

test('a script that hides its end is refused in a template, with line and column', () => {
  expect(
    () => html`<p>a</p>
      <script type="application/json">{"help": "open with <!-- then <script>"}</script>`,
  ).toThrow(/Expected no <script after <!-- in <script>.*\(attributes\.test\.ts:\d+:69\)$/)
})
