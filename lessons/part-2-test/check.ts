/** Is everything in its place, and does it stay with its thing? */
import {
  byLabel,
  byRole,
  check,
  failure,
  type Hint,
  type Query,
  type StepTools,
  step,
  type Tab,
} from 'telar/testing'

export default check([
  step(
    'says-how-much',
    'The page says how much there is to pack',
    async (tools) => {
      const tab = await opened(tools)
      expectSays(tab, 'Nothing to pack yet')
      await add(tab, 'Tent')
      expectSays(tab, '1 thing')
      await add(tab, 'Map')
      expectSays(tab, '2 things')
      if (/\b0\b|packed|false|null/.test(tab.text()))
        throw failure`Expected no word about what is packed while no box is ticked, received “${said(tab)}”.`
      await tab.click(box('Tent'))
      expectSays(tab, '1 packed')
    },
    { hint: hintForCount },
  ),
  step(
    'adds-what-is-there',
    'The field is empty afterwards, and nothing adds nothing',
    async (tools) => {
      const tab = await opened(tools)
      await add(tab, 'Tent')
      if (tab.value(byLabel('Thing')) !== '')
        throw failure`Expected an empty field after adding, received “${tab.value(byLabel('Thing'))}” in it.`
      await tab.click(byRole('button', { name: 'Add' }))
      expectSays(tab, '1 thing')
    },
    {
      hint: 'After the press the field should be ready for the next thing, and a press without a thing should change nothing. Let the field show a value of yours, and make that empty once the thing is on the list: after the answer, a field shows its value again, whatever was typed. And look at what the handler does with an empty text, or one that has only spaces.',
    },
  ),
  step(
    'shown-as-typed',
    'A thing is shown as it was typed',
    async (tools) => {
      const tab = await opened(tools)
      await add(tab, '<mark>Map</mark> & rope')
      if (tab.has('mark') || !tab.text().includes('<mark>Map</mark> & rope'))
        throw failure`Expected “${'<mark>Map</mark> & rope'}” as text in the page, received “${said(tab)}”.`
    },
    {
      hint: 'Somebody has written brackets, and they have become an element, or they are gone. What people type is text, wherever it is shown: in a label, in a heading, in an attribute. A value in a template is text by itself, so there is nothing to replace and nothing to mark. Look for the place where the name goes another way into the page.',
    },
  ),
  step(
    'notes-stay',
    'Notes stay with their things when one is removed',
    async (tools) => {
      const tab = await opened(tools)
      for (const name of ['Tent', 'Map', 'Cup']) await add(tab, name)
      await tab.fill(byLabel('Note for Map'), 'from Ruth')
      await tab.click(byRole('button', { name: 'Remove Tent' }))
      expectNote(tab, 'Map', 'from Ruth')
      if (tab.has(byLabel('Note for Tent')))
        throw failure`Expected “${'Tent'}” to be off the list, received “${said(tab)}”.`
    },
    { hint: hintForNotes },
  ),
  step(
    'sorts',
    'Sort puts things in order with their notes, from two things on',
    async (tools) => {
      const tab = await opened(tools)
      await add(tab, 'Tent')
      if (!tab.has(disabledSort))
        throw failure`Expected “${'Sort'}” to be disabled with one thing on the list, received a button that can be pressed.`
      await add(tab, 'Map')
      if (tab.has(disabledSort))
        throw failure`Expected “${'Sort'}” to be ready with two things on the list, received a disabled button.`
      await tab.fill(byLabel('Note for Map'), 'from Ruth')
      await tab.click(byRole('button', { name: 'Sort' }))
      if (order(tab) !== 'Map, Tent')
        throw failure`Expected the order ${'Map, Tent'}, received ${order(tab)}.`
      expectNote(tab, 'Map', 'from Ruth')
    },
    { hint: hintForSort },
  ),
  step(
    'help-for-nothing',
    'Help shows without a byte',
    async (tools) => {
      const tab = await opened(tools)
      const before = tab.html()
      await tab.click(byRole('button', { name: 'Help' }))
      if (tab.html() === before)
        throw failure`Expected “${'Help'}” to change something in the page, received the same page.`
      if (tab.bytes > 0)
        throw failure`Expected the help to show without a byte, received ${tab.bytes}.`
    },
    {
      hint: 'The help text is in the page all the time, and the server doesn’t need to know whether it shows in one browser. If nothing happens at all, the press leads nowhere. If bytes come, a handler was called. The page itself carries out a command: it goes where a handler would, with lv-do- in front of the event, and names by a selector what it is about.',
    },
  ),
])

