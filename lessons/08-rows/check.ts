/** Does a row stay the same row, with what a visitor has typed in it, whatever happens to the others? */
import { byRole, check, failure, type Hint, step, type Tab } from 'telar/testing'

export default check([
  step(
    'first-row-stays',
    'The first row stays as it is when the last one is removed',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(field(0), 'two litres')
      await tab.click(remove('eggs'))
      if (rowsIn(tab) !== 2)
        throw failure`Expected ${2} rows after the eggs were removed, received ${rowsIn(tab)}.`
      if (tab.value(field(0)) !== 'two litres')
        throw failure`Expected “two litres” to stay in the first field, received “${tab.value(field(0))}”.`
    },
    {
      hint: ({ message }) =>
        message.includes('in the first field')
          ? 'You gave the row a new key each time the view runs. After a handler, the engine looks for the rows that it knows and finds none: all are gone, and others are there. So it takes them out and puts new ones in, with empty fields. A key has to be the same each time. Make it once, when the item is made, and keep it with the item.'
          : 'A press on the button in a row should take that row out and leave two. Look at how the handler finds the item in the list. If the items have become objects, then looking for a name among them finds nothing. Hand the item itself to the handler, which knows it from the row that it was written in.',
      play: [
        { type: 'two litres', into: 'milk' },
        { press: 'Remove eggs' },
        { look: 'milk' },
        { say: 'Nothing happened to the milk. Its field should still say so.' },
      ],
    },
  ),
  step(
    'text-stays',
    'When a row is removed, the text of the others stays with them',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(field(0), 'two litres')
      await tab.fill(field(1), 'sliced')
      await tab.fill(field(2), 'a dozen')
      await tab.click(remove('milk'))
      if (rowsIn(tab) !== 2 || tab.has(remove('milk')))
        throw failure`Expected ${2} rows without milk after it was removed, received ${rowsIn(tab)}.`
      const kept = `${tab.value(field(0))}, ${tab.value(field(1))}`
      if (kept !== 'sliced, a dozen')
        throw failure`Expected bread and eggs to keep “sliced, a dozen” in their fields, received “${kept}”.`
    },
    {
      hint: ({ files }) => {
        if (/\skey=\$?["{]/.test(codeOf(files))) return ATTRIBUTE
        return /\beach\(/.test(codeOf(files))
          ? 'You gave each row its place in the list as its key. When the first one goes, the second becomes the first, so the engine thinks that the first row is still there under another name, and that the last one has gone. It writes new names, and the fields keep the old texts. A key has to belong to the item and go where it goes.'
          : 'The rows of a plain list are known by their places. When the milk goes, bread is the first row, so the engine writes “bread” where “milk” was and takes out the last row. What a visitor has typed belongs to the element, not to the name beside it. Give each row a key, so that the engine knows which one has gone.'
      },
      play: [
        { type: 'two litres', into: 'milk' },
        { type: 'sliced', into: 'bread' },
        { type: 'a dozen', into: 'eggs' },
        { press: 'Remove milk' },
        { look: 'bread' },
        { say: 'Bread said “sliced”. What does it say now?' },
      ],
    },
  ),
  step(
    'twice',
    'The same thing can be on the list twice',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(again)
      if (rowsIn(tab) !== 4)
        throw failure`Expected ${4} rows with bread on the list twice, received ${rowsIn(tab)}.`
      await tab.fill(field(1), 'white')
      await tab.fill(field(3), 'brown')
      await tab.click(remove('bread'))
      const left = [0, 1, 2].map((row) => (tab.has(field(row)) ? tab.value(field(row)) : '-'))
      if (left[2] !== 'brown' || left[1] !== '')
        throw failure`Expected the second bread to stay with “${'brown'}” when the first is removed, received the fields “${left.join(', ')}”.`
    },
    {
      hint: 'Bread is on the list twice, and the two are not the same bread: one is white and one is brown. A key that is made of the name can’t tell them apart, and the engine refuses two rows with one key. Looking up the name finds the first of them, whichever was meant. Give every item something of its own when it comes onto the list, and remove the item itself.',
      play: [{ press: 'Bread again' }, { say: 'Two rows say bread now. What tells them apart?' }],
    },
  ),
  step(
    'new-after-removal',
    'A thing that comes after a removal is a row of its own',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(remove('milk'))
      await tab.click(again)
      if (rowsIn(tab) !== 3)
        throw failure`Expected ${3} rows after the milk was removed and bread was added, received ${rowsIn(tab)}.`
    },
    {
      hint: 'A thing came onto the list after another one had gone, and its key is one that a row of the list still has. Whatever is counted from the list, its length for instance, gets smaller when something is removed, and then the same number comes a second time. A key must never have been given to anything else. Look at where the key of a new item comes from.',
      play: [
        { press: 'Remove milk' },
        { press: 'Bread again' },
        { say: 'Two rows should say bread now.' },
      ],
    },
  ),
  step(
    'removal-costs-ten',
    'Removing a row brings at most 10 bytes',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(remove('milk'))
      if (tab.bytes > 10)
        throw failure`Expected at most ${10} bytes when a row is removed, received ${tab.bytes}.`
    },
    {
      hint: 'The right row goes, and more comes down than it takes to say so. When something in the rows that stay is different after the removal, such as a number that says which place it has, it has to be written again in each of them. Let a row show what belongs to its own item, and nothing that depends on its neighbours.',
    },
  ),
])

const ATTRIBUTE =
  'In html`…`, an attribute named key is an attribute like any other: the browser gets it, and the engine doesn’t look at it. The rows of a plain list are known by their places. So when the milk goes, bread is the first row, and the last row is taken out. What says which row is which is a function of its own, an argument of the one that makes the rows.'

const field = (row: number) => byRole('textbox', { nth: row })
const again = byRole('button', { name: /again/i })
const remove = (name: string) =>
  byRole('button', { name: new RegExp(`remove.*${name}`, 'i'), nth: 0 })

function rowsIn(tab: Tab): number {
  let rows = 0
  while (tab.has(field(rows))) rows += 1
  return rows
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')
