/** Does the box office listen at the right pace, and does the server have the last word? */
import { type Component, page } from 'telar'
import {
  byLabel,
  byRole,
  check,
  failure,
  type Hint,
  type Query,
  step,
  type Tab,
  visit,
} from 'telar/testing'

export default check([
  step(
    'search-waits',
    'A word is one message, and Enter does not wait',
    async ({ component }) => {
      const tab = await open('/', component)
      const mark = tab.mark()
      await type(tab, 'the', 100)
      await tab.clock.advance(1000)
      const answers = mark.frames.filter(({ acknowledged }) => acknowledged !== undefined).length
      if (answers > 1)
        throw failure`Expected one answer to a word typed without a pause, received ${answers}.`
      expectPlays(tab, 'The tempest, The cherry orchard, The seagull')
      const eager = await open('/', component)
      await type(eager, 'gull', 100)
      await eager.press(byLabel('Play'), 'Enter')
      expectPlays(eager, 'The seagull')
    },
    { hint: hintForPace },
  ),
  step(
    'search-is-linked',
    'The word is in the address, as one step',
    async ({ component }) => {
      const tab = await open('/', component)
      await type(tab, 'tale', 1000)
      const friend = await open(tab.url, component)
      if (plays(friend) !== 'A winter’s tale')
        throw failure`Expected ${'A winter’s tale'} for somebody who opens ${tab.url}, received ${plays(friend)}.`
      // A step back may also leave the page: then there is no entry to go to.
      await tab.back().catch(() => {})
      const word = tab.value(byLabel('Play'))
      if (word !== '' && word !== 'tale')
        throw failure`Expected the search to be one step in the history, received “${word}” one step back.`
    },
    { hint: hintForAddress },
  ),
  step(
    'said-at-the-field',
    'Each wrong field says what is wrong with it, until it is right',
    async ({ component }) => {
      const tab = await open('/', component)
      await send(tab, {})
      for (const field of ['Name', 'E-mail', 'Seats'])
        if (!described(tab, field))
          throw failure`Expected the field “${field}” to have a message as its description, received a field without one.`
      await tab.fill(byLabel('E-mail'), 'ines@example.org')
      await tab.clock.advance(1000)
      if (described(tab, 'E-mail'))
        throw failure`Expected the message at “${'E-mail'}” to go once that was right, received the old one.`
    },
    {
      hint: 'A message is of use where the mistake is: at its field, for eyes and ears, and only as long as there is one. A form() keeps track of all that. field(…) in the tag of an input ties it to its message, and error(…) is the element that has it, or message(…) the attributes for one of your own. A sentence that is made at the submit, or that is somewhere else in the page, is tied to nothing.',
    },
  ),
  step(
    'no-more-than-there-are',
    'Nobody books more seats than are left',
    async ({ component }) => {
      const tab = await open('/', component)
      await send(tab, { name: 'Omar', email: 'omar@example.org', seats: '4' })
      await until(tab, 'Omar, 4 seats', 600)
      if (tab.text().includes('Omar, 4'))
        throw failure`Expected no booking of ${4} seats when ${3} are left, received one.`
      if (!described(tab, 'Seats'))
        throw failure`Expected the field “${'Seats'}” to say why it was refused, received a field without a message.`
      if (tab.value(byLabel('Name')) !== 'Omar')
        throw failure`Expected the name “${'Omar'}” to stay after the refusal, received “${tab.value(byLabel('Name'))}”.`
    },
    {
      hint: 'Four seats are a fine number for the form, and one too many for the theatre. Only the office knows how many are left, so look there before you reserve, by a rule of the schema or in the handler. It is the field for the seats that has to say so, and the handler has to end without a booking. What was typed stays by itself, if nothing resets the form.',
    },
  ),
  step(
    'booked-once',
    'Two quick presses are one booking',
    async ({ component }) => {
      const tab = await open('/', component)
      await fill(tab, { name: 'Ines', email: 'ines@example.org', seats: '1' })
      await tab.settled(async () => {
        const book = byRole('button', { name: 'Book' })
        await Promise.all([tab.click(book), tab.click(book).catch(() => {})])
      })
      await until(tab, '\u0000', 900)
      // One seat, so that a second booking is not refused for want of seats.
      const lines = tab.text().split('Ines, 1 seat').length - 1
      if (lines !== 1)
        throw failure`Expected one line “${'Ines, 1 seat'}” after two quick presses on “${'Book'}”, received ${lines}.`
    },
    { hint: hintForBooking },
  ),
])

