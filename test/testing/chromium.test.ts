/** The same page and the same acts in Chromium and in the kit: the same is heard, shown and kept. */
import type { Page as BrowserPage } from 'playwright-core'
import { expect, test } from 'vitest'
import { html, LiveComponent, type LiveEvent, type Rendered, raw } from '../../engine/index.ts'
import { type Tab, visit } from '../../engine/testing/index.ts'
import { useBrowser } from '../browser/support/live-page.ts'

type Act =
  | readonly ['click' | 'focus', string]
  | readonly ['fill' | 'press' | 'select', string, string]

type Tell = (what: string) => (event: LiveEvent) => void

const browser = useBrowser()

test.each<[string, (tell: Tell) => Rendered, readonly Act[]]>([
  [
    'markup that a parser takes apart stands as it is parsed',
    () => html`<main>${raw('<p>one<div>two</div>three</p><table><tr><td>4<b>5</table>six')}</main>`,
    [],
  ],
  [
    'character references, and newlines that a parser drops',
    () =>
      html`<pre>\nfirst</pre><textarea>\n&lt;second&gt; &amp; third</textarea><p>&copy; &notit; &amp;lt;</p>`,
    [],
  ],
  [
    'a box is ticked through its label, and its form sends it',
    (tell) => html`<form lv-submit=${tell('submit')} lv-change=${tell('change')}>
      <label><b id="word">News</b> <input type="checkbox" name="news" /></label>
      <label for="ads">Ads</label><input id="ads" type="checkbox" name="ads" value="yes" checked />
      <button id="send" name="by" value="me">Send</button>
    </form>`,
    [
      ['click', '#word'],
      ['click', 'label[for=ads]'],
      ['click', '#send'],
    ],
  ],
  [
    'radio buttons of a name exclude each other in their form alone',
    (tell) => html`<form id="one" lv-change=${tell('one')} lv-submit=${tell('submit')}>
      <input id="a" type="radio" name="r" value="a" checked /><input id="b" type="radio" name="r" value="b" />
      <button id="send">Send</button></form>
      <form><input id="c" type="radio" name="r" value="c" checked /></form>`,
    [
      ['click', '#b'],
      ['click', '#b'],
      ['click', '#send'],
    ],
  ],
  [
    'a select keeps one choice, with several all that are chosen, and a disabled one is none',
    (tell) => html`<form lv-submit=${tell('submit')} lv-input=${tell('input')}>
      <select id="one" name="one"><option disabled>x</option><option>y</option><option selected>z</option></select>
      <select name="none"><option disabled selected>x</option></select>
      <select id="many" name="many" multiple><optgroup label="g"><option>p</option><option selected>q</option></optgroup></select>
      <button id="send">Send</button></form>`,
    [
      ['select', '#one', 'y'],
      ['select', '#many', 'p'],
      ['click', '#send'],
    ],
  ],
  [
    'a reset gives back what the markup says, and what was typed is gone',
    (tell) => html`<form lv-submit=${tell('submit')} lv-reset=${tell('reset')}>
      <input id="t" name="t" value="first" /><textarea id="a" name="a">note</textarea>
      <input id="b" type="checkbox" name="b" checked /><select id="s" name="s"><option>1</option><option selected>2</option></select>
      <button id="again" type="reset">Again</button><button id="send">Send</button></form>`,
    [
      ['fill', '#t', 'typed'],
      ['fill', '#a', 'typed'],
      ['click', '#b'],
      ['select', '#s', '1'],
      ['click', '#again'],
      ['click', '#send'],
    ],
  ],
  [
    'Enter sends a form of one field, and one of two only through a button',
    (tell) => html`<form lv-submit=${tell('alone')}><input id="alone" name="q" /></form>
      <form lv-submit=${tell('two')}><input id="two" name="a" /><input name="b" /></form>
      <form lv-submit=${tell('off')}><input id="off" name="a" /><button disabled>Send</button></form>
      <form lv-submit=${tell('second')}><button type="button" lv-click=${tell('no')}>No</button><input id="through" /><button lv-click=${tell('button')}>Yes</button></form>`,
    [
      ['press', '#alone', 'x'],
      ['press', '#alone', 'Enter'],
      ['press', '#two', 'Enter'],
      ['press', '#off', 'Enter'],
      ['press', '#through', 'Enter'],
    ],
  ],
  [
    'what is typed is a change once the field is left, and Enter tells of it once',
    (tell) => html`<form lv-submit=${tell('submit')}>
      <input id="f" name="f" lv-input=${tell('input')} lv-change=${tell('change')} />
      <button id="b" type="button" lv-click=${tell('click')}>Else</button></form>`,
    [
      ['press', '#f', 'a'],
      ['press', '#f', 'Enter'],
      ['press', '#f', 'b'],
      ['press', '#f', 'Backspace'],
      ['press', '#f', 'c'],
      ['click', '#b'],
    ],
  ],
  [
    'keys press buttons, boxes and links: Enter as it goes down, space as it comes up',
    (tell) => html`<main lv-keydown=${tell('down')} lv-keyup=${tell('up')}>
      <button id="b" lv-click=${tell('button')}>B</button>
      <input id="c" type="checkbox" lv-click=${tell('box')} lv-change=${tell('change')} />
      <a id="l" href="/there" lv-click=${tell('link')}>L</a></main>`,
    [
      ['press', '#b', 'Enter'],
      ['press', '#b', 'Space'],
      ['press', '#c', 'Enter'],
      ['press', '#c', 'Space'],
      ['press', '#l', 'Enter'],
      ['press', '#l', 'Space'],
    ],
  ],
  [
    'what a fieldset turns off is not sent, but in its first legend',
    (tell) => html`<form lv-submit=${tell('submit')}><fieldset disabled>
      <legend><input name="legend" value="1" /></legend><input name="off" value="2" /></fieldset>
      <input name="own" value="3" disabled /><input name="on" value="4" /><button id="send">Send</button></form>`,
    [['click', '#send']],
  ],
  [
    'a button outside of its form sends it, and fields elsewhere belong to it',
    (tell) => html`<form id="f" lv-submit=${tell('submit')}><input name="a" value="1" /></form>
      <input name="b" value="2" form="f" /><button id="send" form="f" name="by" value="far">Send</button>`,
    [['click', '#send']],
  ],
  [
    'a field cleans what it is given: numbers, colours, line breaks',
    (tell) => html`<form lv-submit=${tell('submit')}>
      <input id="n" type="number" step="0.5" name="n" value="abc" /><input type="color" name="c" value="#FF0000" />
      <input type="range" name="r" min="0" max="10" value="99" /><input name="t" value="a&#10;b" />
      <button id="send">Send</button></form>`,
    [
      ['fill', '#n', '1.5'],
      ['click', '#send'],
    ],
  ],
  [
    'the focus goes where a press takes it, and is told on its way',
    (tell) => html`<main lv-focusin=${tell('in')} lv-focusout=${tell('out')}>
      <input id="a" /><label for="c">To c</label><input id="c" /><p id="p">Nothing</p></main>`,
    [
      ['click', '#a'],
      ['click', 'label'],
      ['click', '#p'],
      ['focus', '#c'],
    ],
  ],
  [
    'a summary opens and closes its details',
    (tell) =>
      html`<details lv-toggle=${tell('toggle')}><summary id="s">More</summary><p>Less</p></details>`,
    [['click', '#s']],
  ],
])(
  '%s, in Chromium and in the testing kit',
  { tags: ['A23', 'kit-client'] },
  async (_, view, acts) => {
    class Told extends LiveComponent {
      static told: string[][] = []
      private readonly told: string[] = []
      start() {
        Told.told.push(this.told)
      }
      tell = (what: string) => (event: LiveEvent) => {
        const { type, value, checked, form, key } = event
        const said = { value, checked, key, ...(form && { form }) }
        Told.told.at(-1)!.push(`${what} ${type} ${JSON.stringify(said)}`)
      }
      getTemplate() {
        return html`${view(this.tell)}<i id="end" lv-end=${this.tell('end')}></i>`
      }
    }
    const { tab: page } = await browser.open(Told)
    for (const act of acts) await actInBrowser(page, act)
    const [heard] = Told.told as [string[]]
    await answered(page, heard)
    // The page that closes tells of its focus too.
    const inBrowser = { heard: [...heard], ...(await page.evaluate<Standing>(`(${standing})()`)) }
    await page.close()
    const tab = await visit(Told)
    for (const act of acts) await actInKit(tab, act)
    const { document } = (tab as unknown as { page: { document: Document } }).page
    expect({ heard: Told.told.at(-1), ...standing(document) }).toEqual(inBrowser)
  },
)

