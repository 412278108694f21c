/** How the kit finds elements, and what it says when it does not. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import {
  byAltText,
  byDisplayValue,
  byLabel,
  byPlaceholder,
  byRole,
  byTestId,
  byText,
  byTitle,
  TestingError,
  visit,
  within,
} from '../../engine/testing/index.ts'

class Page extends LiveComponent {
  getTemplate() {
    return html`<h1>Tasks</h1>
      <a href="/help">Help</a>
      <button aria-label="Remove milk">×</button>
      <button disabled>Save</button>
      <label>Title <input required /></label>
      <label for="kind">Kind</label>
      <select id="kind">
        <option>red</option>
        <option>blue</option>
      </select>
      <input type="search" aria-labelledby="by" /><span id="by">Find it</span>
      <p>Some <b>bold</b> words</p>
      <div hidden><button>Secret</button></div>`
  }
}

async function sentenceOf(act: Promise<unknown>): Promise<string> {
  const error = await act.then(
    () => undefined,
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(TestingError)
  return (error as TestingError).message
}

test('a role that is not there is answered with the roles and names that are', {
  tags: ['A23', 'kit-expectations'],
}, async () => {
  const tab = await visit(Page)
  expect(await sentenceOf(tab.click(byRole('button', { name: 'Add' })))).toBe(
    'Expected a button named “Add” in the page, received none. The page has: heading “Tasks”, link “Help”, button “Remove milk”, button “Save”, textbox “Title”, combobox “Kind”, searchbox “Find it”.',
  )
})

test('a query that fits several elements names them', { tags: ['A23'] }, async () => {
  const tab = await visit(Page)
  expect(await sentenceOf(tab.click(byRole('button')))).toBe(
    'Expected one element, received 2 for a button: button “Remove milk”, button “Save”. Describe the one you mean, or pass { nth: 0 }.',
  )
})

test('nth chooses among several', { tags: ['A23'] }, async () => {
  const tab = await visit(Page)
  await tab.click(byRole('button', { nth: 0 }))
  expect(tab.focused(byRole('button', { name: 'Remove milk' }))).toBe(true)
})

test.each([
  ['a name by aria-label', byRole('button', { name: 'Remove milk' })],
  ['a name by the label around', byRole('textbox', { name: 'Title' })],
  ['a name by a label elsewhere', byRole('combobox', { name: 'Kind' })],
  ['a name by aria-labelledby', byRole('searchbox', { name: 'Find it' })],
  ['a heading', byRole('heading', { name: /task/i })],
  ['a field by its label', byLabel('Title')],
  ['the innermost element with a text', byText('bold')],
  ['a text across elements', byText('Some bold words')],
  ['a selector', 'input[required]'],
])('%s is found', { tags: ['A23'] }, async (_, query) => {
  expect((await visit(Page)).has(query)).toBe(true)
})

test('what is hidden is not found', { tags: ['A23'] }, async () => {
  expect((await visit(Page)).has(byRole('button', { name: 'Secret' }))).toBe(false)
})

test.each([
  [
    'a click on a disabled button',
    (tab: Awaited<ReturnType<typeof visit>>) => tab.click(byText('Save')),
    'the button “Save”: it is disabled.',
  ],
  [
    'text into a button',
    (tab: Awaited<ReturnType<typeof visit>>) => tab.fill('button[aria-label]', 'x'),
    'the button “Remove milk”: it takes no text. Click it instead.',
  ],
  [
    'an option that is not there',
    (tab: Awaited<ReturnType<typeof visit>>) => tab.fill(byLabel('Kind'), 'green'),
    'the combobox “Kind”: it has no option “green”, only “red”, “blue”.',
  ],
  [
    'a submit without a form',
    (tab: Awaited<ReturnType<typeof visit>>) => tab.submit(byLabel('Title')),
    'the textbox “Title”: it is not in a form.',
  ],
  [
    'a modifier that no keyboard has',
    (tab: Awaited<ReturnType<typeof visit>>) => tab.press(byLabel('Title'), 'Hyper+a'),
    'received the modifier “Hyper”',
  ],
])('%s is refused with a sentence', { tags: ['A23'] }, async (_, act, sentence) => {
  expect(await sentenceOf(act(await visit(Page)))).toContain(sentence)
})

class States extends LiveComponent {
  getTemplate() {
    return html`<h1>Top</h1><h2>Below</h2><div role="heading" aria-level="3">Deep</div>
      <label><input type="checkbox" checked /> News</label><label><input type="checkbox" /> Ads</label>
      <div role="switch" aria-checked="true">Lamp</div>
      <select aria-label="Size"><option>S</option><option selected>L</option></select>
      <button role="tab" aria-selected="true">First</button><button role="tab" aria-selected="false">Second</button>
      <button aria-expanded="true">Menu</button><details><summary>More</summary></details>
      <button aria-pressed="true" aria-describedby="why">Bold</button><span id="why">Makes it heavy</span>
      <div hidden><button>Secret</button></div>
      <input placeholder="Search…" value="looms" /><input type="submit" value="Go" />
      <i data-testid="swatch"></i>
      <ul><li aria-label="milk"><button>Remove</button></li><li aria-label="bread"><button>Remove</button></li></ul>`
  }
}

test.each([
  ['a heading by level', byRole('heading', { level: 2 }), 'Below'],
  ['a heading by aria-level', byRole('heading', { level: 3 }), 'Deep'],
  ['a role by its description', byRole('button', { description: 'Makes it heavy' }), 'Bold'],
  ['a button that is pressed', byRole('button', { pressed: true }), 'Bold'],
  ['what is expanded', byRole('button', { expanded: true }), 'Menu'],
  ['details that are closed', byRole('button', { expanded: false }), 'More'],
  ['an option that is chosen', byRole('option', { selected: true }), 'L'],
  ['a tab that is not', byRole('tab', { selected: false }), 'Second'],
  ['a switch that is on', byRole('switch', { checked: true }), 'Lamp'],
  [
    'what is hidden, when it is asked for',
    byRole('button', { name: 'Secret', hidden: true }),
    'Secret',
  ],
  ['an element by its aria-label', byLabel('milk'), 'Remove'],
  ['an element by its test id', byTestId('swatch'), ''],
  ['a button by the value that it shows', byText('Go'), ''],
  ['one within another', within(byLabel('bread'), 'button'), 'Remove'],
])(
  '%s is found by its state or its place',
  { tags: ['A23', 'kit-expectations'] },
  async (_, query, text) => {
    expect((await visit(States)).text(query)).toBe(text)
  },
)

test('a box is found by whether the visitor has ticked it', { tags: ['A23'] }, async () => {
  const tab = await visit(States)
  await tab.click(byRole('checkbox', { name: 'News' }))
  await tab.click(byRole('checkbox', { name: 'Ads' }))
  expect(tab.has(byRole('checkbox', { name: 'Ads', checked: true }))).toBe(true)
  expect(tab.has(byRole('checkbox', { name: 'News', checked: true }))).toBe(false)
})

test('a field is found by its placeholder and by what stands in it', {
  tags: ['A23'],
}, async () => {
  const tab = await visit(States)
  await tab.fill(byPlaceholder('Search…'), 'yarn')
  expect(tab.value(byDisplayValue('yarn'))).toBe('yarn')
  expect(tab.has(byDisplayValue('looms'))).toBe(false)
  expect(tab.value(byDisplayValue('L'))).toBe('L')
})

test('what is looked for is said with its state and its place', { tags: ['A23'] }, async () => {
  const tab = await visit(States)
  const query = byRole('button', { name: 'Italic', pressed: false, description: /slanted/ })
  expect(await sentenceOf(tab.click(query))).toMatch(
    /^Expected a button named “Italic” described as \/slanted\/ not pressed in the page, received none\. The page has: /,
  )
  expect(await sentenceOf(tab.click(within(byLabel('milk'), byText('Keep'))))).toMatch(
    /^Expected the text “Keep” within a field labelled “milk” in the page, received none\./,
  )
})

class Pictures extends LiveComponent {
  getTemplate() {
    return html`<img alt="A cat" src="/cat.png" title="Felix" />
      <input type="image" alt="Send" />
      <p alt="No picture">words</p>
      <img alt="A dog" hidden />
      <svg><title>A loom</title><g><title>Not of the image</title></g></svg>
      <abbr title="as soon as possible">asap</abbr>`
  }
}

test.each([
  ['a picture by its text', byAltText('A cat'), true],
  ['a picture by a part of its text', byAltText(/cat/), true],
  ['a button that is a picture', byAltText('Send'), true],
  ['an alt on what is no picture', byAltText('No picture'), false],
  ['a hidden picture', byAltText('A dog'), false],
  ['an element by its title', byTitle('as soon as possible'), true],
  ['an element by a part of its title', byTitle(/^Fel/), true],
  ['an image in SVG by its title', byTitle('A loom'), true],
  ['a title of a part of an image', byTitle('Not of the image'), false],
])(
  'by alternative text and title: %s',
  { tags: ['A23', 'kit-expectations'] },
  async (_, query, isFound) => {
    expect((await visit(Pictures)).has(query)).toBe(isFound)
  },
)

test('a picture that is not there is answered with those that are', { tags: ['A23'] }, async () => {
  const tab = await visit(Pictures)
  expect(await sentenceOf(tab.click(byAltText('A horse')))).toMatch(
    /^Expected a picture with the text “A horse” in the page, received none\. The page has: img “A cat”/,
  )
})

test('a role has the article that it is said with', async () => {
  const tab = await visit(Page)
  expect(() => tab.text(byRole('alert'))).toThrow(/^Expected an alert in the page/)
})