function hintForPace({ message }: Failure): string {
  if (message.startsWith('Expected one answer'))
    return 'Each letter goes to the server by itself, and each brings an answer that nobody reads. Searching can wait until the typing pauses. The page holds the letters back when a modifier beside the handler says for how long it has to be quiet. It works for the handlers on the same element, so it belongs where the letters are heard, and a timer on the server comes too late.'
  if (message.includes('“Play”'))
    return 'The page needs a field with the label Play, in which a visitor writes a part of a title. A label can go around the field, or name it by its id. Then let a handler hear what is typed, and show those plays from the office that have the word in them, in capitals or not. With an empty field, all of them show.'
  return 'The plays that show are not those with the word in their title. Compare without regard to capitals, and show all plays for an empty word. If only Enter makes no difference, the field is in no form, or nothing hears the submit of that form: a submit is never held back, and its event has all names with their values. Both ways of searching should end in the same method.'
}

function hintForAddress({ message }: Failure): string {
  if (message.includes('one step back'))
    return 'Each pause has become an entry of its own in the history, so that Back goes through the word piece by piece. Nobody would call these steps. While a visitor types, the address may follow without a new entry: patch takes an option that replaces the one they are on. Then one step back leads to what was there before the search began.'
  return 'Your friend does not see what you see. Either the word is not in the address at all, or the page does not begin with what the address says. A press, a letter and a link should go the same way: first the address changes, then paramsChanged gets the new one, and sets the word. For the first page nobody calls that, so begin with the parameters of the session.'
}

function hintForBooking({ message }: Failure): string {
  if (message.endsWith('received 0.'))
    return 'Nothing was booked, although name, address and seats are right and there are seats left. Follow the form from its button on: the rules accept the values, the handler is called with them, it waits for the clerk, and then adds a line to a list that the template shows. The line says the name, a comma, and the number of seats. Seats should come as a number, from a field of that type.'
  return 'The clerk takes a third of a second, the button says nothing, and somebody presses it again. The second press is a booking like the first: when it is handled, the first one is done, and nothing remembers that they belong together. It has to be held back in the page, from the press to the answer. There is a modifier for that, for the button or its form, and it can show a text meanwhile.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

async function open(address: string, component: new () => Component): Promise<Tab> {
  const tab = await visit(address, { pages: [page('/', component)] })
  if (!tab.has(byLabel('Play')))
    throw failure`Expected a field “${'Play'}” in the page, received “${tab.text().replace(/\s+/g, ' ').slice(0, 120)}”.`
  return tab
}

async function type(tab: Tab, word: string, pause: number) {
  for (const letter of word) {
    await tab.press(byLabel('Play'), letter)
    await tab.clock.advance(pause)
  }
}

const PLAYS = ['The tempest', 'A winter’s tale', 'The cherry orchard', 'The seagull']

const plays = (tab: Tab) => PLAYS.filter((play) => tab.text().includes(play)).join(', ') || '–'

function expectPlays(tab: Tab, wanted: string) {
  if (plays(tab) !== wanted) throw failure`Expected the plays ${wanted}, received ${plays(tab)}.`
}

interface Typed {
  name?: string
  email?: string
  seats?: string
}

async function fill(tab: Tab, { name, email, seats }: Typed) {
  if (name) await tab.fill(byLabel('Name'), name)
  if (email) await tab.fill(byLabel('E-mail'), email)
  if (seats) await tab.fill(byLabel('Seats'), seats)
}

async function send(tab: Tab, typed: Typed) {
  await fill(tab, typed)
  await tab.submit(bookingForm)
}

/** The form with the seats, without the browser's own checks, as a script would send it. */
const bookingForm: Query = {
  looksFor: 'a form with a button “Book”',
  find: ({ root }) => {
    const forms = [...root.querySelectorAll('form')].filter((one) =>
      one.textContent?.includes('Book'),
    )
    for (const form of forms) form.setAttribute('novalidate', '')
    return forms
  },
}

/** Whether a screen reader hears more at a field than its label and its value. */
const described = (tab: Tab, name: string) =>
  ['textbox', 'spinbutton', 'combobox'].some((role) =>
    tab.has(byRole(role, { name, description: /\S/ })),
  )

/** Waits in real time, since the clerk does: until the page says it, or for so long. */
async function until(tab: Tab, words: string, ms: number) {
  for (const end = Date.now() + ms; Date.now() < end && !tab.text().includes(words); ) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    await tab.settled()
  }
}