/** Lets the page come to rest, and then an event of its own through, which the server hears after all others. */
async function answered(page: BrowserPage, told: string[]) {
  await page.evaluate(() => new Promise((rest) => requestAnimationFrame(() => setTimeout(rest))))
  await page.locator('#end').dispatchEvent('end')
  await expect.poll(() => told.at(-1), { timeout: 30_000 }).toMatch(/^end /)
  told.pop()
}

function actInBrowser(page: BrowserPage, [what, where, text = '']: Act): Promise<unknown> {
  if (what === 'fill')
    return page.fill(where, text).then(() => page.locator(where).dispatchEvent('change'))
  if (what === 'press') return page.press(where, text)
  if (what === 'select') return page.selectOption(where, text)
  return what === 'focus' ? page.focus(where) : page.click(where)
}

function actInKit(tab: Tab, [what, where, text = '']: Act): Promise<void> {
  if (what === 'fill') return tab.fill(where, text)
  if (what === 'press') return tab.press(where, text === 'Space' ? ' ' : text)
  if (what === 'select') return tab.select(where, text)
  return what === 'focus' ? tab.focus(where) : tab.click(where)
}

type Standing = ReturnType<typeof standing>

/** What stands in the page: its elements and texts, what is in its fields, where the focus is. */
function standing(page: Document = document) {
  const root = page.getElementById('telar-root')!
  const copy = root.cloneNode(true) as Element
  for (const element of copy.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith('lv-')) element.removeAttribute(name)
    }
  }
  const fields = [...root.querySelectorAll<HTMLInputElement>('input, textarea, select, option')]
  return {
    markup: copy.innerHTML,
    fields: fields.map(({ value, checked }) => `${value} ${checked}`),
    chosen: [...root.querySelectorAll('option')].map(({ selected }) => selected),
    focus: page.activeElement?.id,
  }
}