function hintForCount({ message }: Failure): string {
  if (message.startsWith('Expected no word'))
    return 'With no box ticked there is something in the page that nobody wants to read: a zero perhaps, or the word packed. In TypeScript, a zero before && is the result of the whole, and a template shows numbers, zero included. Only false, null, undefined and the empty text are shown as nothing. Ask whether there are more than none, and say what is there otherwise.'
  return 'The page has to speak of no things, of one, and of several, each in its own words: Nothing to pack yet, 1 thing, 2 things. When boxes are ticked it also says how many are packed. A method that returns a text or a piece of template is a good place for such a choice. Compare your words with those of the task letter by letter, capital letters too.'
}

function hintForNotes({ message }: Failure): string {
  if (message.includes('off the list'))
    return 'The thing is still there after its button was pressed. The button has to know which thing it belongs to: a function in the row that calls a method with the thing, or data on the button that the handler reads. Then see that the method changes the list that the template shows, and not a copy that nobody looks at.'
  return 'A note has gone to another thing, or got lost. The note is in the element alone, so it goes where the element goes. The key tells the engine which element belongs to which thing, and a key that says where the row is is passed on to the next thing when one is removed: the last element goes, and the others get new names. Give each thing something of its own when it is made, and let that be the key.'
}

function hintForSort({ message }: Failure): string {
  if (message.includes('disabled button'))
    return 'There are two things on the list, and the button is still disabled. An attribute such as disabled has no value: it is there, or it is not, and any text counts as there, even the text false. Give it the boolean itself, and not a text made from it: then the engine sees that the value is false, and takes the attribute out. Look at what is in its place in your template, and what type that has.'
  return 'The button needs the attribute disabled while there are fewer than two things, and nothing of it from then on. Its handler sorts the list by name. The rows follow by their keys, with the notes in them, if the key is something of the thing itself: neither its position, nor something that is made again each time. Look at which of the three does not hold.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

/** The page, if the field and the button are there. */
async function opened({ visit, component }: StepTools) {
  const tab = await visit(component)
  if (!tab.has(byLabel('Thing')) || !tab.has(byRole('button', { name: 'Add' })))
    throw failure`Expected a field “${'Thing'}” and a button “${'Add'}”, received “${said(tab)}”.`
  return tab
}

async function add(tab: Tab, name: string) {
  await tab.fill(byLabel('Thing'), name)
  await tab.click(byRole('button', { name: 'Add' }))
}

/** By a part of its name, as the label may say more. */
const box = (name: string) => byRole('checkbox', { name: new RegExp(name) })

const disabledSort: Query = {
  looksFor: 'a disabled button “Sort”',
  find: ({ root }) =>
    [...root.querySelectorAll('button:disabled')].filter((one) =>
      one.textContent?.includes('Sort'),
    ),
}

function expectSays(tab: Tab, words: string) {
  const parts = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (!new RegExp(`(^|\\W)${parts}(\\W|$)`).test(said(tab)))
    throw failure`Expected the page to say “${words}”, received “${said(tab)}”.`
}

function expectNote(tab: Tab, thing: string, note: string) {
  const found = tab.has(byLabel(`Note for ${thing}`)) ? tab.value(byLabel(`Note for ${thing}`)) : ''
  if (found !== note) throw failure`Expected the note “${note}” at ${thing}, received “${found}”.`
}

const order = (tab: Tab) =>
  ['Map', 'Tent']
    .toSorted((a, b) => tab.html().indexOf(`Note for ${a}`) - tab.html().indexOf(`Note for ${b}`))
    .join(', ')

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').trim().slice(0, 160)
