/** Has each card a note of its own, which stays with its order wherever the order goes? */
import {
  type Act,
  byLabel,
  byRole,
  check,
  failure,
  type Query,
  step,
  type Tab,
  within,
} from 'telar/testing'

export default check([
  step(
    'card-has-a-note',
    'A card shows the note that is written on it',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const card = cardOf(tab, 'Grilled trout')
      if (!tab.has(within(card, byRole('textbox')))) {
        throw failure`Expected a field for a note on the card of ${'Grilled trout'}, received “${said(tab, card)}”.`
      }
      await write(tab, 'Grilled trout', 'no salt')
      expectNote(tab, 'Grilled trout', 'no salt')
    },
    {
      hint: ({ message, files = {} }) => {
        if (message.includes('its own key')) return SHARED
        if (!message.includes('field for a note')) return HEARD
        return /extends\s+LiveComponent/.test(files['card.ts'] ?? '') ? NO_FIELD : FUNCTION
      },
    },
  ),
  step(
    'note-is-its-own',
    'Another card does not show it',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await write(tab, 'Grilled trout', 'no salt')
      await write(tab, 'Pear tart', 'with cream')
      expectNote(tab, 'Grilled trout', 'no salt')
      const text = said(tab, cardOf(tab, 'Lentil soup'))
      if (/no salt|with cream/.test(text)) {
        throw failure`Expected no note on the card of ${'Lentil soup'}, received “${text}”.`
      }
      const other = said(await visit(component), cardOf(tab, 'Pear tart'))
      if (other.includes('cream')) {
        throw failure`Expected no note for a new visitor, received “${other}”.`
      }
    },
    {
      hint: 'The note of one card turned up somewhere else. Ask where it lives: a variable outside the class exists once for the whole server, and a field of the board exists once for all its cards. A field of the card exists once for each card that is mounted, and that is what a note needs. Move it into the class of the card.',
    },
  ),
  step(
    'card-follows-its-order',
    'The button on the card follows its order',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await press(tab, 'Cook Lentil soup')
      const text = said(tab, cardOf(tab, 'Lentil soup'))
      if (!text.includes('Ready')) {
        throw failure`Expected the card of ${'Lentil soup'} to offer “${'Ready'}” after one press on “${'Cook'}”, received “${text}”.`
      }
    },
    {
      hint: 'The order has changed its column and the card still shows the old one. Props are handed over again each time the parent renders, but `start()` runs once in the life of a card: a copy that is made there, or in a field, never hears of a change. Read `this.props` where the card shows it, in `getTemplate()`.',
      play: [
        { press: 'Cook Lentil soup' },
        { say: 'The card has changed its column. Its button has not noticed.' },
        { look: 'Lentil soup' },
      ],
    },
  ),
  step(
    'note-goes-along',
    'The note goes along when its order is moved',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await write(tab, 'Lentil soup', 'extra bread')
      await press(tab, 'Cook Lentil soup')
      expectNote(tab, 'Lentil soup', 'extra bread')
    },
    { hint: ({ files = {} }) => (byPlace(files) ? PLACE : MADE_ANEW), play: lost() },
  ),
  step(
    'notes-stay-when-others-move',
    'Notes stay with their orders when others come and go',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await write(tab, 'Grilled trout', 'no salt')
      await press(tab, 'Cook Lentil soup')
      expectNote(tab, 'Grilled trout', 'no salt')
      await tab.fill(byLabel(/dish/i), 'Onion tart')
      await press(tab, 'Add')
      expectNote(tab, 'Grilled trout', 'no salt')
    },
    { hint: ({ files = {} }) => (byPlace(files) ? PLACE : MADE_ANEW), play: lost() },
  ),
  step(
    'note-outlives-the-process',
    'The note is still there when another process takes over',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await write(tab, 'Lentil soup', 'extra bread')
      await tab.reconnect({ restarted: true })
      expectNote(tab, 'Lentil soup', 'extra bread')
    },
    {
      hint: 'The note was there until the server started again. What the engine keeps for a component is its ordinary fields; a private field that begins with # and a variable in a closure are left out, and so they begin again in the next process. Keep the note in an ordinary field of the card.',
    },
  ),
])

const FUNCTION =
  'The card is still a function. A function that returns `html` has no life of its own: you call it, and it is forgotten, so there is nowhere to keep a note. Make it a class that extends LiveComponent, with the two parameters as its props, and let the board mount it. Then it can have a field for the note, and a handler that fills it.'
const NO_FIELD =
  'The card is a component now, and nobody can write on it yet. It needs a field in its template, an `input` in a `label` that says Note, and a handler on it that keeps what was written. The event of `lv-change` brings the text as `event.value`; put it into a field of the class.'
const HEARD =
  'There is a field to write in, and what was written does not appear as text on the card. Either nothing hears the field, or what is heard is not kept, or it is kept and not shown. Follow that path: `lv-change` on the input, a handler that sets a field of the class, and that field somewhere in the template.'
const MADE_ANEW =
  'The note is gone after the move, because this is not the same card any more. A card is recognised by its key: when the key differs from the one before, the old card ends with all its fields and a new one begins. A key that holds the column, or a new number for each render, says that each time; and without a key, it is the place that counts. Which part of an order never changes?'
const SHARED =
  'Two cards on the board have the same key, so the engine can’t tell which is which, and shows neither. A key has to differ from that of every other card. What several orders can share is no key: the number of a table, for instance, or the place in a column, because each column counts from the start. What does an order have that no other has?'
const PLACE =
  'The note has gone to the wrong order. A place in the list is no name: when the first card leaves, the second moves up, gets its place, and with the place all that was kept under it. A list and its cards need a key that belongs to the order itself, wherever it is.'

const byPlace = (files: Readonly<Record<string, string>>) =>
  /\bindex\b|,\s*i\)\s*=>/.test(files['board.ts'] ?? '')

function lost(): Act[] {
  return [
    { type: 'no salt', into: 'Note' },
    { press: 'Cook Lentil soup' },
    { say: 'Where is the note now?' },
  ]
}

function expectNote(tab: Tab, dish: string, note: string) {
  const text = said(tab, cardOf(tab, dish))
  if (!text.includes(note)) {
    throw failure`Expected the card of ${dish} to show the note “${note}”, received “${text}”.`
  }
}

const write = (tab: Tab, dish: string, note: string) =>
  tab.fill(within(cardOf(tab, dish), byRole('textbox')), note)

const press = (tab: Tab, name: string) =>
  tab.click(byRole('button', { name: new RegExp(`^${name}`) }))

/** The row that speaks of the dish, in whichever column it stands. */
function cardOf(tab: Tab, dish: string): Query {
  for (let nth = 0; tab.has(byRole('listitem', { nth })); nth += 1) {
    const row = byRole('listitem', { nth })
    if (tab.text(row).includes(dish)) return row
  }
  throw failure`Expected a card for ${dish} on the board, received “${said(tab)}”.`
}

const said = (tab: Tab, where?: Query) => tab.text(where).replace(/\s+/g, ' ').slice(0, 120)
