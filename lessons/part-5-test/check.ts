/** Is it the library of the task: loans and people on every page, right after a break, and the store left in peace? */
import { byLabel, byRole, check, failure, type Query, step, type Tab, within } from 'telar/testing'

export default check([
  step(
    'books-are-shown',
    'The books are shown with what can be done',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (const book of ['The Odyssey', 'Frankenstein', 'Dracula']) rowOf(tab, book)
      await enter(tab, 'Ximena')
      if (!tab.has(within(rowOf(tab, 'Dracula'), byRole('button', { name: /^Borrow\b/ })))) {
        throw failure`Expected a button “Borrow” at ${'Dracula'} for somebody who has entered, received “${said(tab)}”.`
      }
      await tab.click(byRole('button', { name: 'Leave' }))
    },
    { hint: () => SHOW },
  ),
  step(
    'each-person-once',
    'Whoever is at the counter is named on every page, each person once',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const phone = await tab.another()
      const other = await tab.another()
      await enter(tab, 'Ximena')
      await enter(phone, 'Ximena')
      expectPeople(other, 1)
      if (!other.text().includes('Ximena')) {
        throw failure`Expected another visitor’s page to name ${'Ximena'}, received “${said(other)}”.`
      }
      await phone.click(byRole('button', { name: 'Leave' }))
      expectPeople(other, 1)
      await tab.disconnect()
      await other.clock.advance(10_000)
      expectPeople(other, 0)
    },
    { hint: () => PEOPLE },
  ),
  step(
    'loan-on-every-page',
    'A loan is seen on every page, also by whoever comes later',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await enter(tab, 'Yusuf')
      await act(tab, 'Dracula', 'Borrow')
      for (const page of [tab, other, await tab.another()]) expectWith(page, 'Dracula', 'Yusuf')
      await act(other, 'Dracula', 'Back')
      for (const page of [tab, other, await tab.another()]) expectBack(page, 'Dracula', 'Yusuf')
    },
    { hint: () => SHARED },
  ),
  step(
    'after-a-break',
    'After a break a page has all that happened',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await enter(other, 'Yusuf')
      await away(tab)
      await act(other, 'Frankenstein', 'Borrow')
      await tab.reconnect()
      expectWith(tab, 'Frankenstein', 'Yusuf')
      await act(other, 'Frankenstein', 'Back')
      expectBack(tab, 'Frankenstein', 'Yusuf')
    },
    { hint: () => MISSED },
  ),
  step(
    'only-what-was-missed',
    'After a short break the store is not read again',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await enter(other, 'Yusuf')
      await act(other, 'The Odyssey', 'Borrow')
      const before = reads(tab)
      await away(tab)
      await act(other, 'The Odyssey', 'Back')
      await tab.reconnect()
      expectBack(tab, 'The Odyssey', 'Yusuf')
      if (reads(tab) !== before) {
        throw failure`Expected the page to say “Read ${before} times” as before the break, received “Read ${reads(tab)} times”.`
      }
    },
    { hint: () => DEAR },
  ),
])

const SHOW =
  'Each book is an item of a list, and says whether it is here or with whom. Above them are the field for the name and the button Enter; for somebody who has entered, a book that is here has a button Borrow, and a button Leave takes them off the list of who is there. Begin with what the store gives, kept in a field, and draw the rest from it.'
const PEOPLE =
  'The list of people is not what it should be: somebody is missing, counted twice, or still there after closing the laptop. Let the engine keep it. A tab that has entered is tracked in a topic with its name, in `connected()` too, because another process knows nothing of it; and the view makes people of the entries, each name once.'
const SHARED =
  'One page knows of a loan or a return, and another doesn’t. Two kinds of visitors have to learn of it. Those who are here hear a message: publish the book and who has it now, and let every page put what it hears into its list. Those who come later read the store in `start()`, so it must have been written there as well.'
const MISSED =
  'Somebody was away for a minute and more, and their page shows what was true before. Their session had been put away, and its subscription with it. Each message brings a cursor: keep the last one as state, and subscribe `after` it. What the bus no longer has it reports as a gap, and then the store must be read.'
const DEAR =
  'The page is right again, and it has read the whole store for it. After a short break the bus still has every message. Remember in an ordinary field the cursor of the last message that you heard, ask for what came after it, and leave the store alone unless the bus says that there is a gap.'

async function enter(tab: Tab, name: string) {
  await tab.fill(byLabel(/^name$/i), name)
  await tab.click(byRole('button', { name: 'Enter' }))
}

const act = (tab: Tab, book: string, button: string) =>
  tab.click(within(rowOf(tab, book), byRole('button', { name: new RegExp(`^${button}\\b`) })))

/** Long enough for the server to put the session away. */
async function away(tab: Tab) {
  await tab.disconnect()
  await tab.clock.advance(70_000)
}

function expectWith(tab: Tab, book: string, reader: string) {
  const row = tab.text(rowOf(tab, book)).replace(/\s+/g, ' ')
  if (!row.includes(reader)) {
    throw failure`Expected ${book} to be with ${reader} on each page, received “${row}”.`
  }
}

function expectBack(tab: Tab, book: string, reader: string) {
  const row = tab.text(rowOf(tab, book)).replace(/\s+/g, ' ')
  if (row.includes(reader)) {
    throw failure`Expected ${book} to be back on each page, received “${row}”.`
  }
}

function expectPeople(tab: Tab, count: number) {
  const found = /at the counter:\s*(\d+)/i.exec(tab.text())?.[1] ?? ''
  if (found !== String(count)) {
    throw failure`Expected the page to say “At the counter: ${count}”, received “${said(tab)}”.`
  }
}

const reads = (tab: Tab) => Number(/read (\d+) times/i.exec(tab.text())?.[1] ?? 0)

function rowOf(tab: Tab, book: string): Query {
  for (let nth = 0; tab.has(byRole('listitem', { nth })); nth += 1) {
    const row = byRole('listitem', { nth })
    if (tab.text(row).includes(book)) return row
  }
  throw failure`Expected ${book} in the list of books, received “${said(tab)}”.`
}

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(0, 120)
