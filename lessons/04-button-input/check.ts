/** Does the state follow what is typed, down to the empty text, and does sending a note empty the field? */
import { byRole, check, failure, type Hint, type Query, step, type Tab } from 'telar/testing'

export default check([
  step(
    'counts-letters',
    'The page counts the letters while somebody types',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(field, 'Rye bread')
      if (!numbersIn(tab).includes(9))
        throw failure`Expected the page to count ${9} letters of “Rye bread”, received “${short(tab)}”.`
    },
    {
      hint: ({ files }) =>
        /\bgetValue\b|\bgetProperty\b/.test(codeOf(files))
          ? 'Your handler asks the page what is in its field. That is a trip to the browser and back in the middle of a handler, and until somebody presses, the server knows nothing of the note. An event already brings what the visitor did: let the field tell the server while it is typed in, and keep that in the state.'
          : 'Somebody types, and the count on the page does not follow. The server knows only what an event has brought: the field needs a handler for the event that comes with each letter, and the handler has to put the text of the event into the field of the component which the template counts.',
    },
  ),
  step(
    'emptied-field',
    'An emptied field counts 0 letters',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(field, 'Rye bread')
      await tab.fill(field, '')
      if (numbersIn(tab).includes(9) || !numbersIn(tab).includes(0))
        throw failure`Expected the page to count ${0} letters after the field was emptied, received “${short(tab)}”.`
    },
    {
      hint: 'The field is empty, and the server still has the old note. The event came and brought an empty text, which is a text like any other. But in a condition an empty text counts as false, as 0 does, so your handler takes it for no text at all. Look at what the handler does before it sets the field.',
      play: [
        { type: 'Rye bread', into: 'Your note' },
        { type: '', into: 'Your note' },
        { say: 'The field is empty, so the page should count 0 letters.' },
      ],
    },
  ),
  step(
    'sends-note',
    'A press sends the note',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(field, 'Two rye loaves')
      await tab.click(send)
      if (!tab.text().includes('Two rye loaves'))
        throw failure`Expected the page to list the note “Two rye loaves”, received “${short(tab)}”.`
    },
    {
      hint: 'The note was typed and sent, and the page does not list it. The press itself carries no text: it says only that the button was pressed. So the handler has to use what the server has kept of the typing, and it has to add the note to the list before it empties the field. Look at the order of the lines.',
      play: [{ type: 'Two rye loaves', into: 'Your note' }, { press: 'Send' }],
    },
  ),
  step(
    'clears-field',
    'After that the field is empty',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(field, 'Two rye loaves')
      await tab.click(send)
      const left = tab.value(field)
      if (left !== '')
        throw failure`Expected an empty field after the note was sent, received “${left}”.`
      if (!numbersIn(tab).includes(0))
        throw failure`Expected the page to count ${0} letters after the note was sent, received “${short(tab)}”.`
    },
    {
      hint: ({ message, files }) =>
        message.includes('an empty field') &&
        /this\.\w+(\.\w+)?\s*=\s*(''|""|``|\{)/.test(codeOf(files).replace(/^ {2}\w.*/gm, ''))
          ? 'The state is empty after the press, and the text is still in the field. A field shows what the visitor has typed until somebody tells it otherwise, and nothing in your template says what the field should hold. Tie its value to the state in the template: then the field follows whenever the state changes.'
          : 'The note is in the list and still in the field as well. Sending leaves the state as it was: the component still holds the note that it has sent. Let the handler empty the field of the component after the note has been added, and let the template say what the field in the page holds.',
      play: [
        { type: 'Two rye loaves', into: 'Your note' },
        { press: 'Send' },
        { say: 'The note is sent. Its text should be gone from the field.' },
      ],
    },
  ),
  step(
    'second-note',
    'The same note can be sent once more',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (let time = 1; time <= 2; time += 1) {
        await tab.fill(field, 'One baguette')
        await tab.click(send)
      }
      const times = tab.text().split('One baguette').length - 1
      if (times !== 2 || tab.value(field) !== '')
        throw failure`Expected the note “One baguette” ${2} times in the page after it was sent twice, received ${times}.`
    },
    {
      hint: 'The first note went well, and the same words a second time did not. Something is left over from the first one: either the state still holds it, so that the second typing changes nothing, or the field did not follow the state. Look at what the handler leaves behind when it ends, and at what the field shows.',
    },
  ),
  step(
    'nothing-to-send',
    'With an empty field, nothing is sent',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = tab.html()
      await press(tab, send)
      if (tab.html() !== before)
        throw failure`Expected the page to stay as it was when an empty note is sent, received a changed page: “${short(tab)}”.`
    },
    {
      hint: 'Somebody pressed the button with nothing in the field, and an empty note went into the list. A button can be pressed at any time, so the page can’t promise the handler that there is a note. The handler decides: let it look at the note first, and end without a change if there is nothing to send.',
      play: [
        { press: 'Send' },
        { say: 'Nothing was written, so nothing should be added to the list.' },
      ],
    },
  ),
])

/** A button that can't be pressed is a right answer too, where a press must change nothing. */
async function press(tab: Tab, button: Query) {
  const able = {
    ...button,
    find: (page: Parameters<Query['find']>[0]) =>
      button.find(page).filter((one) => !one.matches(':disabled')),
  }
  if (tab.has(able)) await tab.click(button)
}

const field = byRole('textbox', { nth: 0 })
const send = byRole('button', { name: /send/i })

const numbersIn = (tab: Tab) => (tab.text().match(/\d+/g) ?? []).map(Number)

const short = (tab: Tab) => tab.text().replace(/\s+/g, ' ').trim().slice(0, 80)

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')
