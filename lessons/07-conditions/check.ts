/** Does the page say none, one, many and counting, and keep what the visitor has typed while it does? */
import { byRole, check, failure, type Hint, step, type Tab } from 'telar/testing'

export default check([
  step(
    'many',
    'With two parcels, the page says how many',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(arrive)
      if (!/\b2\s+parcels/i.test(said(tab)))
        throw failure`Expected the page to say “${2} parcels” after one more has arrived, received “${said(tab)}”.`
    },
    {
      hint: 'There are two parcels now, and the page should say so with the number and the word. Look at the branch that is meant for several: which condition leads to it, and is the number in braces of its own? Whatever the branch gives, a text or an html literal, the place in the template shows it.',
    },
  ),
  step(
    'none',
    'Without parcels, the page says so in words',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(handOut)
      if (/\d/.test(said(tab)))
        throw failure`Expected words that say that there are no parcels, received the number in “${said(tab)}”.`
      if (!/\b(no|none|nothing|empty)\b/i.test(said(tab)))
        throw failure`Expected words that say that there are no parcels, received “${said(tab)}”.`
    },
    {
      hint: ({ message }) =>
        message.includes('the number')
          ? 'The shelf is empty, and there is a bare 0 in the page. In TypeScript, a && b gives a if a counts as false, and not “nothing”: your condition was the number 0, so that is what the place got, and 0 is a number that can be shown. Compare instead, so that the condition is true or false, and say what the page says when it is false.'
          : 'The shelf is empty, and so is the place for the number. False, null and an empty text show nothing at all, which is right for a piece that may be missing, and not enough for a visitor who wants to know what is on the shelf. Give the condition a second branch, with words for the case that there are none.',
      play: [
        { press: 'Hand one out' },
        { say: 'The last parcel is gone. What does the page say about that?' },
      ],
    },
  ),
  step(
    'one',
    'One parcel is “parcel”, not “parcels”',
    async ({ visit, component }) => {
      const tab = await visit(component)
      if (!/\b(1|one)\s+parcel(?!s)/i.test(said(tab)))
        throw failure`Expected the page to say “${1} parcel” with one on the shelf, received “${said(tab)}”.`
    },
    {
      hint: 'One parcel is a case of its own, because its word has no s. It is easily forgotten, because the case for several gives something that looks almost right. A condition can have as many branches as there are things to say. Ask for the special ones first, none and one, and let the last branch take the rest.',
      play: [
        { look: '1 parcel' },
        { say: 'There is one parcel on the shelf. Read the word after the number.' },
      ],
    },
  ),
  step(
    'counting',
    'While the porter counts, the page says that alone',
    async ({ visit, component }) => {
      for (const press of [handOut, arrive]) {
        const other = await visit(component)
        await other.click(press)
        await other.click(countAgain)
        expectCounting(other)
      }
      const tab = await visit(component)
      await tab.click(countAgain)
      expectCounting(tab)
      await tab.clock.advance(2000)
      if (/counting/i.test(said(tab)) || !/\b(1|one)\s+parcel/i.test(said(tab)))
        throw failure`Expected the page to say “${1} parcel” again two seconds later, received “${said(tab)}”.`
    },
    {
      hint: ({ message }) =>
        message.includes('name of a method')
          ? 'A timer outlives the process that set it: when another one takes the session over, it still has to know what to call. A function cannot be handed on in that way, and the name of a method can. So after wants the time and a name, as in the code that you began with, and the method with this name stops the counting.'
          : 'While somebody counts, the old number is not true any more, or not yet. A page that shows both leaves its reader guessing. So counting is not a thing beside none, one and many: it is a fourth case, and it comes first. Look at the order in which your conditions ask, and at whether exactly one of them can speak.',
      play: [
        { press: 'Count again' },
        { say: 'For two seconds, the page should say that it counts, and nothing else.' },
      ],
    },
  ),
  step(
    'keeps-note',
    'A note that somebody is writing stays, and so does the focus',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(countAgain)
      if (!tab.has(note))
        throw failure`Expected the field for the note to stay in the page while the porter counts, received a page without it.`
      await tab.fill(note, 'The blue one')
      await tab.clock.advance(2000)
      const left = tab.has(note) ? tab.value(note) : ''
      if (left !== 'The blue one')
        throw failure`Expected the note “The blue one” to stay in its field, received “${left}”.`
      if (!tab.focused(note))
        throw failure`Expected the focus to stay in the field for the note, received a page in which it is gone.`
      await tab.click(countAgain)
      if (!tab.has(countAgain))
        throw failure`Expected the button “${'Count again'}” to stay in the page while the porter counts, received a page without it.`
    },
    {
      hint: ({ message, files }) => {
        if (message.includes('the button')) return BUTTONS
        return codeOf(files).split(/return html`/).length > 2
          ? 'Your view has two ways out, and each returns a literal of its own. The engine sees two templates and puts one in the place of the other, with all their elements. The field in the second looks the same and is another element: it is empty, and whoever was typing has lost text and focus. Return one literal, and put the condition into a place inside it.'
          : 'Somebody was writing while the counting ended, and the text is gone. So the field was taken out of the page and another one was put in. That happens to everything inside a branch when the condition changes. Let the branches hold only what differs, and keep the field outside them, in the part that is always there.'
      },
      play: [
        { press: 'Count again' },
        { type: 'The blue one', into: 'Note for the porter' },
        { wait: 2500 },
        { look: 'Note for the porter' },
        { say: 'The counting is over. Is the note still in its field?' },
      ],
    },
  ),
])

const BUTTONS =
  'While the porter counts, the buttons are gone, and with them the focus of whoever has pressed one. A count is no reason to take a button out of the page. If a press makes no sense in the meantime, a button can stay and be grey. Look at what is inside the branch, and leave in it only what the count changes.'

const arrive = byRole('button', { name: /arrive/i })
const handOut = byRole('button', { name: /hand/i })
const countAgain = byRole('button', { name: /count/i })
const note = byRole('textbox', { nth: 0 })

/** What the page says besides the names of its buttons. */
const said = (tab: Tab) =>
  tab
    .text()
    .replace(/[^\n]*\b(arrives?|hand|count\b)[^\n]*/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)

function expectCounting(tab: Tab) {
  if (!/counting/i.test(said(tab)) || /\d/.test(said(tab)))
    throw failure`Expected the page to say “Counting” and no number while the porter counts, received “${said(tab)}”.`
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')
