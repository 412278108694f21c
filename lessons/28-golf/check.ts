/** Do a hundred rows turn round, move and change, and how many bytes does each take? */
import { byRole, check, failure, type StepTools, step } from 'telar/testing'

export default check([
  step(
    'turn-round',
    'A hundred orders turn round in under 40 bytes',
    async ({ visit }) => {
      const page = await open(visit)
      const before = page.rows()
      await page.press('Turn round')
      same(page.rows(), before.toReversed())
      page.costs(40)
    },
    {
      hint: ({ message, files = {} }) => {
        const code = Object.values(files).join('\n')
        if (/\bcommit\(/.test(code))
          return 'You send the list half done, again and again. this.commit() shows the state as it is in the middle of a handler, which is right for long work that someone watches. Here nobody wants to see fifty lists on the way: each costs a frame, and the visitor sees the last one only. A handler is committed once when it ends, however many rows it has touched. Look at what the handler says while it works, and at how many frames come back.'
        if (/random|this\.id\(\)|now\(\)/.test(code))
          return 'Every row gets a new name on each render, so the list seems to hold a hundred rows that were never there before. The engine takes all the old ones out and puts all the new ones in, with their whole content. A key has to be the same for the same order each time it is asked, as a table keeps its number through the evening. Look at what the second argument of each gives for one and the same order, twice.'
        return message.includes('bytes')
          ? 'The rows stay where they are and get other texts, all of them: a place in the list is not the name of the row. Whoever is first is called 0 then, before and after, so for the engine nobody has moved and everybody has changed. With a key that goes along with the order, it sees the same rows in another order, and that can be said in a few bytes. Look at the second argument of each, and at what an order has of its own.'
          : 'The first button has to turn the list round: the last order comes first, and the first one last, all hundred of them. Read the first and the last rows of the page before and after the press, and compare them with what the handler does to the list.'
      },
      play: [{ press: 'Turn round' }, { say: 'Look at the bytes of what came back.' }],
    },
  ),
  step(
    'first-last',
    'The first order goes to the end in 12 bytes',
    async ({ visit }) => {
      const page = await open(visit)
      const [first, ...others] = page.rows()
      await page.press('First one last')
      same(page.rows(), [...others, first!])
      page.costs(12)
    },
    {
      hint: 'One order has moved behind all the others, and that takes one short change: move this row to the end. If yours takes more, the engine does not see one row that moved but many that differ. That happens when the key of a row depends on where it is or on what is around it, or when the handler makes new orders with other keys. Look at which keys the ninety-nine others have before and after the press.',
    },
  ),
  step(
    'stew-shows',
    'The fifth order becomes a stew, in 14 bytes',
    async ({ visit }) => {
      const page = await open(visit)
      const wanted = page.rows()
      wanted[4] = wanted[4]!.replace(/Soup|Pizza|Salad|Cake/, 'Stew')
      await page.press('Stew for the fifth')
      same(page.rows(), wanted)
      page.costs(14)
    },
    {
      hint: ({ files = {} }) =>
        Object.values(files).some((code) => code.includes('memo'))
          ? 'The order has changed and its row has not run: the memo told the engine that it need not. A memo lists what a row depends on, and a row runs again only when something in that list is another value. The handler changes a field inside an order, and the order itself stays the same object, so a list that holds the object looks the same as before. Name the fields that the row shows, or do without: a memo saves work on the server and never a byte.'
          : 'One text in one row is all that this press changes. If the row does not follow, look at whether the handler changes the order that the list shows, and not a copy of it. If it costs more, more than that text has been sent again: a row that got another key is taken out and put in again as a whole. Look at the changes that come back, one by one.',
      play: [{ press: 'Stew for the fifth' }, { say: 'The fifth order should be a stew now.' }],
    },
  ),
])

async function open(visit: StepTools['visit']) {
  const tab = await visit()
  const page = {
    rows: () => tab.text(byRole('list')).split('\n'),
    press: (name: string) => tab.click(byRole('button', { name })),
    costs(most: number) {
      if (tab.bytes <= most) return
      throw failure`Expected at most ${most} bytes, received ${tab.bytes} in ${tab.frames.length} frames.`
    },
  }
  const { length } = page.rows()
  if (length !== 100) throw failure`Expected a list of 100 orders, received ${length}.`
  return page
}

function same(shown: string[], wanted: string[]) {
  const at = wanted.findIndex((row, i) => row !== shown[i])
  if (at < 0 && shown.length === wanted.length) return
  throw failure`Expected row ${at + 1} to say “${wanted[at] ?? ''}”, received “${shown[at] ?? ''}”.`
}
