/** Is a board right after its visitor was away, without reading the book again each time? */

import { localBus } from 'telar/server'
import { byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'who-comes-later',
    'Whoever opens the board later sees it as it is now',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await take(tab, 'Onion soup')
      await press(tab, 'Cook Onion soup')
      expectIn(await tab.another(), 'Onion soup', 'cooking')
    },
    { hint: () => FROM_THE_BOOK },
  ),
  step(
    'after-lunch',
    'After a lunch break the board has all that happened',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await take(tab, 'Bean stew')
      await take(tab, 'Corn bread')
      await away(tab)
      await press(other, 'Cook Bean stew')
      await take(other, 'Fig salad')
      for (const verb of ['Cook', 'Ready', 'Serve']) {
        await press(other, `${verb} Corn bread`)
      }
      await tab.reconnect()
      expectIn(tab, 'Bean stew', 'cooking')
      expectIn(tab, 'Fig salad', 'new')
      if (columnOf(tab, 'Corn bread')) {
        throw failure`Expected ${'Corn bread'} to be off the board because it was served meanwhile, received “${columnOf(tab, 'Corn bread') ?? ''}”.`
      }
    },
    {
      hint: () => MISSED,
    },
  ),
  step(
    'only-what-was-missed',
    'After a short break the book is not read again',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await take(tab, 'Plum cake')
      const before = reads(tab)
      await away(tab)
      await press(other, 'Cook Plum cake')
      await tab.reconnect()
      expectIn(tab, 'Plum cake', 'cooking')
      if (reads(tab) !== before) {
        throw failure`Expected the page to say that the book was read ${before} times, as before the break, received ${reads(tab)}.`
      }
    },
    { hint: ({ files = {} }) => (/after/.test(files['columns.ts'] ?? '') ? NOT_KEPT : DEAR) },
  ),
  step(
    'too-long-away',
    'After a break that was too long for the bus the board is right as well',
    async ({ visit, component }) => {
      const bus = localBus()
      const tab = await visit(component, { bus })
      const other = await tab.another()
      await take(tab, 'Rye bread')
      await away(tab)
      await press(other, 'Cook Rye bread')
      // What another kitchen has to say pushes our message out of those that the bus keeps.
      for (let i = 0; i < 2500; i += 1) bus.publish('canteen:placed', i)
      await tab.reconnect()
      expectIn(tab, 'Rye bread', 'cooking')
    },
    { hint: () => GAP },
  ),
])

const FROM_THE_BOOK =
  'Somebody opened the board later and got the one of this morning. Messages reach those who are there when they are sent; whoever comes afterwards has to begin with what is written down. The book has all orders as they are. Read it in `start()`, which runs before the page is made, and see that every change is written into it.'
const MISSED =
  'The visitor came back and the board still shows the time before lunch. After a minute without its tab a session is put away, and its subscription with it; what was said meanwhile was said to nobody. The bus keeps the newest messages. Each comes with a cursor, the third argument, and whoever remembers the last one can ask for what came `after` it.'
const DEAR =
  'The board is right, and it was expensive: for one order that moved, it has read the whole book again. With a tunnel on every train, each of a hundred tabs does that many times a day. Most breaks are short, and the bus still has what was said. Ask it for what came after the last message that you heard, and read the book only if that fails.'
const NOT_KEPT =
  'The subscription asks for what came after a cursor, but the cursor is the empty one it began with: nobody wrote down a newer one, or it was written where the next process does not find it. An empty cursor means “I know nothing”, so the whole book is read again. Each message brings its cursor; keep the last one in an ordinary field.'
const GAP =
  'The break was so long that the bus had dropped what was said at its beginning. It doesn’t pretend: it says that there is a gap, and then only what it still has. If nobody listens to that, the board is wrong and looks right, which is the worst of all. The options of `subscribe` take a function `gap`; what is right then is to read the book.'

async function take(tab: Tab, dish: string) {
  await tab.fill(byLabel(/dish/i), dish)
  await tab.click(byRole('button', { name: 'Add' }))
}

async function press(tab: Tab, name: string) {
  const button = byRole('button', { name: new RegExp(`^${name}`) })
  // The recipe book may have had to look the dish up.
  const again = byRole('button', { name: /again|retry/i, nth: 0 })
  if (!tab.has(button) && tab.has(again)) await tab.click(again)
  await tab.click(button)
}

/** Long enough for the server to put the session away. */
async function away(tab: Tab) {
  await tab.disconnect()
  await tab.clock.advance(70_000)
}

function expectIn(tab: Tab, dish: string, column: string) {
  const found = columnOf(tab, dish) ?? said(tab)
  if (found !== column) {
    throw failure`Expected ${dish} under “${column}”, received “${found}”.`
  }
}

/** The heading under which the dish stands. */
function columnOf(tab: Tab, dish: string): string | undefined {
  const lines = tab.text().split('\n')
  const at = lines.findIndex((line) => line.includes(dish))
  return lines.slice(0, Math.max(at, 0)).findLast((line) => /^(new|cooking|ready)$/i.test(line))
}

const reads = (tab: Tab) => Number(/read (\d+) times/.exec(tab.text())?.[1])

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(0, 120)
